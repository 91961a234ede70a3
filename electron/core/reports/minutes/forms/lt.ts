import { atTime, dayInWords, office } from '../../paper/meeting.ts';
import { isWoman, nameInText } from '../../paper/names.ts';
import { said, type Paper, type Part } from '../../paper/paper.ts';
import { signatures } from '../../paper/signatures.ts';
import type { Block } from '../../paper/sheet.ts';
import { gap } from '../../paper/tables.ts';
import { titleBlock } from '../../paper/titleBlock.ts';
import { ended, oneLine } from '../../paper/typography.ts';
import {
  attendance,
  breaksUnder,
  carriedTable,
  decisionDetails,
  decisionPlace,
  presenceNote,
  quorumSentence,
  speechParagraphs,
} from '../parts.ts';
import type { MinutesItem, MinutesModel, MinutesParticipant } from '../../../../../shared/contract/minutesModel.ts';

const dash = ' – ';

const officer = (paper: Paper, label: string, one: MinutesModel['chair']): Block[] =>
  one === null ? [] : [paper.line('Body', [`${label}${dash}`, said(ended(nameInText(one.name, paper.form)))])];

/** `Vardas Pavardė, pareigos, įstaiga (nuo 10:20 val.);` one a line; the last ends the sentence. */
function people(paper: Paper, label: string, list: readonly MinutesParticipant[]): Block[] {
  if (list.length === 0) return [];
  const line = (one: MinutesParticipant, index: number): Block => {
    const offices = [
      one.role === 'deputy' ? paper.t(isWoman(one.name) ? 'deputy.female' : 'deputy.male') : '',
      office(one),
    ].filter((part) => part !== '');
    const parts: Part[] = [
      said(nameInText(one.name, paper.form)),
      ...(offices.length === 0 ? [] : [', ', said(offices.join(', '))]),
      `${presenceNote(paper, one)}${index === list.length - 1 ? '.' : ';'}`,
    ];
    return paper.line('Body', parts, { alignment: 'left' });
  };
  return [paper.line('Body', `${label}:`, { keepNext: true }), ...list.map(line)];
}

function held(paper: Paper, model: MinutesModel): string {
  const { t } = paper;
  const date = dayInWords(paper, model.heldOn);
  const { openedAt } = model;
  return openedAt === null ? t('time.held', { date }) : t('time.heldFrom', { date, at: atTime(paper, openedAt) });
}

function agenda(paper: Paper, { items }: MinutesModel): Block[] {
  return [
    paper.line('Heading1', `${paper.t('agenda.title')}:`),
    ...(items.length === 0 ? [paper.line('Body', paper.t('agenda.empty'))] : []),
    ...items.map((item) => paper.line('AgendaItem', said(ended(oneLine(item.title))), { list: { of: 'agenda' } })),
  ];
}

function discussion(paper: Paper, model: MinutesModel, item: MinutesItem, short: boolean): Block[] {
  const { t, form } = paper;
  const heard = item.speeches.filter(({ kind }) => kind === 'heard');
  const spoken = item.speeches.filter(({ kind }) => kind === 'speech');
  const woman = (heard[0]?.speaker ?? item.rapporteur)?.name;
  const label = t(woman !== undefined && isWoman(woman) ? 'agenda.rapporteur.female' : 'agenda.rapporteur.male');
  const named = (list: readonly MinutesItem['speeches'][number][]): string =>
    [...new Set(list.flatMap(({ speaker }) => (speaker === null ? [] : [nameInText(speaker.name, form)])))].join(', ');
  const rapporteur = item.rapporteur === null ? '' : nameInText(item.rapporteur.name, form);
  if (short || heard.length === 0) {
    const who = named(heard) || rapporteur;
    const reporter = who === '' ? [] : [paper.line('Speech', [`${label} `, said(ended(who))])];
    if (short) {
      const speakers = named(spoken);
      return [
        ...reporter,
        ...(speakers === '' ? [] : [paper.line('Speech', [`${t('item.spoke')} `, said(ended(speakers))])]),
      ];
    }
    return [...reporter, ...speeches(paper, model, spoken)];
  }
  return [
    ...heard.flatMap((one) => speechParagraphs(paper, model, one, { dash, office, before: `${label} ` })),
    ...speeches(paper, model, spoken),
  ];
}

const speeches = (paper: Paper, model: MinutesModel, list: readonly MinutesItem['speeches'][number][]): Block[] =>
  list.length === 0
    ? []
    : [
        paper.line('Part', paper.t('item.spoke')),
        ...list.flatMap((one) => speechParagraphs(paper, model, one, { dash, office })),
      ];

/** NUTARTA with its points; they are counted anew under each item. */
export function decisionsLt(
  paper: Paper,
  model: Pick<MinutesModel, 'kind'>,
  item: Pick<MinutesItem, 'decisions'>,
): Block[] {
  if (item.decisions.length === 0) return [];
  return [
    paper.line('Part', paper.t('item.decided')),
    ...item.decisions.flatMap((decision) => [
      ...paper.text('Decision', oneLine(decision.text) === '' ? '…' : decision.text, decisionPlace(decision)),
      ...decisionDetails(paper, decision, model.kind),
    ]),
  ];
}

/**
 * Minutes by the Chief Archivist's rules V-117: author, `… POSĖDŽIO PROTOKOLAS`, date and number, place; when it was held,
 * chair, secretary, `Dalyvavo`, quorum; `DARBOTVARKĖ`; for each item `1. SVARSTYTA.` – rapporteur – speakers – `NUTARTA:`.
 */
export function minutesLt(paper: Paper, model: MinutesModel, options: { short: boolean }): Block[] {
  const { t } = paper;
  const there = attendance(model);
  const quorum = quorumSentence(paper, model);
  const { chair, secretary } = model;
  return [
    ...titleBlock(paper, { head: model, title: t('title.minutes'), number: model.number }),
    paper.line('Body', held(paper, model)),
    ...officer(paper, t(chair !== null && isWoman(chair.name) ? 'chair.female' : 'chair.male'), chair),
    ...officer(
      paper,
      t(secretary !== null && isWoman(secretary.name) ? 'secretary.female' : 'secretary.male'),
      secretary,
    ),
    ...people(paper, t('present.all'), there.members),
    ...people(paper, t('present.advisory'), there.advisory),
    ...people(paper, t('present.invited'), there.invited),
    ...people(paper, t('present.absent'), there.absent),
    ...(quorum === '' ? [] : [paper.line('Body', quorum)]),
    ...agenda(paper, model),
    ...breaksUnder(paper, model, -1),
    ...model.items.flatMap((item, index) => {
      const table = carriedTable(paper, item.carried);
      return [
        paper.line('Heading2', said(ended(oneLine(item.title))), { list: { of: 'items' } }),
        ...discussion(paper, model, item, options.short),
        ...(table === null ? [] : [gap(paper), table]),
        ...decisionsLt(paper, model, item),
        ...breaksUnder(paper, model, index),
      ];
    }),
    ...(model.closedAt === null
      ? []
      : [
          paper.line('Body', t('time.closed', { at: atTime(paper, model.closedAt) }), {
            keepNext: true,
            spacing: { before: 240 },
          }),
        ]),
    ...signatures(paper, model),
  ];
}

import { localeTags } from '../../../../../shared/languages.ts';
import { formatDecisionNumber } from '../../../../../shared/rules/numbering.ts';
import { rapporteurParts } from '../../paper/agendaEntry.ts';
import { assigneeNames, atTime, numericDay, office } from '../../paper/meeting.ts';
import { listedLine } from '../../paper/listed.ts';
import { nameInList, nameInText } from '../../paper/names.ts';
import { said, type Paper } from '../../paper/paper.ts';
import { signatures } from '../../paper/signatures.ts';
import type { Block } from '../../paper/sheet.ts';
import { gap, ruledTable } from '../../paper/tables.ts';
import { titleBlock } from '../../paper/titleBlock.ts';
import {
  attendance,
  breaksUnder,
  carriedTable,
  decisionDetails,
  interruptedItem,
  presenceNote,
  quorumSentence,
  speechParagraphs,
} from '../parts.ts';
import type {
  MinutesDecision,
  MinutesItem,
  MinutesModel,
  MinutesParticipant,
} from '../../../../../shared/contract/minutesModel.ts';

/** The column of names, in millimetres. */
const namesWidth = 65;

const collator = new Intl.Collator(localeTags.en);

/** Chair first, then by name, secretary last. */
function inOrder(model: MinutesModel, people: readonly MinutesParticipant[]): MinutesParticipant[] {
  const rank = ({ personId }: MinutesParticipant): number => {
    if (personId !== null && personId === model.chair?.personId) return 0;
    return personId !== null && personId === model.secretary?.personId ? 2 : 1;
  };
  const name = (one: MinutesParticipant) => one.name.surname || one.name.text;
  return people.toSorted((a, b) => rank(a) - rank(b) || collator.compare(name(a), name(b)));
}

function list(paper: Paper, model: MinutesModel, label: string, people: readonly MinutesParticipant[]): Block[] {
  if (people.length === 0) return [];
  const { t } = paper;
  const capacity = ({ personId, role }: MinutesParticipant): string => {
    if (personId !== null && personId === model.chair?.personId)
      return t(model.chair.acting ? 'chair.actingMale' : 'chair.male');
    if (personId !== null && personId === model.secretary?.personId) return t('secretary.male');
    return role === 'deputy' ? t('deputy.male') : '';
  };
  return [
    paper.line('Label', label),
    ...inOrder(model, people).map((one) => {
      const held = capacity(one);
      const name = `${nameInList(one.name, paper.form)}${held === '' ? '' : ` (${held})`}`;
      return listedLine(paper, name, [said(office(one)), presenceNote(paper, one)], namesWidth);
    }),
  ];
}

/** Who came and left while the item was being dealt with. */
function comings(paper: Paper, model: MinutesModel, itemIndex: number): Block[] {
  const events = model.participants.flatMap(({ name, spans }) =>
    spans.flatMap(({ from, until }) => [
      ...(from === null ? [] : [{ time: from, key: 'present.joined' as const, name }]),
      ...(until === null ? [] : [{ time: until, key: 'present.left' as const, name }]),
    ]),
  );
  return events
    .filter(({ time }) => Math.max(0, interruptedItem(model, time)) === itemIndex)
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .map(({ key, name, time }) => paper.line('Note', paper.t(key, { name: nameInText(name, paper.form), time })));
}

/** The exact words of each resolution with an action column; votes and the rest below it. */
export function resolutions(
  paper: Paper,
  model: Pick<MinutesModel, 'kind'>,
  { position, decisions: all }: Pick<MinutesItem, 'position' | 'decisions'>,
): Block[] {
  const { t } = paper;
  const taken = all.filter(({ kind }) => kind === 'decision');
  const noted = all.filter(({ kind }) => kind === 'information');
  const details = (decision: MinutesDecision, lead: string) =>
    decisionDetails(paper, decision, model.kind, { assignees: false, due: false, lead });
  return [
    ...(taken.length === 0
      ? []
      : [
          paper.line('Part', t('item.decided')),
          ruledTable(
            paper,
            [
              { title: t('column.number'), share: 9 },
              { title: t('column.resolution'), share: 52 },
              { title: t('column.assignee'), share: 23 },
              { title: t('column.due'), share: 16 },
            ],
            taken.map((decision) => [
              { paragraphs: [paper.line('Cell', [], { list: { of: 'items', level: 1 } })] },
              { text: decision.text },
              { text: assigneeNames(paper, decision.assignees, ',\n') },
              { parts: [decision.dueOn === null ? '–' : numericDay(paper, decision.dueOn)] },
            ]),
          ),
          gap(paper),
          ...taken.flatMap((decision) => {
            const number = formatDecisionNumber(null, position, decision.n ?? 0);
            return details(decision, taken.length > 1 ? `${number}: ` : '');
          }),
        ]),
    ...noted.flatMap((decision) => [
      ...paper.text('Body', decision.text, { lead: [`${t('item.noted')}: `], spacing: { before: 120, after: 60 } }),
      ...details(decision, ''),
    ]),
  ];
}

function discussion(paper: Paper, model: MinutesModel, item: MinutesItem, short: boolean): Block[] {
  if (short) return [];
  return item.speeches.flatMap((one) => speechParagraphs(paper, model, one, { dash: ' – ', office }));
}

/**
 * English minutes: `MINUTES of …`, those present (chair first, secretary last), in attendance, apologies; numbered items
 * with the exact words of each resolution and an action column, who was there for only part of an item; signed by the
 * chair at the next meeting.
 */
export function minutesEn(paper: Paper, model: MinutesModel, options: { short: boolean }): Block[] {
  const { t } = paper;
  const there = attendance(model);
  const quorum = quorumSentence(paper, model);
  return [
    ...titleBlock(paper, { head: model, title: t('title.minutes'), number: model.number }),
    ...list(paper, model, t('present.all'), [...there.officers, ...there.members]),
    ...list(paper, model, t('present.advisory'), [...there.advisory, ...there.invited]),
    ...list(paper, model, t('present.absent'), there.absent),
    ...(quorum === '' ? [] : [paper.line('Body', quorum, { spacing: { before: 160, after: 120 } })]),
    ...(model.openedAt === null ? [] : [paper.line('Body', t('time.started', { at: atTime(paper, model.openedAt) }))]),
    ...(model.items.length === 0 ? [paper.line('Body', t('agenda.empty'))] : []),
    ...breaksUnder(paper, model, -1),
    ...model.items.flatMap((item, index) => {
      const table = carriedTable(paper, item.carried);
      return [
        paper.line('Heading2', said(item.title), { list: { of: 'items' } }),
        ...(item.rapporteur === null
          ? []
          : [paper.line('Under', rapporteurParts(paper, item.rapporteur), { keepNext: true })]),
        ...discussion(paper, model, item, options.short),
        ...(table === null ? [] : [gap(paper), table, gap(paper)]),
        ...resolutions(paper, model, item),
        ...comings(paper, model, index),
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

import { agendaEntry, rapporteurParts } from '../../paper/agendaEntry.ts';
import { assigneeNames, atTime, numbered, dayInWords, office } from '../../paper/meeting.ts';
import { listedLine } from '../../paper/listed.ts';
import { declined, isWoman, nameInText } from '../../paper/names.ts';
import { said, type Paper, type Part } from '../../paper/paper.ts';
import { signatures } from '../../paper/signatures.ts';
import type { Block } from '../../paper/sheet.ts';
import { gap } from '../../paper/tables.ts';
import { titleBlock } from '../../paper/titleBlock.ts';
import { ended, oneLine, paragraphsOf } from '../../paper/typography.ts';
import {
  attendance,
  breaksUnder,
  carriedTable,
  decisionDetails,
  decisionPlace,
  presenceNote,
  quorumSentence,
  speakerLead,
  speechParagraphs,
} from '../parts.ts';
import type {
  MinutesDecision,
  MinutesItem,
  MinutesModel,
  MinutesParticipant,
  PaperAssignee,
} from '../../../../../shared/contract/minutesModel.ts';

/** Beyond so many people the list of those present is an annex (standard instruction on office work, minutes). */
const mostListed = 15;

const dash = ' – ';

const described = (paper: Paper, one: MinutesParticipant): Part[] => {
  const deputy = one.role === 'deputy' ? paper.t(isWoman(one.name) ? 'deputy.female' : 'deputy.male') : '';
  const held = office(one);
  const words = [deputy, held].filter((part) => part !== '').join(', ');
  const note = presenceNote(paper, one);
  return words === '' && note === '' ? [] : ['– ', said(words), note];
};

/** The column of names, in millimetres. */
const namesWidth = 55;

const list = (paper: Paper, label: string, people: readonly MinutesParticipant[]): Block[] =>
  people.length === 0
    ? []
    : [
        paper.line('Label', `${label}:`),
        ...people.map((one) => listedLine(paper, nameInText(one.name, paper.form), described(paper, one), namesWidth)),
      ];

const officerLine = (paper: Paper, label: string, officer: MinutesModel['chair']): Block[] => {
  if (officer === null) return [];
  const held = office(officer);
  return [
    paper.line('Listed', [
      `${label}${dash}`,
      said(nameInText(officer.name, paper.form)),
      ...(held === '' ? [] : [', ', said(held)]),
    ]),
  ];
};

/** Who was there; a long list stands in an annex. */
function present(paper: Paper, model: MinutesModel): { blocks: Block[]; annex: Block[] } {
  const { t } = paper;
  const people = attendance(model);
  const { chair } = model;
  const chairWord = chair?.acting
    ? t(isWoman(chair.name) ? 'chair.actingFemale' : 'chair.actingMale')
    : t('chair.male');
  const officers = [
    ...officerLine(paper, chairWord, chair),
    ...officerLine(paper, t('secretary.male'), model.secretary),
  ];
  const absent = list(paper, t('present.absent'), people.absent);
  const lists = [
    ...list(paper, t('present.all'), people.members),
    ...list(paper, t('present.advisory'), people.advisory),
    ...list(paper, t('present.invited'), people.invited),
  ];
  if (people.there.length <= mostListed) return { blocks: [...officers, ...lists, ...absent], annex: [] };
  const annex = [
    paper.line('Addressee', t('present.annex'), { pageBreakBefore: true }),
    paper.line('Addressee', `${dayInWords(paper, model.heldOn)} ${numbered(paper, model.number)}`),
    paper.line('Title', t('present.listTitle')),
    ...list(paper, t('present.all'), [...people.officers, ...people.members]),
    ...list(paper, t('present.advisory'), people.advisory),
    ...list(paper, t('present.invited'), people.invited),
  ];
  return {
    blocks: [...officers, paper.line('Label', t('present.listed', { count: people.there.length })), ...absent],
    annex,
  };
}

const agenda = (paper: Paper, { items }: MinutesModel): Block[] => [
  paper.line('Heading1', paper.t('agenda.title')),
  ...(items.length === 0 ? [paper.line('Body', paper.t('agenda.empty'))] : []),
  ...items.map(({ title, rapporteur }) => agendaEntry(paper, title, [rapporteurParts(paper, rapporteur)])),
];

/** СЛУХАЛИ and ВИСТУПИЛИ; the short form only names who was heard (accusative) and who spoke. */
function discussion(paper: Paper, model: MinutesModel, item: MinutesItem, short: boolean): Block[] {
  const { t, form } = paper;
  const heard = item.speeches.filter(({ kind }) => kind === 'heard');
  const spoken = item.speeches.filter(({ kind }) => kind === 'speech');
  const blocks: Block[] = [];
  if (short) {
    const whom = (heard.length > 0 ? heard.map(({ speaker }) => speaker) : [item.rapporteur]).filter(
      (one) => one !== null,
    );
    if (whom.length > 0)
      blocks.push(
        paper.line('Part', t('item.heard')),
        paper.line('Speech', said(ended(unique(whom.map(({ name }) => declined(name, 'accusative'))).join(', ')))),
      );
    const speakers = unique(
      spoken.flatMap(({ speaker }) => (speaker === null ? [] : [nameInText(speaker.name, form)])),
    );
    if (speakers.length > 0)
      blocks.push(paper.line('Part', t('item.spoke')), paper.line('Speech', said(ended(speakers.join(', ')))));
    return blocks;
  }
  const speech = (one: MinutesItem['speeches'][number]) => speechParagraphs(paper, model, one, { dash, office });
  if (heard.length > 0) blocks.push(paper.line('Part', t('item.heard')), ...heard.flatMap(speech));
  else if (item.rapporteur !== null)
    blocks.push(
      paper.line('Part', t('item.heard')),
      paper.line('Speech', speakerLead(paper, model, item.rapporteur, office)),
    );
  if (spoken.length > 0) blocks.push(paper.line('Part', t('item.spoke')), ...spoken.flatMap(speech));
  return blocks;
}

const unique = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))];

/** First words of decisions that the body carries out by taking them: nobody is charged with those. */
const ownActs =
  /^(?:доручити|рекомендувати|зобов[’'ʼ]язати|просити|(?:за)?пропонувати|заслухати|[ву]зяти|затвердити|схвалити|погодити|прийняти|ухвалити|визнати|утворити|створити|внести|включити)(?![а-щьюяєіїґ])/iu;
const infinitive = /^[а-щьюяєіїґ’'ʼ-]+ти(?:ся|сь)?(?![а-щьюяєіїґ])/iu;

/**
 * Who a decision charges: where they all are people and its words begin with what is to be done, «Доручити Шевченку О. П.»
 * (dative) before them; otherwise nobody here, and the executors are named below in the nominative.
 */
export function entrusted(
  paper: Paper,
  { text, assignees }: Pick<MinutesDecision, 'text' | 'assignees'>,
): string | null {
  const first = paragraphsOf(text)[0] ?? '';
  const people = assignees.flatMap(({ person }) => (person === null ? [] : [person]));
  if (people.length === 0 || people.length < assignees.length) return null;
  if (people.some(({ name }) => name.givenName.trim() === '')) return null;
  if (!infinitive.test(first) || ownActs.test(first)) return null;
  return paper.t('decision.entrust', { names: people.map(({ name }) => declined(name, 'dative')).join(', ') });
}

const uncapital = (text: string): string => {
  const trimmed = text.trimStart();
  return `${trimmed.charAt(0).toLocaleLowerCase('uk')}${trimmed.slice(1)}`;
};

/** Executors that the decision's own words do not name already. */
const unnamed = (decision: MinutesDecision): PaperAssignee[] =>
  decision.assignees.filter(
    ({ person }) =>
      person === null || !decision.text.includes(declined(person.name, 'dative').replaceAll('\u00A0', ' ')),
  );

/** ВИРІШИЛИ with the decisions, numbered item.n by Word itself; what is only information bears no number. */
export function decisions(paper: Paper, model: Pick<MinutesModel, 'kind'>, all: readonly MinutesDecision[]): Block[] {
  if (all.length === 0) return [];
  return [
    paper.line('Part', paper.t('item.decided')),
    ...all.flatMap((decision) => {
      const lead = entrusted(paper, decision);
      const words = lead === null ? decision.text : uncapital(decision.text);
      const left = lead === null ? unnamed(decision) : [];
      const shown = { ...decision, assignees: left };
      return [
        ...paper.text('Decision', oneLine(words) === '' ? '…' : words, {
          ...decisionPlace(decision),
          lead: lead === null ? [] : [`${lead} `],
        }),
        ...decisionDetails(paper, shown, model.kind, { assignees: assigneeNames(paper, left) !== '' }),
      ];
    }),
  ];
}

/**
 * Minutes by DSTU 4163:2020 and the standard instruction on office work: organisation, ПРОТОКОЛ, date and number, place,
 * heading, chair and secretary, those present, agenda, then СЛУХАЛИ – ВИСТУПИЛИ – ВИРІШИЛИ for each item, signatures.
 */
export function minutesUk(paper: Paper, model: MinutesModel, options: { short: boolean }): Block[] {
  const { t } = paper;
  const { blocks, annex } = present(paper, model);
  const quorum = quorumSentence(paper, model);
  return [
    ...titleBlock(paper, { head: model, title: t('title.minutes'), number: model.number }),
    ...blocks,
    ...(quorum === '' ? [] : [paper.line('Label', quorum, { keepNext: false })]),
    ...(model.openedAt === null
      ? []
      : [paper.line('Listed', t('time.started', { at: atTime(paper, model.openedAt) }), { spacing: { before: 120 } })]),
    ...agenda(paper, model),
    ...breaksUnder(paper, model, -1),
    ...model.items.flatMap((item, index) => {
      const table = carriedTable(paper, item.carried);
      return [
        paper.line('Heading2', said(item.title), { list: { of: 'items' } }),
        ...discussion(paper, model, item, options.short),
        ...(table === null ? [] : [gap(paper), table]),
        ...decisions(paper, model, item.decisions),
        ...breaksUnder(paper, model, index),
      ];
    }),
    ...(model.closedAt === null
      ? []
      : [
          paper.line('Listed', t('time.closed', { at: atTime(paper, model.closedAt) }), {
            keepNext: true,
            spacing: { before: 240 },
          }),
        ]),
    ...signatures(paper, model),
    ...annex,
  ];
}

import { agendaEntry, rapporteurParts } from '../../paper/agendaEntry.ts';
import { atTime, office } from '../../paper/meeting.ts';
import { isWoman, nameInText } from '../../paper/names.ts';
import { said, type Paper } from '../../paper/paper.ts';
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

type Officer = NonNullable<MinutesModel['chair']>;

/** `Departamenta direktors – J. Bērziņš`, as the Cabinet's own minutes list people. */
function list(paper: Paper, label: string, people: readonly (MinutesParticipant | Officer)[]): Block[] {
  if (people.length === 0) return [];
  const line = (one: MinutesParticipant | Officer): Block => {
    const isDeputy = 'role' in one && one.role === 'deputy';
    const deputy = isDeputy ? paper.t(isWoman(one.name) ? 'deputy.female' : 'deputy.male') : '';
    const held = [deputy, office(one)].filter((part) => part !== '').join(', ');
    return paper.line('Listed', [
      ...(held === '' ? [] : [said(held), dash]),
      said(nameInText(one.name, paper.form)),
      'role' in one ? presenceNote(paper, one) : '',
    ]);
  };
  return [paper.line('Label', `${label}:`), ...people.map(line)];
}

const agenda = (paper: Paper, { items }: MinutesModel): Block[] => [
  paper.line('Heading1', `${paper.t('agenda.title')}:`),
  ...(items.length === 0 ? [paper.line('Body', paper.t('agenda.empty'))] : []),
  ...items.map(({ title, rapporteur }) => agendaEntry(paper, title, [rapporteurParts(paper, rapporteur)])),
];

function discussion(paper: Paper, model: MinutesModel, item: MinutesItem, short: boolean): Block[] {
  const { t, form } = paper;
  const heard = item.speeches.filter(({ kind }) => kind === 'heard');
  const spoken = item.speeches.filter(({ kind }) => kind === 'speech');
  const named = (speeches: typeof heard): string =>
    [...new Set(speeches.flatMap(({ speaker }) => (speaker === null ? [] : [nameInText(speaker.name, form)])))].join(
      ', ',
    );
  const reporters = named(heard) || (item.rapporteur === null ? '' : nameInText(item.rapporteur.name, form));
  const shortLine = (label: string, who: string): Block[] =>
    who === '' ? [] : [paper.line('Speech', [`${label} `, said(ended(who))])];
  if (short) return [...shortLine(t('item.heard'), reporters), ...shortLine(t('item.spoke'), named(spoken))];
  const part = (label: string, speeches: typeof heard): Block[] =>
    speeches.length === 0
      ? []
      : [
          paper.line('Part', label),
          ...speeches.flatMap((one) => speechParagraphs(paper, model, one, { dash, office })),
        ];
  return [
    ...(heard.length > 0 ? part(t('item.heard'), heard) : shortLine(t('item.heard'), reporters)),
    ...part(t('item.spoke'), spoken),
  ];
}

/** `Nolemj:` with the decisions, numbered item.n by Word itself. */
export function decisionsLv(
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
 * Minutes by Cabinet Regulation 558 in the order of the Cabinet's own minutes: `PROTOKOLS Nr.`, place and date, `Sēdi vada`,
 * `Ar balsstiesībām piedalās`, `Ar padomdevēja tiesībām piedalās`, `Protokolē`, `Sēdi sāk plkst.`, `Darba kārtība`; for each
 * item the speakers and `Nolemj:`; `Sēdi slēdz plkst.`, signatures.
 */
export function minutesLv(paper: Paper, model: MinutesModel, options: { short: boolean }): Block[] {
  const { t } = paper;
  const there = attendance(model);
  const quorum = quorumSentence(paper, model);
  return [
    ...titleBlock(paper, { head: model, title: t('title.minutes'), number: model.number }),
    ...list(paper, t('chair.male'), model.chair === null ? [] : [model.chair]),
    ...list(paper, t('present.voting'), there.voting),
    ...list(paper, t('present.advisory'), [...there.advisory, ...there.notVoting]),
    ...list(paper, t('present.invited'), there.invited),
    ...list(paper, t('present.absent'), there.absent),
    ...list(paper, t('secretary.male'), model.secretary === null ? [] : [model.secretary]),
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
        ...decisionsLv(paper, model, item),
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
  ];
}

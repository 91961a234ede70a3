import { assigneeNames, dayInWords, numericDay } from '../paper/meeting.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import { asOf, groupOf, minutesWords, periodWords, registerHead, registerSignature } from '../paper/register.ts';
import { dueCell, noteCell, stateCell, totalsLine } from '../paper/carriedOut.ts';
import { wordFileName } from '../paper/fileName.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { gap, ruledTable, type Cell, type Row } from '../paper/tables.ts';
import type { Counts, DecisionSection, DecisionStateModel } from './model.ts';
import type { DecisionRow } from './rows.ts';

/** What a section is called: its minutes, its organisation, or that nobody is named. */
function sectionName(paper: Paper, { of }: DecisionSection, severalGroups: boolean): Part[] {
  if (of === null) return [paper.t('decisionState.nobody')];
  if ('organisation' in of) return [said(of.organisation)];
  const group = severalGroups ? [', ', said(of.meeting.group)] : [];
  return [minutesWords(paper, of.meeting), ...group];
}

/** The numbers of each section, where there are several. */
function summary(paper: Paper, model: DecisionStateModel): Block[] {
  const { t } = paper;
  if (model.sections.length < 2) return [];
  const states = ['all', 'done', 'inProgress', 'open', 'overdue', 'cancelled'] as const;
  const numbers = (counts: Counts): Cell[] => states.map((state) => ({ parts: [String(counts[state])] }));
  return [
    ruledTable(
      paper,
      [
        { title: t(model.by === 'meeting' ? 'column.minutes' : 'column.organisation'), share: 34 },
        ...states.map((state) => ({ title: t(`column.count.${state}`), share: 11, align: 'center' as const })),
      ],
      [
        ...model.sections.map((section): Row => [
          { parts: sectionName(paper, section, model.severalGroups) },
          ...numbers(section.counts),
        ]),
        [
          { paragraphs: [paper.line('CellHead', t('column.together'), { alignment: 'left', keepNext: false })] },
          ...numbers(model.counts),
        ],
      ],
      { landscape: true },
    ),
    gap(paper),
  ];
}

/** How far each of several assignees has come. */
const ownStates = (paper: Paper, { assignees }: DecisionRow): Part[][] =>
  assignees.flatMap(({ who, status, doneOn }) => {
    if (status === null || assignees.length < 2) return [];
    const day = doneOn === null ? '' : ` ${numericDay(paper, doneOn)}`;
    return [[said(assigneeNames(paper, [who])), ` – ${paper.t(`state.${status}`)}${day}`]];
  });

function rowCells(paper: Paper, by: DecisionStateModel['by'], row: DecisionRow): Cell[] {
  return [
    by === 'meeting'
      ? { parts: [said(row.number)] }
      : {
          paragraphs: [
            paper.line('Cell', said(row.number), { alignment: 'center' }),
            paper.line('Cell', numericDay(paper, row.meeting.heldOn), { alignment: 'center' }),
          ],
        },
    { text: row.text },
    {
      text: assigneeNames(
        paper,
        row.assignees.map(({ who }) => who),
        ',\n',
      ),
    },
    dueCell(paper, row, row.moves),
    stateCell(paper, row, 'state', ownStates(paper, row)),
    noteCell(paper, row.note),
  ];
}

/** What the paper is about: the group, the time, one meeting or one organisation. */
function head(paper: Paper, model: DecisionStateModel): Block[] {
  const { t } = paper;
  const { frame, period, meeting, organisation, unfinished } = model;
  const group = groupOf(paper, frame);
  const between = periodWords(paper, period.from, period.until);
  const lines: Part[][] = [
    ...(between === '' ? [] : [[t('decisionState.taken', { period: between })]]),
    ...(meeting === null ? [] : [[minutesWords(paper, meeting)]]),
    ...(organisation === '' ? [] : [[`${t('decisionState.assignee')}: `, said(organisation)]]),
    ...(unfinished ? [[t('decisionState.unfinished')]] : []),
    [asOf(paper, frame.day)],
  ];
  return registerHead(paper, frame, {
    title: t('title.decisionState'),
    about: group === '' ? t('decisionState.aboutAll') : t('decisionState.about', { group }),
    lines,
  });
}

/** How decisions are carried out, on paper laid across. Layout: docs/forms/decision-state.md. */
export function decisionStateSheet(paper: Paper, model: DecisionStateModel): Sheet {
  const { t } = paper;
  const { frame, sections, by } = model;
  const kind = t('name.decisionState');
  const rows = sections.flatMap((section): Row[] => [
    { section: sectionName(paper, section, model.severalGroups) },
    ...section.rows.map((row) => rowCells(paper, by, row)),
  ]);
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: model.meeting?.number ?? '',
      more: model.organisation || frame.group?.shortName || '',
      day: frame.day,
    }),
    title: [kind, frame.group?.name ?? '', dayInWords(paper, frame.day)].filter((part) => part !== '').join(', '),
    subject: model.organisation,
    author: frame.organisation || (frame.group?.name ?? ''),
    draft: false,
    landscape: true,
    blocks: [
      ...head(paper, model),
      ...(rows.length === 0
        ? [paper.line('Body', t('decisionState.none'))]
        : [
            paper.line('Body', totalsLine(paper, 'decisions', model.counts), { spacing: { after: 120 } }),
            ...summary(paper, model),
            ruledTable(
              paper,
              [
                { title: t('column.decisionNumber'), share: by === 'meeting' ? 8 : 11, align: 'center' },
                { title: t('column.decision'), share: by === 'meeting' ? 32 : 29 },
                { title: t('column.assignee'), share: 15 },
                { title: t('column.due'), share: 15, align: 'center' },
                { title: t('column.state'), share: 14, align: 'center' },
                { title: t('column.progress'), share: 16 },
              ],
              rows,
              { landscape: true },
            ),
          ]),
      ...registerSignature(paper, frame),
    ],
  };
}

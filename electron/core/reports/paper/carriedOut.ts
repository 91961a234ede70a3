import type { IsoDay } from '../../../../shared/dates.ts';
import type { DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import type { DecisionRow } from '../decisionState/rows.ts';
import { numericDay as plainDay } from './meeting.ts';
import { said, type Paper, type Part } from './paper.ts';
import { overdueWords, periodName, repetitionWords } from './register.ts';
import type { Cell } from './tables.ts';
import { ended, oneLine } from './typography.ts';

/** How something is carried out: a decision or an obligation. */
type CarriedOut = Pick<DecisionRow, 'dueOn' | 'state' | 'daysLeft' | 'periods' | 'repetition'>;

/** In narrow columns a day must not part at its hyphens (2026-11-12). */
const numericDay = (paper: Paper, day: IsoDay): string => plainDay(paper, day).replaceAll('-', '\u2011');

const under = { spacing: { before: 40 } };

/** The deadline in force, how it comes back, and from where and why it was moved. */
export function dueCell(paper: Paper, row: CarriedOut, moves: DecisionRow['moves']): Cell {
  const { t } = paper;
  const often = repetitionWords(paper, row.repetition);
  const date = row.dueOn === null ? '' : numericDay(paper, row.dueOn);
  const lines = [often, often !== '' && date !== '' ? t('carriedOut.next', { date }) : date].filter(
    (each) => each !== '',
  );
  const day = (on: IsoDay | null): string => (on === null ? '–' : numericDay(paper, on));
  return {
    paragraphs: [
      ...(lines.length === 0 ? ['–'] : lines).map((words) => paper.line('Cell', words, { alignment: 'center' })),
      ...moves.map(({ from, to, period, reason }) =>
        paper.line(
          'Cell',
          [
            period === '' ? '' : `${periodName(paper, period)}: `,
            t('carriedOut.moved', { from: day(from), to: day(to) }),
            ...(oneLine(reason) === '' ? [] : [': ', said(oneLine(reason))]),
          ],
          under,
        ),
      ),
    ],
  };
}

/**
 * The state with the days it is late, the periods of what comes back, and more lines below.
 * @param words those for decisions or for obligations: in Latvian they agree with the noun
 */
export function stateCell(
  paper: Paper,
  row: CarriedOut,
  words: 'state' | 'obligationStates',
  more: readonly (readonly Part[])[] = [],
): Cell {
  const { t } = paper;
  const state = row.state === 'overdue' ? overdueWords(paper, row.daysLeft) : t(`${words}.${row.state}`);
  // Of what comes back the periods tell more than the state of the next one; what is late is said all the same.
  const told = row.periods.length > 0 && row.state !== 'overdue';
  return {
    paragraphs: [
      ...(told ? [] : [paper.line('Cell', state, { alignment: 'center' })]),
      ...row.periods.map(({ period, state: its }) =>
        paper.line('Cell', `${periodName(paper, period)} – ${t(`${words}.${its}`)}`, under),
      ),
      ...more.map((parts) => paper.line('Cell', parts, under)),
    ],
  };
}

/** The latest note with its day. */
export function noteCell(paper: Paper, note: DecisionRow['note']): Cell {
  if (note === null) return { text: '' };
  const lead = note.notedOn === null ? [] : [`${numericDay(paper, note.notedOn)}: `];
  return { paragraphs: paper.text('Cell', note.text, { lead }) };
}

/** «Усього рішень – 12, з них виконано – 5, …»: what there is none of is not said. */
export function totalsLine(
  { t }: Paper,
  of: 'decisions' | 'obligations',
  counts: Record<DecisionState | 'all', number>,
): string {
  const parts = (['done', 'inProgress', 'open', 'overdue', 'cancelled'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => t(`totals.${of}.${state}`, { n: counts[state] }));
  const all = t(`totals.${of}.all`, { n: counts.all });
  return ended(parts.length === 0 ? all : t('totals.ofThem', { all, parts: parts.join(', ') }));
}

import type { ActivityRow } from '../../../../shared/contract/projects.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { activityState } from '../../../../shared/rules/activityState.ts';
import { activityKinds } from '../../../../shared/vocabulary.ts';
import type { Part } from '../paper/paper.ts';
import { said } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { totalCell, type Cell, type Column, type Row } from '../paper/tables.ts';
import { oneLine } from '../paper/typography.ts';
import { orDash, record, stacked, titledTable, words } from './blocks.ts';
import { daysBelow, type Desk } from './desk.ts';

/** An activity with what only papers say of it. */
export interface PaperActivity extends ActivityRow {
  statusReason: string;
  outcome: string;
  /** Different countries among its participants; 0: not told by country. */
  countries: number;
}

/** First and last day of a report. */
export interface Period {
  from: IsoDay;
  until: IsoDay;
}

const touches = ({ from, until }: Period, first: IsoDay | null, last: IsoDay | null): boolean => {
  const begins = first ?? last;
  const ends = last ?? first;
  return begins !== null && ends !== null && begins <= until && ends >= from;
};

export const plannedIn = (period: Period, { plannedFrom, plannedUntil, status }: ActivityRow): boolean =>
  status !== 'cancelled' && touches(period, plannedFrom, plannedUntil);

/** Held within the period; one whose day nobody wrote down counts by its plan. */
export const heldIn = (period: Period, activity: ActivityRow): boolean => {
  const { status, actualFrom, actualUntil, plannedFrom, plannedUntil } = activity;
  if (status !== 'held') return false;
  return actualFrom === null && actualUntil === null
    ? touches(period, plannedFrom, plannedUntil)
    : touches(period, actualFrom, actualUntil);
};

/** Held until a day, or without any day. */
export const heldUntil = (day: IsoDay, { status, actualFrom, plannedFrom }: ActivityRow): boolean =>
  status === 'held' && (actualFrom ?? plannedFrom ?? day) <= day;

/**
 * Activities as they stood on a day: what was held later was still planned then, and late where its planned days were
 * over.
 */
export const asOfDay = (activities: readonly PaperActivity[], day: IsoDay): PaperActivity[] =>
  activities.map((one) => {
    const was: PaperActivity =
      one.status !== 'held' || heldUntil(day, one)
        ? one
        : { ...one, status: 'planned', actualFrom: null, actualUntil: null, participants: null, outcome: '' };
    return { ...was, state: activityState(was, day) };
  });

const sumOf = (activities: readonly ActivityRow[]): number =>
  activities.reduce((sum, { participants }) => sum + (participants ?? 0), 0);

const count = (n: number): Cell => words(n === 0 ? '–' : String(n));

/** How many of each kind were planned and held, in the period and from the beginning. */
export function kindsTable(
  { paper, Word }: Desk,
  title: string,
  activities: readonly PaperActivity[],
  period: Period,
): Block[] {
  const { t } = paper;
  const kinds = activityKinds.filter((kind) =>
    activities.some((one) => one.kind === kind && one.status !== 'cancelled'),
  );
  const figures = (of: readonly PaperActivity[]): number[] => {
    const held = of.filter((one) => heldIn(period, one));
    return [
      of.filter((one) => plannedIn(period, one)).length,
      held.length,
      sumOf(held),
      of.filter((one) => one.status !== 'cancelled').length,
      of.filter((one) => heldUntil(period.until, one)).length,
    ];
  };
  const ofPeriod = t('project.column.inPeriod');
  const ofProject = t('project.column.inAll');
  return titledTable(
    paper,
    title,
    [
      { title: t('project.column.kind'), share: 28 },
      { title: t('project.column.planned'), share: 12, align: 'center', group: ofPeriod },
      { title: t('project.column.held'), share: 16, align: 'center', group: ofPeriod },
      { title: t('project.column.participants'), share: 16, align: 'center', group: ofPeriod },
      { title: t('project.column.planned'), share: 12, align: 'center', group: ofProject },
      { title: t('project.column.held'), share: 16, align: 'center', group: ofProject },
    ],
    kinds.length === 0
      ? []
      : [
          ...kinds.map((kind): Row => [
            words(Word('activityKind', kind)),
            ...figures(activities.filter((one) => one.kind === kind)).map(count),
          ]),
          [
            totalCell(paper, t('column.together')),
            ...figures(activities).map((n) => totalCell(paper, n === 0 ? '–' : String(n), 'center')),
          ],
        ],
  );
}

/** For a report on the whole project: how many of each kind, with the participants of those that were held. */
export function allKindsTable({ paper, Word }: Desk, activities: readonly PaperActivity[]): Block[] {
  const { t } = paper;
  const kinds = activityKinds.filter((kind) =>
    activities.some((one) => one.kind === kind && one.status !== 'cancelled'),
  );
  const figures = (of: readonly PaperActivity[]): number[] => {
    const held = of.filter(({ status }) => status === 'held');
    return [of.filter(({ status }) => status !== 'cancelled').length, held.length, sumOf(held)];
  };
  if (kinds.length === 0) return [];
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.kind'), share: 46 },
      { title: t('project.column.planned'), share: 18, align: 'center' },
      { title: t('project.column.held'), share: 18, align: 'center' },
      { title: t('project.column.participants'), share: 18, align: 'center' },
    ],
    [
      ...kinds.map((kind): Row => [
        words(Word('activityKind', kind)),
        ...figures(activities.filter((one) => one.kind === kind)).map(count),
      ]),
      [
        totalCell(paper, t('column.together')),
        ...figures(activities).map((n) => totalCell(paper, n === 0 ? '–' : String(n), 'center')),
      ],
    ],
  );
}

/** «77 (20 країн)» */
function participantsLines({ paper }: Desk, { participants, countries }: PaperActivity): Part[][] {
  if (participants === null) return [['–']];
  return [[String(participants)], ...(countries < 2 ? [] : [[paper.t('project.fromCountries', { count: countries })]])];
}

const stateWord = ({ word }: Desk, { state }: PaperActivity): string => word('activityState', state);

/** Number, name with its place, planned days and how it stands: for lists within the text. */
export const shortActivityTable = (
  desk: Desk,
  title: string,
  activities: readonly PaperActivity[],
  reasons = false,
): Block[] => {
  const { paper } = desk;
  const { t } = paper;
  return titledTable(
    paper,
    title,
    [
      { title: t('project.column.number'), share: 8, align: 'center' },
      { title: t('project.column.activity'), share: 48 },
      { title: t('project.column.plannedDays'), share: 21, align: 'center' },
      { title: t('project.column.state'), share: 23 },
    ],
    activities.map((one) => [
      words(one.number),
      stacked(paper, [[said(one.title)], placeSaid(one) ? [] : [said(placesText(desk, one))]]),
      words(daysBelow(paper, one.plannedFrom, one.plannedUntil)),
      stacked(paper, [
        [stateWord(desk, one)],
        one.status !== 'held' || (one.actualFrom === null && one.actualUntil === null)
          ? []
          : [daysBelow(paper, one.actualFrom, one.actualUntil)],
        reasons && oneLine(one.statusReason) !== '' ? [said(oneLine(one.statusReason))] : [],
      ]),
    ]),
  );
};

/** The title names the place already, or there is none to name. */
const placeSaid = ({ title, where }: PaperActivity): boolean => {
  const [first = ''] = oneLine(where).split(/[\s,]/);
  return first === '' || title.includes(first);
};

/** Names of a hundred municipalities in one cell help nobody; the coverage report names each. */
const longestPlaces = 160;

/** As many whole names as there is room for, and how many places there are in all where some are left out. */
function placesText({ paper }: Desk, { where, territories }: PaperActivity): string {
  const text = oneLine(where);
  if (text.length <= longestPlaces) return text;
  const names = text.slice(0, text.lastIndexOf(', ', longestPlaces)) || text.slice(0, longestPlaces);
  return paper.t('project.placesMore', { names, n: territories });
}

/** All that is known of activities, under their lines; for an annex laid across. */
export function activityAnnex(desk: Desk, activities: readonly PaperActivity[]): Block[] {
  const { paper, Word } = desk;
  const { t } = paper;
  const columns: Column[] = [
    { title: t('project.column.number'), share: 6, align: 'center' },
    { title: t('project.column.activity'), share: 24 },
    { title: t('project.column.days'), share: 13, align: 'center' },
    { title: t('project.column.where'), share: 16 },
    { title: t('project.column.organiser'), share: 12 },
    { title: t('project.column.participants'), share: 11, align: 'center' },
    { title: t('project.column.outcome'), share: 18 },
  ];
  const rows: Row[] = [];
  let line: string | null | undefined;
  for (const one of activities) {
    if (one.lineId !== line) {
      line = one.lineId;
      const name = oneLine(one.line);
      rows.push({
        section: name === '' ? [t('project.withoutLine')] : [`${one.number.split('.')[0] ?? ''}. `, said(name)],
      });
    }
    rows.push([
      words(one.number),
      stacked(paper, [[said(one.title)], [Word('activityKind', one.kind)]]),
      stacked(
        paper,
        [
          [stateWord(desk, one)],
          one.status === 'held' && one.actualFrom !== null
            ? [daysBelow(paper, one.actualFrom, one.actualUntil)]
            : [daysBelow(paper, one.plannedFrom, one.plannedUntil)],
        ],
        'center',
      ),
      orDash(placesText(desk, one)),
      orDash(oneLine(one.organiser)),
      stacked(paper, participantsLines(desk, one), 'center'),
      oneLine(one.outcome) === '' ? orDash(oneLine(one.statusReason)) : record(one.outcome),
    ]);
  }
  return titledTable(paper, '', columns, rows, { landscape: true });
}

/** What people came together for, with how many came and from how many countries; of many the largest, in their order. */
export function gatheringsTable(desk: Desk, held: readonly PaperActivity[]): Block[] {
  const { paper, Word } = desk;
  const { t } = paper;
  const largest = new Set(
    held
      .filter(({ participants }) => participants !== null && participants > 0)
      .toSorted((a, b) => (b.participants ?? 0) - (a.participants ?? 0))
      .slice(0, mostGatherings),
  );
  return titledTable(
    paper,
    '',
    [
      { title: t('project.column.number'), share: 8, align: 'center' },
      { title: t('project.column.activity'), share: 50 },
      { title: t('project.column.days'), share: 22, align: 'center' },
      { title: t('project.column.participants'), share: 20, align: 'center' },
    ],
    held
      .filter((one) => largest.has(one))
      .map((one) => [
        words(one.number),
        stacked(paper, [[said(one.title)], [Word('activityKind', one.kind)]]),
        words(daysBelow(paper, one.actualFrom ?? one.plannedFrom, one.actualUntil ?? one.plannedUntil)),
        stacked(paper, participantsLines(desk, one), 'center'),
      ]),
  );
}

/** The annex has all of them. */
const mostGatherings = 20;

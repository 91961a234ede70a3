import type { IsoDay } from '../../../../shared/dates.ts';
import type { RegisterReportRequest } from '../../../../shared/contract/reports.ts';
import { localeTags, type Language } from '../../../../shared/languages.ts';
import type { DecisionState } from '../../../../shared/rules/decisionStatus.ts';
import type { Reading } from '../../directory/reading.ts';
import { peopleOn } from '../people.ts';
import { readFrame, type RegisterFrame } from '../registerFrame.ts';
import { readDecisionRows, type DecisionRow, type RowMeeting } from './rows.ts';

export type DecisionStateRequest = Extract<RegisterReportRequest, { report: 'decisionState' }>;

/** How many there are in each state; the states add up to `all`. */
export type Counts = Record<DecisionState | 'all', number>;

export interface DecisionSection {
  /** The meeting, or the organisation by its name; null: nobody is named. */
  of: { meeting: RowMeeting } | { organisation: string } | null;
  rows: DecisionRow[];
  counts: Counts;
}

export interface DecisionStateModel {
  frame: RegisterFrame;
  by: 'meeting' | 'organisation';
  language: Language | null;
  /** Days of the meetings; the one meeting, where it is about one. */
  period: { from: IsoDay | null; until: IsoDay | null };
  meeting: RowMeeting | null;
  organisation: string;
  unfinished: boolean;
  /** Decisions of more than one group: their meetings are told apart by the group. */
  severalGroups: boolean;
  sections: DecisionSection[];
  /** Each decision once, also where it stands under several organisations. */
  counts: Counts;
}

export function countStates(rows: readonly { state: DecisionState }[]): Counts {
  const counts: Counts = { all: rows.length, overdue: 0, open: 0, inProgress: 0, done: 0, cancelled: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

const sectionOf = (of: DecisionSection['of'], rows: DecisionRow[]): DecisionSection => ({
  of,
  rows,
  counts: countStates(rows),
});

function byMeeting(rows: readonly DecisionRow[]): DecisionSection[] {
  const meetings = new Map<string, DecisionRow[]>();
  for (const row of rows) meetings.set(row.meeting.id, [...(meetings.get(row.meeting.id) ?? []), row]);
  return [...meetings.values()].map((those) =>
    sectionOf(those[0] === undefined ? null : { meeting: those[0].meeting }, those),
  );
}

/** A decision of several organisations stands under each of them, unless the paper is about one. */
function byOrganisation(rows: readonly DecisionRow[], only: string | null, language: Language): DecisionSection[] {
  const named = new Map<string, DecisionRow[]>();
  const unnamed: DecisionRow[] = [];
  for (const row of rows) {
    const charged = row.assignees.filter(({ organisationId }) => only === null || organisationId === only);
    const names = new Set(charged.map(({ who }) => who.organisation.trim()).filter((name) => name !== ''));
    if (names.size === 0) unnamed.push(row);
    for (const name of names) {
      const those = named.get(name);
      if (those) those.push(row);
      else named.set(name, [row]);
    }
  }
  const { compare } = new Intl.Collator(localeTags[language]);
  const sections = [...named].toSorted(([a], [b]) => compare(a, b));
  return [
    ...sections.map(([organisation, those]) => sectionOf({ organisation }, those)),
    ...(unnamed.length === 0 ? [] : [sectionOf(null, unnamed)]),
  ];
}

/**
 * How decisions are carried out on a day.
 * @throws notFound, tooManyRowsOnPaper
 */
export function readDecisionState(workspace: Reading, request: DecisionStateRequest, day: IsoDay): DecisionStateModel {
  const people = peopleOn(workspace, day);
  const rows = readDecisionRows(workspace, people, request, day);
  const frame = readFrame(workspace, request.groupId, day, ['secretary', 'chair']);
  const language = frame.language ?? rows[0]?.language ?? null;
  const { by, organisationId, from, until, unfinished } = request;
  return {
    frame,
    by,
    language,
    period: { from, until },
    meeting: request.meetingId === null ? null : (rows[0]?.meeting ?? null),
    organisation: people.organisation(organisationId)?.name ?? '',
    unfinished,
    severalGroups: new Set(rows.map(({ meeting }) => meeting.group)).size > 1,
    sections: by === 'meeting' ? byMeeting(rows) : byOrganisation(rows, organisationId, request.form),
    counts: countStates(rows),
  };
}

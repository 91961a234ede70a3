import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { today, type IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { MeetingStatus } from '../../../../shared/vocabulary.ts';
import { safeDay } from '../../decisions/register/stored.ts';
import { namesLanguage } from '../../directory/namesLanguage.ts';
import { peopleOn } from '../../directory/peopleOn.ts';
import type { Reading } from '../../directory/reading.ts';
import { readMaterials } from '../../files/attachments.ts';
import { readClocks } from '../../ledger/clocks.ts';
import { readAll, readOne, type Reader } from '../../statements.ts';
import { activityNumbers } from './numbers.ts';
import { participantsOf } from './participants.ts';
import { placesOf, placeWords } from './places.ts';
import { requireActivity, type ActivityRecord } from './records.ts';
import { readRows } from './rows.ts';
import { activityWarnings } from './warnings.ts';

type Neighbour = ActivityDetail['after'][number];

const neighbourQueries = {
  after: `SELECT d.id, a.id AS activityId, a.title, coalesce(d.lagDays, 0) AS lagDays FROM activity_dependency d
    JOIN activity a ON a.id = d.afterId AND a.removed = 0 WHERE d.activityId = ? AND d.removed = 0 ORDER BY d.id`,
  before: `SELECT d.id, a.id AS activityId, a.title, coalesce(d.lagDays, 0) AS lagDays FROM activity_dependency d
    JOIN activity a ON a.id = d.activityId AND a.removed = 0 WHERE d.afterId = ? AND d.removed = 0 ORDER BY d.id`,
} as const;

/** Meetings that took place have at least a draft of their minutes. */
const hasTakenPlace = (status: MeetingStatus): boolean =>
  status === 'draftMinutes' || status === 'underApproval' || status === 'signed';

function readMeeting(reader: Reader, meetingId: string | null): ActivityDetail['meeting'] {
  if (meetingId === null) return null;
  const row = readOne<{ id: string; title: string; number: string; heldOn: string | null; status: MeetingStatus }>(
    reader,
    'SELECT id, title, number, heldOn, status FROM meeting WHERE id = ? AND removed = 0',
    meetingId,
  );
  return row ? { ...row, heldOn: safeDay(row.heldOn), held: hasTakenPlace(row.status) } : null;
}

const readObligations = (reader: Reader, id: string): ActivityDetail['obligations'] =>
  readAll(
    reader,
    `SELECT DISTINCT o.id, m.id AS memorandumId,
       trim(m.number || CASE WHEN m.number <> '' AND m.title <> '' THEN ' · ' ELSE '' END || m.title) AS memorandum, o.text
     FROM activity_obligation l JOIN obligation o ON o.id = l.obligationId AND o.removed = 0
       JOIN memorandum m ON m.id = o.memorandumId AND m.removed = 0
     WHERE l.activityId = ? AND l.removed = 0 ORDER BY m.signedOn, m.id, o.sortKey, o.id`,
    id,
  );

const proposedDay = (row: ActivityRecord, meeting: ActivityDetail['meeting']): IsoDay | null => {
  const isMarked = row.status === 'held' && (row.actualFrom ?? row.actualUntil) !== null;
  return meeting?.held && !isMarked && row.status !== 'cancelled' ? meeting.heldOn : null;
};

/** Everything about one activity. Throws `notFound`. */
export function readActivity(workspace: Reading, resources: string, id: string, now: Date): ActivityDetail {
  const day = today(now);
  const stored = requireActivity(workspace, id);
  const language = namesLanguage(workspace);
  const [row] = readRows(workspace, resources, [id], day, language);
  if (!row) throw new AppError('notFound', { what: 'activity' });
  const numbers = activityNumbers(workspace, stored.projectId);
  const neighbours = (which: keyof typeof neighbourQueries): Neighbour[] =>
    readAll<Omit<Neighbour, 'number'>>(workspace, neighbourQueries[which], id).map((each) => ({
      ...each,
      number: numbers.get(each.activityId) ?? '',
    }));
  const participantRows = (participantsOf(workspace, [id]).get(id) ?? []).map(({ dimension, key, people }) => ({
    dimension,
    key,
    people,
  }));
  const meeting = readMeeting(workspace, stored.meetingId);
  return {
    ...row,
    statusReason: stored.statusReason,
    baselineFrom: stored.baselineFrom,
    baselineUntil: stored.baselineUntil,
    place: stored.place,
    organiserId: stored.organiserId,
    organiserText: stored.organiserText,
    responsibleId: stored.responsibleId,
    responsible: peopleOn(workspace, [stored.responsibleId], day).name(stored.responsibleId),
    outcome: stored.outcome,
    source: stored.source,
    note: stored.note,
    places: (placesOf(workspace, [id]).get(id) ?? []).map(({ activityId: _of, sortKey: _key, ...place }) => ({
      ...place,
      ...placeWords(resources, place, language),
    })),
    participantRows,
    countries: new Set(
      participantRows.filter(({ dimension, people }) => dimension === 'country' && people !== 0).map(({ key }) => key),
    ).size,
    after: neighbours('after'),
    before: neighbours('before'),
    meeting,
    heldProposed: proposedDay(stored, meeting),
    obligations: readObligations(workspace, id),
    deliverables: readAll(
      workspace,
      'SELECT id, title FROM deliverable WHERE activityId = ? AND removed = 0 ORDER BY sortKey, id',
      id,
    ),
    files: readMaterials(workspace, [id]),
    spent: readAll(
      workspace,
      `SELECT e.currency, sum(coalesce(e.amount, 0)) AS amount FROM expense e
       JOIN budget_line b ON b.id = e.budgetLineId AND b.removed = 0
       WHERE e.activityId = ? AND e.removed = 0 AND e.kind = 'spending' GROUP BY e.currency ORDER BY e.currency`,
      id,
    ),
    warnings: activityWarnings(workspace, id, day),
    clocks: readClocks(workspace, 'activity', [id]).get(id) ?? {},
  };
}

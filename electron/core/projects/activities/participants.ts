import type { ActivityDetail, ParticipantRow } from '../../../../shared/contract/activityViews.ts';
import { AppError } from '../../../../shared/errors.ts';
import { arrange } from '../../../../shared/rules/order.ts';
import { isCountry } from '../../../../shared/rules/regionNames.ts';
import {
  ageBands,
  participantDimensions,
  participantSexes,
  type ParticipantDimension,
} from '../../../../shared/vocabulary.ts';
import type { Author } from '../../ledger/ledger.ts';
import { requireText } from '../../meetings/checks.ts';
import { asList, groupBy, readAll, type Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { activity, participantCount } from '../tables.ts';
import { requireActivity } from './records.ts';

type Warning = ActivityDetail['warnings'][number];
type StoredCount = ParticipantRow & { id: string; activityId: string; sortKey: string };

const readCounts = (reader: Reader, activityIds: readonly string[]): StoredCount[] =>
  readAll(
    reader,
    `SELECT c.id, c.activityId, c.dimension, c.key, c.people, c.sortKey
     FROM json_each(?) j CROSS JOIN participant_count c ON c.activityId = j.value
     WHERE c.removed = 0 ORDER BY c.activityId, c.sortKey, c.id`,
    asList(activityIds),
  );

/** Participants of activities by kind, in their order, by activity. */
export const participantsOf = (reader: Reader, activityIds: readonly string[]): Map<string, StoredCount[]> =>
  groupBy(readCounts(reader, activityIds), ({ activityId }) => activityId);

/**
 * What does not fit in counts of participants: the parts of a dimension are more than all, or, where each of them is
 * known, fewer.
 */
export function participantWarnings(total: number | null, rows: readonly ParticipantRow[]): Warning[] {
  if (total === null) return [];
  return participantDimensions.flatMap((dimension): Warning[] => {
    const own = rows.filter((row) => row.dimension === dimension);
    const sum = own.reduce((all, { people }) => all + (people ?? 0), 0);
    const params = { dimension, context: dimension, sum, total };
    if (sum > total) return [{ code: 'participantsMore', params }];
    const isKnown = own.length > 0 && own.every(({ people }) => people !== null);
    return isKnown && sum < total ? [{ code: 'participantsLess', params }] : [];
  });
}

const isKey: Record<ParticipantDimension, (key: string) => boolean> = {
  sex: (key) => participantSexes.some((each) => each === key),
  ageBand: (key) => ageBands.some((each) => each === key),
  country: isCountry,
  // A group of the vocabulary, or a profession in one's own words.
  profession: () => true,
};

/** Throws `required`, `participantKeyUnknown`, `participantKeyTwice`. */
function requireCounts(rows: readonly ParticipantRow[]): ParticipantRow[] {
  const seen = new Set<string>();
  return rows.map(({ dimension, key: given, people }) => {
    requireText(given, 'rows');
    const key = given.trim();
    if (!isKey[dimension](key)) throw new AppError('participantKeyUnknown', { text: key }, 'rows');
    if (seen.has(`${dimension} ${key}`)) throw new AppError('participantKeyTwice', { text: key }, 'rows');
    seen.add(`${dimension} ${key}`);
    return { dimension, key, people };
  });
}

/**
 * How many took part, in all and by kind; aggregates only. A count that is null says that there were some. Sums that do
 * not fit are kept and told. Throws `notFound`, `required`, `participantKeyUnknown`, `participantKeyTwice`.
 */
export function setParticipants(
  workspace: OpenWorkspace,
  author: Author,
  { id, total, rows }: { id: string; total: number | null; rows: readonly ParticipantRow[] },
): { warnings: Warning[] } {
  requireActivity(workspace, id);
  const wanted = requireCounts(rows);
  const keyOf = (row: ParticipantRow): string => `${row.dimension} ${row.key}`;
  const before = readCounts(workspace, [id]);
  const known = new Map<string, StoredCount>();
  for (const row of before) if (!known.has(keyOf(row))) known.set(keyOf(row), row);
  const ids = wanted.map((row) => known.get(keyOf(row))?.id ?? keyOf(row));
  const keys = new Map(
    arrange(
      before.map((row) => ({ id: row.id, key: row.sortKey })),
      ids,
    ).map((placed) => [placed.id, placed.key]),
  );
  workspace.ledger.write(author, { label: 'projects.setParticipants' }, (w) => {
    w.update(activity, id, { participants: total });
    const kept = new Set(ids);
    for (const row of before) if (!kept.has(row.id)) w.remove(participantCount, row.id);
    for (const [index, row] of wanted.entries()) {
      const at = ids[index] ?? '';
      const sortKey = keys.get(at);
      if (known.has(keyOf(row)))
        w.update(participantCount, at, { people: row.people, ...(sortKey === undefined ? {} : { sortKey }) });
      else w.insert(participantCount, { activityId: id, ...row, sortKey: sortKey ?? 'a0' });
    }
  });
  return { warnings: participantWarnings(total, wanted) };
}

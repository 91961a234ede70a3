import { everValues } from '../../ledger/derived.ts';
import { asList, readAll, type Reader } from '../../statements.ts';

/** Entity → the field that leads to the decision itself. */
const leadsTo: Record<string, string> = {
  execution: 'decisionId',
  occurrence: 'decisionId',
  progressNote: 'decisionId',
  assignee: 'decisionId',
};

const strings = (reader: Reader, sql: string, ids: Iterable<string>): string[] =>
  readAll<{ id: string }>(reader, sql, asList(ids)).map(({ id }) => id);

/** Decisions that stand, or stood when the register last looked, under these meetings: their numbers hang together. */
const ofMeetings = (reader: Reader, meetings: Iterable<string>): string[] => [
  ...strings(
    reader,
    `SELECT d.id FROM json_each(?) j CROSS JOIN agenda_item i ON i.meetingId = j.value JOIN decision d ON d.itemId = i.id`,
    meetings,
  ),
  ...strings(
    reader,
    `SELECT k.id FROM json_each(?) j CROSS JOIN register_key m ON m.id = j.value
       JOIN register_entry e ON e.meetingKey = m.n JOIN register_key k ON k.n = e.n`,
    meetings,
  ),
];

/**
 * The decisions whose entries may be different after these rows have changed. What moved from one owner to another
 * counts for both.
 * @param renumbered whether a changed decision stands in another place than before: then its neighbours count too
 */
export function affectedDecisions(
  reader: Reader,
  rows: ReadonlyMap<string, ReadonlySet<string>>,
  renumbered: boolean,
): Set<string> {
  const of = (entity: string): ReadonlySet<string> => rows.get(entity) ?? new Set();
  const decisions = new Set<string>();
  const add = (ids: Iterable<string>) => {
    for (const id of ids) decisions.add(id);
  };

  const items = new Set(of('agendaItem'));
  if (of('decision').size > 0) {
    add(of('decision'));
    if (renumbered) for (const id of everValues(reader, 'decision', 'itemId', of('decision'))) items.add(id);
  }
  const meetings = new Set(of('meeting'));
  if (items.size > 0) for (const id of everValues(reader, 'agendaItem', 'meetingId', items)) meetings.add(id);
  if (meetings.size > 0) add(ofMeetings(reader, meetings));

  for (const [entity, field] of Object.entries(leadsTo))
    if (of(entity).size > 0) add(everValues(reader, entity, field, of(entity)));
  if (of('assigneeExecution').size > 0)
    add(
      everValues(
        reader,
        'assignee',
        'decisionId',
        everValues(reader, 'assigneeExecution', 'assigneeId', of('assigneeExecution')),
      ),
    );
  if (of('attachment').size > 0) {
    const owners = everValues(reader, 'attachment', 'ownerId', of('attachment'));
    add(owners);
    add(everValues(reader, 'progressNote', 'decisionId', owners));
  }
  if (of('office').size > 0)
    add(
      strings(
        reader,
        'SELECT a.decisionId AS id FROM json_each(?) j CROSS JOIN assignee a ON a.personId = j.value',
        everValues(reader, 'office', 'personId', of('office')),
      ),
    );
  return decisions;
}

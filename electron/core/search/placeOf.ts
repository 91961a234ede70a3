import { registry } from '../entities.ts';
import { readOne, type Reader } from '../statements.ts';

/** Where a record belongs, through all its owners. */
export interface Place {
  /** Neither it nor an owner of it is removed. */
  live: boolean;
  day: string | null;
  groupId: string | null;
  meetingId: string | null;
  itemId: string | null;
  memorandumId: string | null;
  projectId: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Climbs from a record of any kind to the meeting, memorandum, project or group it is a part of. */
export function placeOf(reader: Reader, entity: string, id: string): Place {
  const place: Place = {
    live: true,
    day: null,
    groupId: null,
    meetingId: null,
    itemId: null,
    memorandumId: null,
    projectId: null,
  };
  let at: { entity: string; id: string } | null = { entity, id };
  while (at !== null) {
    const described = registry.entities.get(at.entity);
    if (!described) return place;
    const row: Record<string, unknown> | undefined = readOne(
      reader,
      `SELECT * FROM ${described.sqlName} WHERE id = ?`,
      at.id,
    );
    if (!row || row['removed'] === 1) return { ...place, live: false };
    if (at.entity === 'agendaItem') place.itemId = at.id;
    if (at.entity === 'meeting') {
      place.meetingId = at.id;
      place.day = text(row['heldOn']);
      place.groupId = text(row['groupId']);
    }
    if (at.entity === 'memorandum') {
      place.memorandumId = at.id;
      place.day = text(row['signedOn']) ?? text(row['agreedOn']);
      place.groupId = text(row['groupId']);
    }
    if (at.entity === 'activity') place.day = text(row['actualFrom']) ?? text(row['plannedFrom']);
    if (at.entity === 'deliverable') place.day = text(row['doneOn']) ?? text(row['dueOn']);
    if (at.entity === 'project') {
      place.projectId = at.id;
      place.day ??= text(row['startsOn']);
      place.groupId = text(row['groupId']);
    }
    if (at.entity === 'workingGroup') place.groupId = at.id;
    const owner: string | null = described.owner === null ? null : text(row[described.owner.column]);
    at = owner === null || described.owner === null ? null : { entity: described.owner.entity, id: owner };
  }
  return place;
}

import { keysInRow } from '../../../../shared/rules/order.ts';
import type { Writer } from '../../ledger/write.ts';
import { activity, activityDependency, activityPlace, participantCount } from '../../projects/tables.ts';
import type { Theme } from './directory.ts';
import { createNames, type Names } from './names.ts';
import type { SampleActivity } from './projectFormat.ts';

function insertActivity(
  w: Writer,
  theme: Theme,
  of: { projectId: string; lineId: string | null; sortKey: string },
  data: SampleActivity,
): string {
  const { kind, status, title, planned, baseline, actual, place, organiser, organiserText, participants } = data;
  const activityId = w.insert(activity, {
    ...of,
    kind,
    status,
    title,
    place,
    organiserText,
    participants,
    outcome: data.outcome,
    source: data.source,
    organiserId: organiser === undefined ? null : theme.organisations.idOf(organiser),
    plannedFrom: planned[0],
    plannedUntil: planned[1],
    baselineFrom: baseline?.[0] ?? null,
    baselineUntil: baseline?.[1] ?? null,
    actualFrom: actual?.[0] ?? null,
    actualUntil: actual?.[1] ?? null,
  });
  const places = keysInRow(data.places.length);
  for (const [index, { on, ...where }] of data.places.entries())
    w.insert(activityPlace, { activityId, ...where, heldOn: on, sortKey: places[index] ?? 'a0' });
  const counts = keysInRow(data.counts.length);
  for (const [index, counted] of data.counts.entries())
    w.insert(participantCount, { activityId, ...counted, sortKey: counts[index] ?? 'a0' });
  return activityId;
}

/** Writes the activities of a project in their order, then what comes after what; returns their ids by key. */
export function insertActivities(
  w: Writer,
  theme: Theme,
  { projectId, lines }: { projectId: string; lines: Names },
  data: readonly SampleActivity[],
): Names {
  const names = createNames('activity');
  const keys = keysInRow(data.length);
  for (const [index, one] of data.entries()) {
    const lineId = one.line === null ? null : lines.idOf(one.line);
    names.give(one.key, insertActivity(w, theme, { projectId, lineId, sortKey: keys[index] ?? 'a0' }, one));
  }
  for (const one of data)
    for (const { activity: after, lag } of one.after)
      w.insert(activityDependency, {
        activityId: names.idOf(one.key),
        afterId: names.idOf(after),
        lagDays: lag,
      });
  return names;
}

import { keysInRow } from '../../../shared/rules/order.ts';
import type { AgendaItemKind } from '../../../shared/vocabulary.ts';
import type { Reading } from '../directory/reading.ts';
import type { Writer } from '../ledger/write.ts';
import { readAll } from '../statements.ts';
import { listed } from './members.ts';
import { placedItems } from './records.ts';
import { agendaItem, participant } from './tables.ts';

interface CopiedItem {
  kind: AgendaItemKind;
  title: string;
  rapporteurId: string | null;
  rapporteurText: string;
  minutesPlanned: number | null;
}

/** The agenda of another meeting, without notes, materials and what was said. */
export function copyAgenda(w: Writer, workspace: Reading, from: string, to: string) {
  const items = readAll<CopiedItem>(
    workspace,
    `SELECT kind, title, rapporteurId, rapporteurText, minutesPlanned FROM agenda_item
     WHERE meetingId = ? AND removed = 0 ORDER BY sortKey, id`,
    from,
  );
  appendItems(w, workspace, to, items);
}

/** Puts items at the end of a meeting's agenda, in their order. */
export function appendItems(
  w: Writer,
  workspace: Reading,
  meetingId: string,
  items: readonly (Partial<CopiedItem> & { title: string })[],
) {
  const last = placedItems(workspace, meetingId)
    .map(({ key }) => key)
    .toSorted()
    .at(-1);
  const keys = keysInRow(items.length, last ?? null);
  for (const [index, item] of items.entries())
    w.insert(agendaItem, { ...item, meetingId, sortKey: keys[index] ?? 'a0' });
}

/** The invited guests of another meeting who are not on the list yet. */
export function copyGuests(w: Writer, workspace: Reading, from: string, to: string) {
  const there = listed(workspace, to);
  const known = new Set(there.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const guests = readAll<{
    personId: string | null;
    nameText: string;
    organisationId: string | null;
    positionText: string;
  }>(
    workspace,
    `SELECT personId, nameText, organisationId, positionText FROM participant
     WHERE meetingId = ? AND role = 'guest' AND removed = 0 ORDER BY sortKey, id`,
    from,
  ).filter(({ personId }) => personId === null || !known.has(personId));
  const keys = keysInRow(guests.length, there.at(-1)?.key ?? null);
  for (const [index, guest] of guests.entries())
    w.insert(participant, { ...guest, role: 'guest', meetingId: to, sortKey: keys[index] ?? 'a0' });
}

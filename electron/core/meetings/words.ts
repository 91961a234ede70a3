import type { EditorEntry, ItemWords, SavedEntry, WordsToSave } from '../../../shared/contract/meetings.ts';
import { AppError } from '../../../shared/errors.ts';
import { arrange, type Placed } from '../../../shared/rules/order.ts';
import type { SpeechKind } from '../../../shared/vocabulary.ts';
import { decision } from '../decisions/tables.ts';
import { readDecisions } from '../decisions/views.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Author } from '../ledger/ledger.ts';
import { readClocks } from '../ledger/clocks.ts';
import { mergeTexts, type Writer } from '../ledger/write.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireTime } from './checks.ts';
import { dayOfMeeting, meetingOf, requirePart, type MeetingRecord } from './records.ts';
import { speech } from './tables.ts';

interface StoredSpeech {
  id: string;
  kind: SpeechKind;
  sortKey: string;
  speakerId: string | null;
  speakerText: string;
  saidAt: string | null;
  text: string;
  textAttached: number;
}

/** The words under one item: what the editor shows. Throws `notFound`. */
export function readWords(workspace: OpenWorkspace, itemId: string, now: Date): ItemWords {
  const meeting = meetingOf(workspace, 'agendaItem', itemId);
  const rows = readAll<StoredSpeech>(
    workspace,
    `SELECT id, kind, sortKey, speakerId, speakerText, saidAt, text, textAttached FROM speech
     WHERE itemId = ? AND removed = 0 ORDER BY sortKey, id`,
    itemId,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ speakerId }) => speakerId),
    dayOfMeeting(meeting, now),
  );
  const clocks = readClocks(
    workspace,
    'speech',
    rows.map(({ id }) => id),
  );
  return {
    id: itemId,
    meetingId: meeting.id,
    speeches: rows.map((row) => ({
      ...row,
      textAttached: row.textAttached === 1,
      speaker: people.name(row.speakerId) || row.speakerText,
      clocks: clocks.get(row.id) ?? {},
    })),
    decisions: readDecisions(workspace, meeting, itemId, now),
  };
}

interface StoredEntry {
  id: string;
  itemId: string;
  meetingId: string;
  text: string;
  removed: number;
}

const tables = { speech, decision } as const;
type EntryTable = keyof typeof tables;

const tableOf = (kind: EditorEntry['kind']): EntryTable => (kind === 'decision' ? 'decision' : 'speech');

const storedEntry = (reader: Reader, table: EntryTable, id: string) =>
  readOne<StoredEntry>(
    reader,
    `SELECT e.id, e.itemId, i.meetingId, e.text, e.removed FROM ${table} e JOIN agenda_item i ON i.id = e.itemId WHERE e.id = ?`,
    id,
  );

/**
 * What the page had read of a text. A page that never heard back from its first save has no base; if it has only
 * written on since, there is nothing to merge.
 */
function baseOf(entry: EditorEntry, stored: StoredEntry) {
  if (entry.base !== null) return { text: entry.base };
  return entry.text.startsWith(stored.text) ? {} : { text: { clock: null, text: '' } };
}

function fieldsOf(entry: EditorEntry) {
  if (entry.kind === 'decision') return {};
  const { kind, speakerId, speakerText, saidAt, textAttached } = entry;
  requireTime(saidAt, 'saidAt');
  return { kind, speakerId, speakerText, saidAt, textAttached };
}

/** Writes one entry and says whether its text had to be merged with, or gave way to, what another page wrote. */
function saveEntry(
  w: Writer,
  reader: Reader,
  meeting: MeetingRecord,
  itemId: string,
  entry: EditorEntry,
): Omit<SavedEntry, 'clock'> {
  const table = tableOf(entry.kind);
  const { id, text } = entry;
  const stored = storedEntry(reader, table, id);
  const fields = { ...fieldsOf(entry), itemId, text };
  if (!stored) {
    w.insert(tables[table], { ...fields, id });
    return { id, text, merged: false, conflict: false };
  }
  if (stored.meetingId !== meeting.id) throw new AppError('notFound', { what: table });
  // Taken away by another page while this one went on writing: the words come back (rule 5).
  if (stored.removed === 1) w.restore(tables[table], id);
  w.update(tables[table], id, fields, baseOf(entry, stored));
  const now = storedEntry(reader, table, id)?.text ?? text;
  if (now === text) return { id, text, merged: false, conflict: false };
  const merges = mergeTexts(text, entry.base?.text ?? '', stored.text) !== null;
  return { id, text: now, merged: merges, conflict: !merges };
}

/** Speeches and decisions of an item share one row of keys, so that the editor finds them in the order they had. */
const placedEntries = (reader: Reader, itemId: string): (Placed & { entity: EntryTable })[] =>
  readAll(
    reader,
    `SELECT id, sortKey AS key, 'speech' AS entity FROM speech WHERE itemId = ? AND removed = 0
     UNION ALL SELECT id, sortKey AS key, 'decision' AS entity FROM decision WHERE itemId = ? AND removed = 0`,
    itemId,
    itemId,
  );

/**
 * Saves what the editor changed under one item, as typing: new entries under the ids the page gave them, changed and
 * moved ones, the order of all. A text that another page changed meanwhile is merged, or, where both changed the same
 * words, left as the other has it and listed as a conflict with ours kept (rule 2).
 * Throws `notFound`, `signedLocked`, `meetingCancelled`, `timeMalformed`, `textTooLong`.
 */
export function saveWords(workspace: OpenWorkspace, author: Author, input: WordsToSave): { entries: SavedEntry[] } {
  const { itemId, changed, removed, order } = input;
  const meeting = meetingOf(workspace, 'agendaItem', itemId);
  requirePart(meeting, 'minutesText');
  const entries = workspace.ledger.write(author, { label: 'meetings.saveWords', typing: true }, (w) => {
    const saved = changed.map((entry) => saveEntry(w, workspace, meeting, itemId, entry));
    for (const { kind, id } of removed) {
      const stored = storedEntry(workspace, tableOf(kind), id);
      if (stored && stored.removed === 0 && stored.meetingId === meeting.id) w.remove(tables[tableOf(kind)], id);
    }
    const list = placedEntries(workspace, itemId);
    const entityOf = new Map(list.map(({ id, entity }) => [id, entity]));
    const wanted = order.filter((id) => entityOf.has(id));
    for (const { id, key } of arrange(list, wanted))
      w.update(tables[entityOf.get(id) ?? 'speech'], id, { sortKey: key });
    return saved;
  });
  const clockOf = new Map(
    (['speech', 'decision'] as const).flatMap((table) => [
      ...readClocks(
        workspace,
        table,
        changed.filter(({ kind }) => tableOf(kind) === table).map(({ id }) => id),
      ),
    ]),
  );
  return { entries: entries.map((entry) => ({ ...entry, clock: clockOf.get(entry.id)?.['text'] ?? null })) };
}

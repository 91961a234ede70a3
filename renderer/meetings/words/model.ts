import type { EditorEntry, ItemWords } from '../../../shared/contract/meetings.ts';
import { asSaved, headOf, storedEntries, type WordsEntry } from './entries.ts';
import type { RecordKind } from './schema.ts';

/** What the page last read or saved of one record. */
type Known = { kind: RecordKind; head: string; base: { clock: string | null; text: string } };

/** What `meetings.saveWords` is asked, without the item. */
export type WordsChange = {
  changed: EditorEntry[];
  removed: { kind: RecordKind; id: string }[];
  order: string[];
};

export type SavedEntry = { id: string; clock: string | null; text: string; merged: boolean; conflict: boolean };

/** What has to be done to the editor so that it shows what the core holds. */
export type WordsUpdate =
  | { do: 'text'; id: string; text: string }
  | { do: 'entry'; entry: WordsEntry }
  | { do: 'insert'; entry: WordsEntry; after: string | null }
  | { do: 'remove'; id: string }
  | { do: 'order'; ids: string[] };

/** Words that lost against another window's at the same place. */
export type LostWords = { id: string; mine: string };

export type WordsModel = {
  /** What differs from what the core has; null when nothing does. */
  change: (entries: readonly WordsEntry[]) => WordsChange | null;
  /** Takes note of a save that succeeded; `now` are the records as they stand since. */
  saved: (
    sent: WordsChange,
    answer: readonly SavedEntry[],
    now: readonly WordsEntry[],
  ) => { updates: WordsUpdate[]; lost: LostWords[] };
  /** Compares what the core holds now with what is on the screen; what is being written stays. */
  arrived: (item: ItemWords, now: readonly WordsEntry[]) => WordsUpdate[];
  /** Has this record saved although it is empty (it is to bear a vote or an assignee). */
  want: (id: string) => void;
  knows: (id: string) => boolean;
};

const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** The ids of `ids` that `others` has too. */
const common = (ids: readonly string[], others: ReadonlySet<string>): string[] => ids.filter((id) => others.has(id));

const clockOf = (item: ItemWords): Map<string, string | null> =>
  new Map([...item.speeches, ...item.decisions].map(({ id, clocks }) => [id, clocks['text'] ?? null]));

/** Clocks are texts of one width: the later is the greater. */
const isLater = (a: string | null, b: string | null): boolean => a !== null && (b === null || a > b);

/** An empty record that nobody has put anything into is not worth a row. */
const isBlank = (entry: WordsEntry): boolean =>
  entry.text.trim() === '' &&
  (entry.kind === 'decision' || entry.offered || (entry.speakerId === null && entry.speakerText === ''));

/** Follows what the core has of one item's words and what the screen shows (rule 2 of the ledger). */
export const createWordsModel = (item: ItemWords): WordsModel => {
  const known = new Map<string, Known>();
  const gone = new Map<string, Known>();
  const wanted = new Set<string>();
  let order: string[] = [];

  const learn = (entry: WordsEntry, clock: string | null): void => {
    known.set(entry.id, { kind: entry.kind, head: headOf(entry), base: { clock, text: entry.text } });
  };
  const forget = (id: string): void => {
    const was = known.get(id);
    if (was !== undefined) gone.set(id, was);
    known.delete(id);
  };
  const isTouched = (entry: WordsEntry): boolean => known.get(entry.id)?.base.text !== entry.text;

  const clocks = clockOf(item);
  for (const entry of storedEntries(item)) learn(entry, clocks.get(entry.id) ?? null);
  order = storedEntries(item).map(({ id }) => id);

  const arrivedOne = (entry: WordsEntry, clock: string | null, mine: WordsEntry): WordsUpdate[] => {
    const was = known.get(entry.id);
    const updates: WordsUpdate[] = [];
    const head = headOf(entry);
    const mineHead = headOf(mine);
    if (was === undefined || !isLater(clock, was.base.clock)) {
      if (was === undefined) known.set(entry.id, { kind: entry.kind, head, base: { clock, text: entry.text } });
    } else if (!isTouched(mine)) {
      updates.push({ do: 'text', id: entry.id, text: entry.text });
      known.set(entry.id, { ...was, base: { clock, text: entry.text } });
    }
    const now = known.get(entry.id);
    if (now !== undefined && was !== undefined && head !== was.head) {
      if (mineHead === was.head) updates.push({ do: 'entry', entry: { ...entry, text: '' } });
      known.set(entry.id, { ...now, head });
    }
    return updates;
  };

  return {
    change: (entries) => {
      const kept = entries.filter((entry) => known.has(entry.id) || wanted.has(entry.id) || !isBlank(entry));
      const changed = kept.filter((entry) => isTouched(entry) || known.get(entry.id)?.head !== headOf(entry));
      const here = new Set(kept.map(({ id }) => id));
      const removed = [...known].filter(([id]) => !here.has(id)).map(([id, { kind }]) => ({ kind, id }));
      const ids = kept.map(({ id }) => id);
      if (changed.length === 0 && removed.length === 0 && sameOrder(ids, order)) return null;
      return {
        changed: changed.map((entry) => asSaved(entry, known.get(entry.id)?.base ?? gone.get(entry.id)?.base ?? null)),
        removed,
        order: ids,
      };
    },
    saved: (sent, answer, now) => {
      const updates: WordsUpdate[] = [];
      const lost: LostWords[] = [];
      const shown = new Map(now.map((entry) => [entry.id, entry]));
      for (const { id } of sent.removed) forget(id);
      order = sent.order;
      for (const entry of sent.changed) {
        const reply = answer.find(({ id }) => id === entry.id);
        const { base, ...plain } = entry;
        const head = headOf(plain.kind === 'decision' ? plain : { ...plain, offered: false });
        const mine = shown.get(entry.id);
        if (reply === undefined || reply.text === entry.text) {
          const clock = reply?.clock ?? base?.clock ?? null;
          known.set(entry.id, { kind: entry.kind, head, base: { clock, text: entry.text } });
        } else if (mine !== undefined && mine.text !== entry.text && !reply.conflict) {
          // typed on meanwhile: the next save is merged from what was sent, against a clock that is not current any more
          known.set(entry.id, { kind: entry.kind, head, base: { clock: base?.clock ?? null, text: entry.text } });
        } else {
          known.set(entry.id, { kind: entry.kind, head, base: { clock: reply.clock, text: reply.text } });
          if (mine !== undefined) updates.push({ do: 'text', id: entry.id, text: reply.text });
          if (reply.conflict) lost.push({ id: entry.id, mine: mine?.text ?? entry.text });
        }
        gone.delete(entry.id);
      }
      return { updates, lost };
    },
    arrived: (stored, now) => {
      const updates: WordsUpdate[] = [];
      const arrivedClocks = clockOf(stored);
      const entries = storedEntries(stored);
      const there = new Set(entries.map(({ id }) => id));
      const shown = new Map(now.map((entry) => [entry.id, entry]));
      let after: string | null = null;
      for (const entry of entries) {
        const clock = arrivedClocks.get(entry.id) ?? null;
        const mine = shown.get(entry.id);
        if (mine !== undefined) updates.push(...arrivedOne(entry, clock, mine));
        else if (!known.has(entry.id)) {
          updates.push({ do: 'insert', entry, after });
          learn(entry, clock);
        }
        after = entry.id;
      }
      // a report from another window takes the place of the empty one that this page began with
      const blank = now.find(
        (entry) => entry.kind === 'heard' && entry.offered && entry.text === '' && !known.has(entry.id),
      );
      if (blank !== undefined && updates.some((update) => update.do === 'insert' && update.entry.kind === 'heard')) {
        updates.push({ do: 'remove', id: blank.id });
      }
      for (const id of known.keys()) {
        if (there.has(id)) continue;
        const mine = shown.get(id);
        const touched = mine !== undefined && isTouched(mine);
        forget(id);
        if (mine !== undefined && !touched) updates.push({ do: 'remove', id });
      }
      // another window's order counts where this one has moved nothing itself
      const ids = entries.map(({ id }) => id);
      const shownIds = now.map(({ id }) => id).filter((id) => there.has(id));
      const both = new Set(shownIds);
      const before = common(order, both);
      const moved = !sameOrder(common(shownIds, new Set(before)), before);
      if (!moved && !sameOrder(common(ids, both), shownIds)) updates.push({ do: 'order', ids });
      if (!moved) order = ids;
      return updates;
    },
    want: (id) => wanted.add(id),
    knows: (id) => known.has(id),
  };
};

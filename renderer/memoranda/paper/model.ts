import type { ClauseView } from '../../../shared/contract/memoranda.ts';
import { parseClauseText, writeClauseText } from '../../../shared/rules/clauseText.ts';
import type { ClauseEntry } from './convert.ts';

/**
 * What was read or saved last of one register: its clock, undefined while it is not known, its words, and the words as
 * the editor writes them (the same text can be marked up in several ways).
 */
type Read = { clock: string | null | undefined; text: string; shown: string };
type Known = { heading: Read; text: Read; numbered: boolean };

type Base = Record<string, { clock: string | null; text?: string }>;

/** What `memoranda.updateClause` is asked. */
export type ClauseChange = { id: string; patch: { heading?: string; text?: string }; base: Base };
export type ClauseAnswer = { clock: string | null; text: string; merged: boolean; conflict: boolean };

/** What has to be done to the editor so that it shows what the core holds. */
export type PaperUpdate =
  | { do: 'text'; id: string; text: string }
  | { do: 'heading'; id: string; heading: string }
  | { do: 'numbered'; id: string; numbered: boolean }
  | { do: 'insert'; entry: ClauseEntry; after: string | null }
  | { do: 'remove'; id: string }
  | { do: 'order'; ids: string[] };

/** Words written here that lost against another window's at the same place. */
export type LostClause = { id: string; heading: string; mine: string };

export type PaperModel = {
  /** The articles that differ from what the core has. */
  changes: (now: readonly ClauseEntry[]) => ClauseChange[];
  /** Takes note of a save that succeeded; `now` is the article as it stands since. */
  saved: (
    sent: ClauseChange,
    answer: ClauseAnswer,
    now: ClauseEntry | undefined,
  ) => { updates: PaperUpdate[]; lost: LostClause[] };
  /** Compares what the core holds now with what is on the screen; what is being written stays. */
  arrived: (
    clauses: readonly ClauseView[],
    now: readonly ClauseEntry[],
  ) => { updates: PaperUpdate[]; lost: LostClause[] };
  /** Gives up an article that the core does not know any more. */
  forget: (id: string) => void;
};

/** Clocks are texts of one width: the later is the greater. */
const isLater = (clock: string | null, than: string | null | undefined): boolean =>
  than === undefined || (clock !== null && (than === null || clock > than));

const asShown = (register: 'heading' | 'text', text: string): string =>
  register === 'text' ? writeClauseText(parseClauseText(text)) : text;

const readOf = (clause: ClauseView, register: 'heading' | 'text'): Read => ({
  clock: clause.clocks[register] ?? null,
  text: clause[register],
  shown: asShown(register, clause[register]),
});

const knownOf = (clause: ClauseView): Known => ({
  heading: readOf(clause, 'heading'),
  text: readOf(clause, 'text'),
  numbered: clause.numbered,
});

const baseOf = (read: Read): { clock: string | null; text: string } | undefined =>
  read.clock === undefined ? undefined : { clock: read.clock, text: read.text };

/** Follows what the core has of the articles and what the screen shows (rule 2 of the ledger). */
export const createPaperModel = (clauses: readonly ClauseView[]): PaperModel => {
  const known = new Map(clauses.map((clause) => [clause.id, knownOf(clause)]));

  const arrivedOne = (clause: ClauseView, mine: ClauseEntry): PaperUpdate[] => {
    const was = known.get(clause.id);
    if (was === undefined) {
      known.set(clause.id, knownOf(clause));
      return [];
    }
    const { id } = clause;
    const updates: PaperUpdate[] = [];
    const next = { ...was };
    for (const register of ['heading', 'text'] as const) {
      const read = readOf(clause, register);
      if (!isLater(read.clock ?? null, was[register].clock)) continue;
      if (mine[register] === was[register].shown) {
        if (read.shown !== mine[register])
          updates.push(
            register === 'text' ? { do: 'text', id, text: read.text } : { do: 'heading', id, heading: read.text },
          );
        next[register] = read;
      } else if (mine[register] === read.shown) next[register] = read;
    }
    if (clause.numbered !== was.numbered) {
      updates.push({ do: 'numbered', id, numbered: clause.numbered });
      next.numbered = clause.numbered;
    }
    known.set(id, next);
    return updates;
  };

  return {
    changes: (now) =>
      now.flatMap((entry) => {
        const was = known.get(entry.id);
        if (was === undefined) return [];
        const registers = (['heading', 'text'] as const).filter((register) => entry[register] !== was[register].shown);
        if (registers.length === 0) return [];
        const bases = registers.flatMap((register) => {
          const base = baseOf(was[register]);
          return base === undefined ? [] : [[register, base] as const];
        });
        return [
          {
            id: entry.id,
            patch: Object.fromEntries(registers.map((register) => [register, entry[register]])),
            base: Object.fromEntries(bases),
          },
        ];
      }),
    saved: (sent, answer, now) => {
      const was = known.get(sent.id);
      if (was === undefined) return { updates: [], lost: [] };
      const next = { ...was };
      // the clock of a heading is learned with the next reading
      if (sent.patch.heading !== undefined)
        next.heading = { clock: undefined, text: sent.patch.heading, shown: sent.patch.heading };
      known.set(sent.id, next);
      const { text } = sent.patch;
      if (text === undefined) return { updates: [], lost: [] };
      if (answer.text === text) {
        next.text = { clock: answer.clock, text, shown: text };
        return { updates: [], lost: [] };
      }
      if (now !== undefined && now.text !== text && !answer.conflict) {
        // typed on meanwhile: the next save is merged from what was sent, against a clock that is not current any more
        next.text = { clock: was.text.clock, text, shown: text };
        return { updates: [], lost: [] };
      }
      next.text = { clock: answer.clock, text: answer.text, shown: asShown('text', answer.text) };
      return {
        updates: [{ do: 'text', id: sent.id, text: answer.text }],
        lost: answer.conflict ? [{ id: sent.id, heading: now?.heading ?? '', mine: now?.text ?? text }] : [],
      };
    },
    arrived: (stored, now) => {
      const updates: PaperUpdate[] = [];
      const lost: LostClause[] = [];
      const shown = new Map(now.map((entry) => [entry.id, entry]));
      let after: string | null = null;
      for (const clause of stored) {
        const mine = shown.get(clause.id);
        if (mine === undefined) {
          const { id, heading, text, numbered } = clause;
          updates.push({ do: 'insert', entry: { id, heading, text, numbered }, after });
          known.set(id, knownOf(clause));
        } else updates.push(...arrivedOne(clause, mine));
        after = clause.id;
      }
      const there = new Set(stored.map(({ id }) => id));
      for (const entry of now) {
        if (there.has(entry.id)) continue;
        const was = known.get(entry.id);
        if (was !== undefined && was.text.shown !== entry.text)
          lost.push({ id: entry.id, heading: entry.heading, mine: entry.text });
        known.delete(entry.id);
        updates.push({ do: 'remove', id: entry.id });
      }
      const ids = stored.map(({ id }) => id);
      const order = now.filter(({ id }) => there.has(id)).map(({ id }) => id);
      const both = new Set(order);
      if (ids.filter((id) => both.has(id)).some((id, index) => id !== order[index])) updates.push({ do: 'order', ids });
      return { updates, lost };
    },
    forget: (id) => known.delete(id),
  };
};

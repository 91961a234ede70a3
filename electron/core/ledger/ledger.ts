import { EventEmitter } from 'node:events';
import type Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createClock, type Clock, type Hlc } from '../../../shared/rules/clock.ts';
import { createConflicts } from './conflicts.ts';
import { rowsByEntity, type Derived } from './derived.ts';
import { createReceive, type Reception } from './receive.ts';
import type { Entity, Registry } from './registry.ts';
import { createRows } from './rows.ts';
import { sealChanges, setClockRight } from './seal.ts';
import { aheadByDevice, countAhead, issueAgain, type Stamping } from './stampAnew.ts';
import { createSettle } from './settle.ts';
import { createSignatures } from './signatures.ts';
import { createStore, type Blank, type ChangeSetKind, type StoredChange } from './store.ts';
import { readTravelling, type TravellingChange } from './travelling.ts';
import { createTyping } from './typing.ts';
import { createUndo, type Undone } from './undo.ts';
import { createWriter, type Draft, type Writer } from './write.ts';

/** Who writes: the person's record id (or a name before there is one) and the page or command they write from. */
export interface Author {
  person: string;
  session: string;
}

export interface WriteOptions {
  /** What the act is called in history: `area.procedure`. */
  label: string;
  /** Typing coalesces with what the same author typed there just before (rule 3). */
  typing?: boolean;
}

/** Sent after every commit: what is different now. */
export interface Committed {
  changeSet: string;
  session: string;
  /** entity → ids of rows that changed. */
  rows: Record<string, string[]>;
}

export interface HistoryEntry {
  field: string;
  hlc: Hlc;
  at: string;
  author: string;
  label: string;
  kind: ChangeSetKind;
  /** JSON texts; `from` is null at a field's first value. */
  from: string | null;
  to: string;
  inForce: boolean;
}

/** Fields that may hold another conflict now; a removal may, even where nothing of it is contested. */
const fieldsOf = (visited: readonly { entity: string; row: string; contested: string[] }[]) =>
  visited.flatMap(({ entity, row, contested }) =>
    [...new Set([...contested, 'removed'])].map((field) => ({ entity, row, field })),
  );

const rowsOf = (changed: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...changed].flatMap(([entity, ids]) => [...ids].map((row) => ({ entity, row })));

/** The one way to write (see ARCHITECTURE.md); one for each open workspace. */
export function createLedger(input: {
  sqlite: Database.Database;
  registry: Registry;
  device: string;
  now?: () => number;
  derived?: readonly Derived[];
  /** Looks at what an undo or redo has done, inside its transaction; throws where that must not be. */
  guardReversal?: (touched: Draft['touched']) => void;
  /** Asked before anything is written; throws where that must wait. */
  mayWrite?: () => void;
  /**
   * Whoever made it has begun a transaction and takes it back whole where anything throws. Savepoints inside of one that
   * changes ten thousand rows cost more with every row: what they remember is walked through at each statement.
   */
  withinTransaction?: boolean;
}) {
  const { sqlite, registry, device, derived = [] } = input;
  const now = input.now ?? Date.now;
  const rows = createRows(sqlite, registry);
  const store = createStore(sqlite);
  const clock: Clock = createClock({ device, last: store.lastHlc(), now });
  const signatures = createSignatures(sqlite, registry, rows, store);
  const settle = createSettle(sqlite, registry, rows, store, signatures);
  const isoNow = () => new Date(now()).toISOString();
  const conflicts = createConflicts(sqlite, registry, store, settle, signatures, isoNow);
  const undo = createUndo(sqlite, registry, rows, store, signatures, settle);
  const typing = createTyping(store, now);
  const stamping: Stamping = { sqlite, registry, clock, settle, conflicts, now };
  const { receive, retry } = createReceive({ sqlite, registry, store, settle, conflicts, clock, now });
  const committed = new EventEmitter<{ committed: [Committed] }>();
  committed.setMaxListeners(0);

  const derive = (changed: ReadonlyMap<string, ReadonlySet<string>>) => {
    if (changed.size > 0) for (const each of derived) each.update(changed);
  };

  const tell = (changeSet: string, session: string, touched: Iterable<{ entity: string; row: string }>) => {
    const byEntity: Record<string, Set<string>> = {};
    for (const { entity, row } of touched) (byEntity[entity] ??= new Set()).add(row);
    const changedRows = Object.fromEntries(Object.entries(byEntity).map(([entity, ids]) => [entity, [...ids]]));
    if (Object.keys(changedRows).length > 0) committed.emit('committed', { changeSet, session, rows: changedRows });
  };

  const transaction = <T>(work: () => T): T => {
    input.mayWrite?.();
    return rows.opened(input.withinTransaction ? work : () => sqlite.transaction(work).immediate());
  };

  const draftOf = (author: Author, kind: ChangeSetKind, label: string, undoes: string | null) => {
    const hlc = clock.tick();
    const set = { id: newId(), n: 0 };
    const draft: Draft = {
      hlc,
      later: () => {
        const later = clock.tick();
        if (set.n > 0) store.moveSet(set.n, later);
        return later;
      },
      set: () => {
        if (set.n === 0)
          set.n = store.insertSet({
            id: set.id,
            device,
            author: author.person,
            session: author.session,
            kind,
            label,
            startedAt: isoNow(),
            hlc,
            undoes,
          });
        return set.n;
      },
      typing: null,
      touched: [],
      disputed: [],
      again: [],
    };
    return { draft, set };
  };

  const write = <T>(author: Author, options: WriteOptions, work: (w: Writer) => T): T => {
    const kind = options.typing ? 'typing' : 'write';
    const { draft, set } = draftOf(author, kind, options.label, null);
    if (options.typing)
      draft.typing = (before: StoredChange, value: string) => typing.coalesce(before, value, draft.hlc, author);
    let changed: ReadonlyMap<string, ReadonlySet<string>> = new Map();
    const result = transaction(() => {
      const made = work(createWriter(registry, rows, store, signatures, draft));
      if (draft.touched.length > 0) undo.forgetRedo(author.session);
      const settled = settle.settleAll(draft.again);
      conflicts.review([...draft.disputed, ...fieldsOf(settled.visited)]);
      derive(rowsByEntity([...draft.touched, ...settled.visited]));
      changed = settled.changed;
      return made;
    });
    tell(set.id, author.session, [...draft.touched, ...rowsOf(changed)]);
    return result;
  };

  const reverse = (author: Author, kind: 'undo' | 'redo'): Undone => {
    const target = kind === 'undo' ? undo.next(author.session) : undo.nextRedo(author.session);
    const { draft, set } = draftOf(author, kind, target?.label ?? '', target?.id ?? null);
    const { changed, changeSet, label, skipped } = transaction(() => {
      const reversal = undo[kind](author.session, draft);
      input.guardReversal?.(draft.touched);
      conflicts.review([...draft.disputed, ...fieldsOf(reversal.others)]);
      derive(rowsByEntity([...draft.touched, ...rowsOf(reversal.changed)]));
      return reversal;
    });
    tell(set.id, author.session, [...draft.touched, ...rowsOf(changed)]);
    return { changeSet, label, skipped };
  };

  const history = sqlite.prepare<[string, string], HistoryEntry & { current: number }>(
    `SELECT c.field, c.hlc, s.startedAt AS at, s.author, s.label, s.kind, c.value AS "to", c.current,
       (SELECT p.value FROM change p WHERE p.entity = c.entity AND p.row = c.row AND p.field = c.field AND p.hlc = c.prev) AS "from"
     FROM change c JOIN change_set s ON s.n = c.changeSet
     WHERE c.entity = ? AND c.row = ? ORDER BY c.hlc DESC, c.field LIMIT 2000`,
  );
  const travelling = sqlite.prepare<[string], TravellingChange>(
    `SELECT c.hlc, s.id AS changeSet, s.author, s.label, c.entity, c.row, c.field, c.value, c.prev, c.merges
     FROM change c JOIN change_set s ON s.n = c.changeSet WHERE c.sealed = 1 AND c.hlc > ? ORDER BY c.hlc`,
  );

  return {
    device,
    registry,
    write,
    undo: (author: Author) => reverse(author, 'undo'),
    redo: (author: Author) => reverse(author, 'redo'),
    /** What the next undo and redo would take back, by the label of the act; null where there is nothing. */
    undoState: (session: string) => ({
      undo: undo.next(session)?.label ?? null,
      redo: undo.nextRedo(session)?.label ?? null,
    }),
    /** How many changes the next undo or redo would take back: many are work for a thread. */
    reversalSize(session: string, kind: 'undo' | 'redo'): number {
      const target = kind === 'undo' ? undo.next(session) : undo.nextRedo(session);
      return target ? store.sizeOf(target.n) : 0;
    },
    /**
     * Another connection of this very device has written: our clock goes on after it, what was kept in memory no longer
     * counts, and the pages are told.
     */
    caughtUp(written: readonly Committed[]) {
      const last = store.lastHlc();
      // Not `observe`: these are our own stamps, which count also where they run ahead of the wall clock, and back again.
      if (last !== null) clock.reset(last);
      for (const each of derived) each.moved?.();
      for (const each of written) committed.emit('committed', each);
    },
    /** Changes of other devices, in any order, any number of times (rules 1, 4, 5, 8). All or nothing. */
    receive(changes: readonly unknown[]): Reception {
      const read = changes.flatMap((change) => readTravelling(change) ?? []);
      return received(read, changes.length - read.length);
    },
    /** As `receive`, of changes whose form was looked at before, as that of a verified batch; taken one after the other. */
    receiveChecked: (changes: Iterable<TravellingChange>): Reception => received(changes, 0),
    retryWaiting(): Reception | null {
      const result = transaction(() => {
        const retried = retry();
        return retried && derivedFrom(retried);
      });
      if (result) tellReception(result);
      return result;
    },
    /** Makes all changes so far immutable, stamping them anew where our clock ran more than a day ahead (rule 4). */
    seal: (): number => transaction(() => sealChanges(stamping)),
    /**
     * Work that seals, in one transaction; our clock is set right before it (rule 4). `settleAgain` looks again at rows whose
     * removal hangs on what partners can have (rule 5).
     */
    sealing<T>(work: (settleAgain: (rows: Iterable<{ entity: string; row: string }>) => void) => T): T {
      const settled: { entity: string; row: string }[] = [];
      const result = transaction(() => {
        setClockRight(stamping);
        return work((hanging) => {
          const { changed, visited } = settle.settleAll(hanging);
          conflicts.review(visited.map(({ entity, row }) => ({ entity, row, field: 'removed' })));
          derive(changed);
          for (const [entity, ids] of changed) for (const row of ids) settled.push({ entity, row });
        });
      });
      tell('', '', settled);
      return result;
    },
    /** Rule 4: what of these devices was sealed under a clock a day and more ahead, and until when; null where nothing. */
    ahead: (devices: readonly string[]) => countAhead(sqlite, devices, now()),
    /** The same of every device, partners' as well: it stands here since our clock was ahead too when it came. */
    aheadByDevice: () => aheadByDevice(sqlite, now()),
    /** Issues it again under present stamps and sets our clock right (rule 4). Returns how many changes. */
    issueAgain: (devices: readonly string[]): number => transaction(() => issueAgain(stamping, devices)),
    /**
     * Rule 22, and nothing else: puts a blank in the place of what older changes of a field said, sealed ones too. The record
     * itself is written before, as always. In the caller's transaction. Returns how many values were not blank before.
     */
    blank: (changes: readonly Blank[]): number => rows.erasing(() => store.blank(changes)),
    /** Sealed changes after this clock, as they travel. */
    sealed: (after: Hlc = ''): TravellingChange[] => travelling.all(after),
    /** Every change of one record, newest first. */
    history: (entity: string, row: string): HistoryEntry[] =>
      history.all(entity, row).map(({ current, ...entry }) => ({ ...entry, inForce: current === 1 })),
    /** Register → clock of the value in force; what a page hands back as `base` when it writes. */
    clocks(entity: Entity | string, row: string): Record<string, Hlc> {
      const name = typeof entity === 'string' ? entity : entity.name;
      return Object.fromEntries(store.currents(name, row).map((change) => [change.field, change.hlc]));
    },
    conflicts: {
      open: conflicts.open,
      /** Takes it off the list, and says so to the pages. */
      settle(conflict: Parameters<typeof conflicts.settle>[0]) {
        transaction(() => conflicts.settle(conflict));
        tell('', '', [conflict]);
      },
    },
    isSigned: signatures.isSigned,
    /** The meeting that a record belongs to: itself, or up the owners; null where there is none. */
    meetingOf: (entity: string, row: string): string | null => signatures.rootOf(registry.get(entity), row),
    /** Whether signed minutes hold this field, so that no local write may change it (rule 8). */
    isFixed: (entity: string, row: string, field: string): boolean =>
      signatures.isFixed(registry.get(entity), row, field),
    lastClock: (): Hlc => store.lastHlc() ?? '',
    /** Calls back after every commit; returns how to stop. */
    onCommitted(listener: (change: Committed) => void): () => void {
      committed.on('committed', listener);
      return () => committed.off('committed', listener);
    },
  };

  function received(changes: Iterable<TravellingChange>, malformed: number): Reception {
    const result = transaction(() => derivedFrom(receive(changes, malformed)));
    tellReception(result);
    return result;
  }

  function derivedFrom(result: Reception): Reception {
    derive(result.changed);
    return result;
  }

  function tellReception(result: Reception) {
    tell('', '', rowsOf(result.changed));
  }
}

export type Ledger = ReturnType<typeof createLedger>;

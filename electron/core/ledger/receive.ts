import type Database from 'better-sqlite3';
import { maxAheadMillis, type Clock, type Hlc } from '../../../shared/rules/clock.ts';
import type { Conflicts } from './conflicts.ts';
import { knownRows } from './knownRows.ts';
import type { Entity, Registry } from './registry.ts';
import type { FreshRow, Settle } from './settle.ts';
import type { Store } from './store.ts';
import type { TravellingChange } from './travelling.ts';
import { unpackRegister } from './values.ts';

/** What came of each change that was received. */
export interface Reception {
  /** New to this file. */
  taken: number;
  /** Here already, with the same content. */
  known: number;
  /** Of a newer version: kept until this one understands them. */
  waiting: TravellingChange[];
  /** From more than a day ahead: kept, and named. */
  ahead: TravellingChange[];
  /** The same clock with another content than the one here: a fork or a forgery, never taken. */
  forked: TravellingChange[];
  /** Not a change at all. */
  malformed: number;
  /** entity → rows whose table entry is different now. */
  changed: Map<string, Set<string>>;
}

/** A row that changes of the present window are about. */
interface TouchedRow {
  entity: string;
  row: string;
  fields: Set<string>;
  /** Nothing was known of it, and no field has come twice: all that settling needs to know. */
  fresh?: FreshRow;
}

/**
 * So many changes, or so many characters of values, are taken at a time: what is looked up once for all of them is worth it,
 * and a package of any size needs no more memory than these. Whatever refers to a row of a later window waits for it as
 * for one of a later package.
 */
const window = { changes: 2_000, characters: 4_000_000 };

/** A stamp begins with its milliseconds. */
const millisWidth = 15;
const mostMillis = 999_999_999_999_999;

/** Rules 1, 4, 5 and 8 for changes from elsewhere. Runs inside the caller's transaction. */
export function createReceive(parts: {
  sqlite: Database.Database;
  registry: Registry;
  store: Store;
  settle: Settle;
  conflicts: Conflicts;
  clock: Clock;
  now: () => number;
}) {
  const { sqlite, registry, store, settle, conflicts, clock } = parts;
  const wait = sqlite.prepare(
    `INSERT INTO change_waiting (hlc, entity, row, field, reason, change, since) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const waiting = sqlite.prepare<[], { change: string }>('SELECT change FROM change_waiting ORDER BY hlc');
  const dropWaiting = sqlite.prepare(
    'DELETE FROM change_waiting WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
  );
  const emptyWaiting = sqlite.prepare('DELETE FROM change_waiting');

  /** Numbers of the sets that changes belong to, made where they are not here yet. */
  const createSets = () => {
    const sets = new Map<string, { n: number; hlc: Hlc }>();
    return (change: TravellingChange): number => {
      let known = sets.get(change.changeSet);
      if (!known) {
        const here = store.setById(change.changeSet);
        const n =
          here?.n ??
          store.insertSet({
            id: change.changeSet,
            device: change.hlc.slice(21),
            author: change.author,
            session: '',
            kind: 'received',
            label: change.label,
            startedAt: new Date(Number(change.hlc.slice(0, millisWidth))).toISOString(),
            hlc: change.hlc,
            undoes: null,
          });
        sets.set(change.changeSet, (known = { n, hlc: here?.hlc ?? change.hlc }));
      }
      if (change.hlc > known.hlc) {
        store.moveSet(known.n, change.hlc);
        known.hlc = change.hlc;
      }
      return known.n;
    };
  };

  /** Notes a value; a field's second one makes the row one like any other. */
  const noteFresh = ({ fresh }: TouchedRow, change: TravellingChange, cells: FreshRow['cells']) => {
    if (!fresh) return;
    fresh.changes.push({ field: change.field, hlc: change.hlc, value: change.value });
    Object.assign(fresh.cells, cells);
  };

  const createTaking = (result: Reception) => {
    const numberOf = createSets();
    const contested = new Map<string, { entity: string; row: string; fields: Set<string> }>();
    const keep = (change: TravellingChange, reason: 'unknown' | 'ahead') => {
      const since = new Date(parts.now()).toISOString();
      const { hlc, changeSet, author, label, entity, row, field, value, prev, merges } = change;
      const kept = { hlc, changeSet, author, label, entity, row, field, value, prev, merges };
      wait.run(hlc, entity, row, field, reason, JSON.stringify(kept), since);
      (reason === 'unknown' ? result.waiting : result.ahead).push(kept);
    };
    const settleRows = (rows: Iterable<TouchedRow>) => {
      const { changed, visited } = settle.settleAll(rows);
      for (const [entity, ids] of changed) {
        const known = result.changed.get(entity);
        if (known) for (const id of ids) known.add(id);
        else result.changed.set(entity, ids);
      }
      // Rows that were decided anew by others' changes (a signature, a living part) are among them.
      for (const { entity, row, contested: fields } of visited) {
        if (fields.length === 0) continue;
        const key = `${entity} ${row}`;
        const known = contested.get(key);
        if (known) for (const field of fields) known.fields.add(field);
        else contested.set(key, { entity, row, fields: new Set(fields) });
      }
    };

    const take = (changes: readonly TravellingChange[]) => {
      const known = knownRows(parts, changes);
      // Of a fixed width, so that comparing the texts compares the numbers.
      const latest = Math.min(Math.floor(parts.now()) + maxAheadMillis, mostMillis);
      const aheadAfter = String(latest).padStart(millisWidth, '0');
      const rows = new Map<string, TouchedRow>();
      let newest = '';
      let reissues = store.anyReissued();
      let entity: Entity | undefined;
      let entityName: string | null = null;
      let touched: TouchedRow | undefined;
      for (const change of changes) {
        if (change.entity !== entityName) {
          entityName = change.entity;
          entity = registry.entities.get(entityName);
          touched = undefined;
        }
        if (change.hlc.slice(0, millisWidth) > aheadAfter) {
          if (reissues && store.isReissued(change)) result.known += 1;
          else keep(change, 'ahead');
          continue;
        }
        const cells = entity ? unpackRegister(entity, change.field, change.value) : null;
        if (!cells) {
          keep(change, 'unknown');
          continue;
        }
        if (touched?.row !== change.row) touched = rows.get(`${change.entity} ${change.row}`);
        const isNew = touched ? touched.fresh !== undefined : known.get(change.entity)?.has(change.row) !== true;
        // Of a row that nothing was known of, the first value of a field is neither here nor up against another one.
        const isFirst = isNew && touched?.fields.has(change.field) !== true;
        const here = isFirst ? undefined : store.one(change.entity, change.row, change.field, change.hlc);
        if (here) {
          if (here.value === change.value && here.prev === change.prev) result.known += 1;
          else result.forked.push(change);
          continue;
        }
        if (change.hlc > newest) newest = change.hlc;
        // In force it is likely in the end; settling has the last word.
        store.insertReceived(change, numberOf(change), isFirst);
        result.taken += 1;
        if (change.merges !== null && change.merges > change.hlc) {
          // Rule 4: its sender issues again what bears a clock of the future, here or still waiting for its time.
          reissues = true;
          store.annul({ ...change, hlc: change.merges });
          dropWaiting.run(change.entity, change.row, change.field, change.merges);
        } else if (reissues && !isFirst && store.isReissued(change)) store.annul(change);
        if (!touched) {
          touched = { entity: change.entity, row: change.row, fields: new Set() };
          if (isNew) touched.fresh = { changes: [], cells: {} };
          rows.set(`${change.entity} ${change.row}`, touched);
        }
        touched.fields.add(change.field);
        if (isFirst) noteFresh(touched, change, cells);
        else delete touched.fresh;
      }
      if (newest !== '') clock.observe(newest);
      settleRows(rows.values());
    };
    const end = () =>
      conflicts.review(
        [...contested.values()].flatMap(({ entity, row, fields }) =>
          [...fields].map((field) => ({ entity, row, field })),
        ),
      );
    return { take, end };
  };

  /** Takes changes that are known to be of the form of one; nothing of them is kept but what the tables hold. */
  const receive = (incoming: Iterable<TravellingChange>, malformed = 0): Reception => {
    const result: Reception = {
      taken: 0,
      known: 0,
      waiting: [],
      ahead: [],
      forked: [],
      malformed,
      changed: new Map(),
    };
    const taking = createTaking(result);
    let changes: TravellingChange[] = [];
    let characters = 0;
    for (const change of incoming) {
      changes.push(change);
      characters += change.value.length;
      if (changes.length < window.changes && characters < window.characters) continue;
      taking.take(changes);
      changes = [];
      characters = 0;
    }
    taking.take(changes);
    taking.end();
    return result;
  };

  /** Rule 15 for what nobody could judge when it came: by now it is known to stay in each agency. */
  const staysAtHome = ({ entity, field }: TravellingChange): boolean => {
    const known = registry.entities.get(entity);
    return known !== undefined && (known.scope === 'home' || known.home.has(field));
  };

  return {
    receive,
    /** Tries again what waited; called when the program may have learned new words or time has gone on. */
    retry: (): Reception | null => {
      const held = waiting.all();
      if (held.length === 0) return null;
      emptyWaiting.run();
      const changes = held.map((each) => JSON.parse(each.change) as TravellingChange);
      return receive(changes.filter((change) => !staysAtHome(change)));
    },
  };
}

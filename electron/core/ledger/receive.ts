import type Database from 'better-sqlite3';
import * as z from 'zod';
import { idPattern } from '../../../shared/ids.ts';
import { hlcPattern, isAhead, type Clock, type Hlc } from '../../../shared/rules/clock.ts';
import type { Conflicts } from './conflicts.ts';
import type { Registry } from './registry.ts';
import type { Settle } from './settle.ts';
import type { Signatures } from './signatures.ts';
import type { Store } from './store.ts';
import { unpackRegister } from './values.ts';

const hlc = z.string().regex(hlcPattern);

/** A change as it travels (rule 1). `value` is JSON text. */
export const travellingChange = z.strictObject({
  hlc,
  changeSet: z.string().regex(idPattern),
  author: z.string().max(200),
  label: z.string().max(200).default(''),
  entity: z.string().max(64),
  row: z.string().regex(idPattern),
  field: z.string().max(64),
  value: z.string().max(4_000_000),
  prev: hlc.nullable(),
  merges: hlc.nullable().default(null),
});

export type TravellingChange = z.infer<typeof travellingChange>;

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

/** Rules 1, 4, 5 and 8 for changes from elsewhere. Runs inside the caller's transaction. */
export function createReceive(parts: {
  sqlite: Database.Database;
  registry: Registry;
  store: Store;
  settle: Settle;
  signatures: Signatures;
  conflicts: Conflicts;
  clock: Clock;
  device: string;
  now: () => number;
}) {
  const { sqlite, registry, store, settle, conflicts, clock } = parts;
  const wait = sqlite.prepare(
    `INSERT INTO change_waiting (hlc, entity, row, field, reason, change, since) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const waiting = sqlite.prepare<[], { change: string }>('SELECT change FROM change_waiting ORDER BY hlc');
  const emptyWaiting = sqlite.prepare('DELETE FROM change_waiting');

  /** The number of the set that a change belongs to, made where it is not here yet. */
  const setNumber = (change: TravellingChange, sets: Map<string, { n: number; hlc: Hlc }>): number => {
    const known = sets.get(change.changeSet) ?? store.setById(change.changeSet);
    if (known) {
      const isLater = change.hlc > known.hlc;
      if (isLater) store.moveSet(known.n, change.hlc);
      sets.set(change.changeSet, { n: known.n, hlc: isLater ? change.hlc : known.hlc });
      return known.n;
    }
    const n = store.insertSet({
      id: change.changeSet,
      device: change.hlc.slice(21),
      author: change.author,
      session: '',
      kind: 'received',
      label: change.label,
      startedAt: new Date(Number(change.hlc.slice(0, 15))).toISOString(),
      hlc: change.hlc,
      undoes: null,
    });
    sets.set(change.changeSet, { n, hlc: change.hlc });
    return n;
  };

  const receive = (incoming: readonly unknown[]): Reception => {
    const result: Reception = {
      taken: 0,
      known: 0,
      waiting: [],
      ahead: [],
      forked: [],
      malformed: 0,
      changed: new Map(),
    };
    const sets = new Map<string, { n: number; hlc: Hlc }>();
    const rows = new Map<string, { entity: string; row: string; isNew: boolean; fields: Set<string> }>();
    const keep = (change: TravellingChange, reason: 'unknown' | 'ahead') => {
      const since = new Date(parts.now()).toISOString();
      wait.run(change.hlc, change.entity, change.row, change.field, reason, JSON.stringify(change), since);
      (reason === 'unknown' ? result.waiting : result.ahead).push(change);
    };
    for (const each of incoming) {
      const read = travellingChange.safeParse(each);
      if (!read.success) {
        result.malformed += 1;
        continue;
      }
      const change = read.data;
      const entity = registry.entities.get(change.entity);
      if (isAhead(change.hlc, parts.now())) {
        keep(change, 'ahead');
        continue;
      }
      if (!entity || unpackRegister(entity, change.field, change.value) === null) {
        keep(change, 'unknown');
        continue;
      }
      const key = `${change.entity} ${change.row}`;
      const known = rows.get(key);
      const isNew = known?.isNew ?? !store.knows(change.entity, change.row);
      // Of a row that nothing was known of, the first value of a field is neither here nor up against another one.
      const isFirst = isNew && known?.fields.has(change.field) !== true;
      const here = isFirst ? undefined : store.one(change.entity, change.row, change.field, change.hlc);
      if (here) {
        if (here.value === change.value && here.prev === change.prev) result.known += 1;
        else result.forked.push(change);
        continue;
      }
      clock.observe(change.hlc);
      store.insert({
        entity: change.entity,
        row: change.row,
        field: change.field,
        hlc: change.hlc,
        changeSet: setNumber(change, sets),
        value: change.value,
        prev: change.prev,
        merges: change.merges,
        // The likely end; settling has the last word.
        current: isFirst ? 1 : 0,
        sealed: 1,
      });
      result.taken += 1;
      if (known) known.fields.add(change.field);
      else rows.set(key, { entity: change.entity, row: change.row, isNew, fields: new Set([change.field]) });
    }
    const { changed, visited } = settle.settleAll(rows.values());
    result.changed = changed;
    // Rows that were decided anew by others' changes (a signature, a living part) are among them.
    conflicts.review(
      visited.flatMap(({ entity, row, contested }) => contested.map((field) => ({ entity, row, field }))),
    );
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

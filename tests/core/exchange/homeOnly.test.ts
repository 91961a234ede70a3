import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '../../../electron/core/entities.ts';
import type { Entity } from '../../../electron/core/ledger/registry.ts';
import { batchBytes, dueBatches, haveOf } from '../../../electron/core/exchange/sealing/store.ts';
import { rowsOfScope } from '../../../electron/core/exchange/sealing/scopes.ts';
import { unpackBatch } from '../../../electron/core/exchange/sealing/batch.ts';
import { hand, linesOf, seal } from '../../fixtures/exchange.ts';
import { makeDevice, type Device } from '../../fixtures/ledger.ts';
import { makeScoped, type Row, type ScopedAct } from '../../fixtures/scopedWorkspace.ts';

const number = fc.nat(9999);

/** One record of every kind, then what happens to them. */
const histories: fc.Arbitrary<ScopedAct[]> = fc
  .tuple(
    fc.tuple(number, number),
    fc.array(
      fc.record({
        kind: fc.constantFrom<ScopedAct['kind'][]>(
          'insert',
          'insert',
          'insert',
          'update',
          'update',
          'update',
          'remove',
          'undo',
        ),
        a: number,
        b: number,
        c: number,
      }),
      { minLength: 20, maxLength: 60 },
    ),
    fc.array(fc.nat(100), { maxLength: 2 }),
  )
  .map(([[b, c], acts, seals]) => {
    const births = Array.from({ length: registry.entities.size }, (_, a) => ({
      kind: 'insert' as const,
      a,
      b: b + a * 7,
      c: c + a,
    }));
    const all: ScopedAct[] = [...births, ...acts];
    for (const at of seals) all.splice(births.length + (at % acts.length), 0, { kind: 'seal', a: 0, b: 0, c: 0 });
    return all;
  });

type Scoped = ReturnType<typeof makeScoped>;
type Members = NonNullable<ReturnType<ReturnType<Scoped['members']>['get']>>;

/** What is in the new batches of a scope and must not be, held against what walking the rows says. */
function leaks(
  device: Device,
  scoped: Scoped,
  mine: Members,
  scope: string,
  before: ReturnType<typeof haveOf>,
): string[] {
  const all = linesOf(device, dueBatches(device, [scope], {}));
  const start = before[device.ledger.device]?.[scope] ?? 0;
  const keyOf = ({ entity, row }: { entity: string; row: string }) => `${entity} ${row}`;
  const earlier = new Set(all.slice(0, start).map(keyOf));
  const personOf = device.sqlite
    .prepare<[string, string], string>(
      'SELECT personId FROM office WHERE id = ? UNION SELECT personId FROM erasure WHERE id = ?',
    )
    .pluck();
  const told = new Set(all.map(({ row }) => row));
  const isNamed = (id: string) =>
    all.some((other) => other.row !== id && (other.value.includes(id) || other.author === id)) ||
    told.has(personOf.get(id, id) ?? '');
  const wrong = all.slice(start).flatMap((line) => {
    const key = keyOf(line);
    const entity = registry.get(line.entity);
    // Rule 12: words that it had before it came here stay where they were said.
    const isOld = !earlier.has(key) && device.ledger.clocks(line.entity, line.row)[line.field] !== line.hlc;
    const isForeign = entity.scope === 'group' ? !mine.has(key) : entity.scope === 'home' || !isNamed(line.row);
    return [
      ...(entity.home.has(line.field) ? [`home: ${key} ${line.field}`] : []),
      ...(isForeign ? [`foreign: ${key}`] : []),
      ...(isOld ? [`old words: ${key} ${line.field}`] : []),
    ];
  });
  const written = new Set(all.map(({ row, field }) => `${row} ${field}`));
  const marked = [...bytesOf(device, scope).matchAll(/⟦\d+⟧/gu)].flatMap(([mark]) => {
    const { row, field } = scoped.marks.get(mark) ?? { row: mark, field: 'nobody wrote it' };
    return written.has(`${row} ${field}`) ? [] : [`mark: ${row} ${field}`];
  });
  return [...wrong, ...marked];
}

const bytesOf = (device: Device, scope: string): string =>
  dueBatches(device, [scope], {})
    .map(({ n }) => unpackBatch(batchBytes(device, n)).toString())
    .join('');

/** Ids of records of scope `group` or `home` that do not belong to the group. */
const foreignIds = (device: Device, mine: Members): string[] =>
  [...registry.entities.values()]
    .filter(({ scope }) => scope !== 'directory')
    .flatMap(({ name, sqlName }) =>
      device.sqlite
        .prepare<[], string>(`SELECT id FROM ${sqlName}`)
        .pluck()
        .all()
        .filter((id) => !mine.has(`${name} ${id}`)),
    );

/** Where somebody who gets only this scope has another value than we, but for what stays at home or waits. */
function lacking(device: Device, mine: Members, scope: string): unknown[] {
  const receiver = makeDevice('f', Date.now, () => []);
  hand(device, receiver, [scope]);
  const different = [...mine].flatMap(([key, { entity, row }]) => {
    const there = receiver.sqlite.prepare<[string], Row>(`SELECT * FROM ${entity.sqlName} WHERE id = ?`).get(row.id);
    const isOrphan = entity.name === 'attachment' && !isThere(receiver, String(row['ownerEntity']), row['ownerId']);
    const isUnshared = row.removed === 1 || isOrphan;
    if (isUnshared && !there) return [];
    const waiting = new Set(
      [...entity.refers].flatMap(([column, target]) =>
        registry.get(target).scope === 'group' && row[column] !== null && !mine.has(`${target} ${String(row[column])}`)
          ? (entity.registers.get(entity.registerOf.get(column) ?? '') ?? [column])
          : [],
      ),
    );
    // So does one that names another group inside its text.
    for (const { column, member } of entity.refersWithin) {
      const named = String(row[column]).startsWith('{') && (JSON.parse(String(row[column])) as Row)[member];
      if (typeof named === 'string' && !mine.has(`workingGroup ${named}`)) waiting.add(column);
    }
    return [...entity.columns.keys()]
      .filter((column) => !waiting.has(column) && !entity.home.has(column) && there?.[column] !== row[column])
      .map((column) => [key, column, there?.[column], row[column]]);
  });
  const loose = [
    ...receiver.sqlite.prepare('SELECT * FROM row_waiting').all(),
    ...(receiver.sqlite.pragma('foreign_key_check') as unknown[]),
  ];
  receiver.sqlite.close();
  return [...different, ...loose];
}

const isThere = (device: Device, entity: string, id: unknown): boolean =>
  device.sqlite.prepare(`SELECT 1 FROM ${registry.get(entity).sqlName} WHERE id = ?`).get(id) !== undefined;

test('no byte of what stays at home, of another group or of a draft is in any batch; all of the group is', () => {
  let lines = 0;
  let withheld = 0;
  fc.assert(
    fc.property(histories, (history) => {
      const device = makeDevice('a', Date.now, () => []);
      const scoped = makeScoped(device);
      // An id may stand in a batch once its record has been in the group.
      const been = new Map(scoped.shared.map((scope) => [scope, new Set<string>()]));
      const sealAll = () => {
        const before = haveOf(device);
        const members = scoped.members();
        const result = seal(device, scoped.groups);
        expect(seal(device, scoped.groups).changes).toBe(0);
        expect(result.scopes.map(({ scope }) => scope)).toEqual(scoped.shared);
        for (const { scope, base, upto, withheld: held } of result.scopes) {
          lines += upto - base;
          withheld += held;
          const mine = members.get(scope) ?? new Map();
          expect(leaks(device, scoped, mine, scope, before)).toEqual([]);
          for (const { row } of mine.values()) been.get(scope)?.add(row.id);
          const bytes = bytesOf(device, scope);
          expect(foreignIds(device, mine).filter((id) => bytes.includes(id) && !been.get(scope)?.has(id))).toEqual([]);
          const found = new Set(rowsOfScope(device, scope).map(({ row }) => row));
          // A file of what was removed before it was shared goes no more than that.
          const isKept = ({ entity, row }: { entity: Entity; row: Row }) =>
            row.removed === 0 && (entity.name !== 'attachment' || found.has(String(row['ownerId'])));
          expect([...mine].flatMap(([key, each]) => (isKept(each) && !found.has(each.row.id) ? [key] : []))).toEqual(
            [],
          );
        }
      };
      for (const act of history)
        if (act.kind === 'seal') sealAll();
        else scoped.play(act);
      sealAll();
      const members = scoped.members();
      for (const scope of scoped.shared) expect(lacking(device, members.get(scope) ?? new Map(), scope)).toEqual([]);
      device.sqlite.close();
    }),
    { numRuns: 60, endOnFailure: true },
  );
  // The histories were about something.
  expect(lines).toBeGreaterThan(6_000);
  expect(withheld).toBeGreaterThan(15);
}, 600_000);

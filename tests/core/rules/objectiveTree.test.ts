import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makesCircle, numberObjectives, type PlacedObjective } from '../../../shared/rules/objectiveTree.ts';
import { keysInRow } from '../../../shared/rules/order.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const keys = keysInRow(4);

/** Any rows that devices could make together: parents that are gone, circles, twin keys. */
const anyRows = fc
  .uniqueArray(fc.constantFrom(...names), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          parentId: fc.option(fc.constantFrom(...names), { nil: null }),
          sortKey: fc.constantFrom(...keys),
        }),
      ),
    ),
  )
  .map((rows): PlacedObjective[] => rows);

/** Acts on a tree as a page does them: a new one, or another parent where that makes no circle. */
const anyActs = fc.array(fc.record({ id: fc.nat(9), parent: fc.option(fc.nat(9), { nil: null }), key: fc.nat(3) }), {
  maxLength: 40,
});

const parse = (number: string): number[] => number.split('.').map(Number);

/** The number of what stands above: 1.2 of 1.2.3; empty at the top. */
const above = (number = '?'): string => number.split('.').slice(0, -1).join('.');

function compareNumbers(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [x, y] = [left[at] ?? 0, right[at] ?? 0];
    if (x !== y) return x - y;
  }
  return 0;
}

describe('the tree of objectives', () => {
  it('holds every objective once, with a number of its own, in the order of the numbers', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const numbered = numberObjectives(rows);
        expect(numbered.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        const numbers = numbered.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(rows.length);
        expect(numbers.toSorted(compareNumbers)).toEqual(numbers);
        for (const { number, level } of numbered) expect(parse(number).length).toBe(level + 1);
      }),
    );
  });

  it('has each below the one it serves, wherever that is there and no circle stands in between', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const numberOf = new Map(numberObjectives(rows).map(({ id, number }) => [id, number]));
        const inCircle = ({ id, parentId }: PlacedObjective) => parentId !== null && makesCircle(rows, id, parentId);
        const straight = rows.filter((row) => !inCircle(row));
        expect(straight.map(({ id }) => above(numberOf.get(id)))).toEqual(
          straight.map(({ parentId }) => (parentId === null ? '' : (numberOf.get(parentId) ?? ''))),
        );
      }),
    );
  });

  it('does not depend on the order in which its rows are read', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(numberObjectives(rows.toReversed())).toEqual(numberObjectives(rows));
      }),
    );
  });

  it('stays without circles when every act that would make one is refused', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const rows = new Map<string, PlacedObjective>();
        for (const { id: n, parent, key } of acts) {
          const id = `o${n}`;
          const parentId = parent === null || !rows.has(`o${parent}`) ? null : `o${parent}`;
          if (parentId !== null && makesCircle([...rows.values()], id, parentId)) continue;
          rows.set(id, { id, parentId, sortKey: keys[key] ?? 'a0' });
        }
        const all = [...rows.values()];
        const numbered = numberObjectives(all);
        const numberOf = new Map(numbered.map(({ id, number }) => [id, number]));
        expect(all.map(({ id }) => above(numberOf.get(id)))).toEqual(
          all.map(({ parentId }) => (parentId === null ? '' : numberOf.get(parentId))),
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  comparePlaced,
  keyAtEnd,
  keyBetween,
  keysInRow,
  moveTo,
  type Placed,
} from '../../../shared/rules/order.ts';

const ids = (list: readonly Placed[]): string[] => list.toSorted(comparePlaced).map(({ id }) => id);

const withKeys = (list: readonly Placed[], changed: readonly Placed[]): Placed[] => [
  ...list.filter(({ id }) => !changed.some((row) => row.id === id)),
  ...changed,
];

const insert = (list: readonly Placed[], id: string, index: number): Placed[] => {
  const { key, rekeyed } = keyBetween(list, index);
  return [...withKeys(list, rekeyed), { id, key }];
};

describe('the order of a list', () => {
  it('is by key, then by id', () => {
    const list = [
      { id: 'c', key: 'a1' },
      { id: 'b', key: 'a0' },
      { id: 'a', key: 'a1' },
      { id: 'd', key: 'Zz' },
    ];
    expect(ids(list)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('takes new rows at the beginning, in between and at the end', () => {
    const list = [
      { id: 'a', key: 'a0' },
      { id: 'b', key: 'a1' },
    ];
    expect(ids(insert(list, 'x', 0))).toEqual(['x', 'a', 'b']);
    expect(ids(insert(list, 'x', 1))).toEqual(['a', 'x', 'b']);
    expect(ids(insert(list, 'x', 2))).toEqual(['a', 'b', 'x']);
    expect(ids(insert(list, 'x', 99))).toEqual(['a', 'b', 'x']);
    expect(ids(insert(list, 'x', -1))).toEqual(['x', 'a', 'b']);
    expect(keyAtEnd([])).toEqual({ key: 'a0', rekeyed: [] });
    expect(keysInRow(3)).toEqual(['a0', 'a1', 'a2']);
    expect(keysInRow(2, 'a4')).toEqual(['a5', 'a6']);
  });

  it('rule 6: gives twins new keys at the next insert, and leaves the others alone', () => {
    const list = [
      { id: 'a', key: 'a0' },
      { id: 'b', key: 'a1' },
      { id: 'c', key: 'a1' },
      { id: 'd', key: 'a1' },
      { id: 'e', key: 'a2' },
    ];
    const { rekeyed } = keyBetween(list, 2);
    expect(rekeyed.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(ids(insert(list, 'x', 2))).toEqual(['a', 'b', 'x', 'c', 'd', 'e']);
    expect(ids(insert(list, 'x', 3))).toEqual(['a', 'b', 'c', 'x', 'd', 'e']);
  });

  it('keys a list anew when a key is none', () => {
    const list = [
      { id: 'a', key: '' },
      { id: 'b', key: 'a00' },
      { id: 'c', key: '~' },
    ];
    expect(ids(insert(list, 'x', 1))).toEqual(['a', 'x', 'b', 'c']);
  });

  it('moves a row and nothing else', () => {
    const list = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, key: keysInRow(4)[index] ?? '' }));
    expect(ids(withKeys(list, moveTo(list, 'a', 2)))).toEqual(['b', 'c', 'a', 'd']);
    expect(ids(withKeys(list, moveTo(list, 'd', 0)))).toEqual(['d', 'a', 'b', 'c']);
    expect(moveTo(list, 'a', 2)).toHaveLength(1);
    expect(moveTo(list, 'b', 1)).toEqual([]);
    expect(moveTo(list, 'd', 99)).toEqual([]);
    expect(moveTo(list, 'unknown', 0)).toEqual([]);
    expect(moveTo([], 'unknown', 0)).toEqual([]);
  });
});

const anyList: fc.Arbitrary<Placed[]> = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 3 }), { maxLength: 10 })
  .chain((names) =>
    fc
      .array(fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b00', 'a0', 'a1'), {
        minLength: names.length,
        maxLength: names.length,
      })
      .map((keys) => names.map((id, index) => ({ id, key: keys[index] ?? 'a0' }))),
  );

describe('for any list, twins and all', () => {
  it('puts the new row where it was asked for and keeps the order of the others', () => {
    fc.assert(
      fc.property(anyList, fc.nat(11), (list, index) => {
        const after = insert(list, 'NEW', index);
        const expected = ids(list).toSpliced(Math.min(index, list.length), 0, 'NEW');
        expect(ids(after)).toEqual(expected);
        expect(new Set(after.map(({ key }) => key)).size).toBe(after.length);
      }),
      { numRuns: 500 },
    );
  });

  it('moves the row where it was asked for and keeps the order of the others', () => {
    fc.assert(
      fc.property(anyList, fc.nat(10), fc.nat(11), (list, which, index) => {
        const id = ids(list)[which % Math.max(1, list.length)] ?? 'none';
        const expected = ids(list).filter((other) => other !== id);
        const at = Math.min(index, Math.max(0, list.length - 1));
        const moved = list.length === 0 ? [] : expected.toSpliced(at, 0, id);
        expect(ids(withKeys(list, moveTo(list, id, index)))).toEqual(moved);
      }),
      { numRuns: 500 },
    );
  });

  it('survives any history of inserts, also when two devices insert apart and then merge', () => {
    const history = fc.array(fc.record({ index: fc.nat(40), twin: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(history, (steps) => {
        let list: Placed[] = [];
        for (const [number, { index, twin }] of steps.entries()) {
          const before = ids(list);
          const here = insert(list, `n${number}`, index);
          const there = keyBetween(list, index).key;
          list = twin ? [...here, { id: `t${number}`, key: there }] : here;
          const kept = ids(list).filter((id) => before.includes(id));
          expect(kept).toEqual(before);
        }
      }),
    );
  });
});

describe('arranging rows as somebody put them', () => {
  const rows = (...keys: string[]): Placed[] => keys.map((key, index) => ({ id: `r${index}`, key }));

  it('changes nothing where they stand so already', () => {
    expect(arrange(rows('a0', 'a1', 'a2'), ['r0', 'r1', 'r2'])).toEqual([]);
    expect(arrange([], [])).toEqual([]);
  });

  it('gives a key only to what moved and to what is new', () => {
    const list = rows('a0', 'a1', 'a2', 'a3');
    expect(arrange(list, ['r3', 'r0', 'r1', 'r2']).map(({ id }) => id)).toEqual(['r3']);
    expect(arrange(list, ['r0', 'x', 'r1', 'r2', 'r3', 'y']).map(({ id }) => id)).toEqual(['x', 'y']);
  });

  it('parts twins, replaces keys that are none, and leaves rows it was not told of', () => {
    const list = [...rows('a0', 'a0', 'nonsense!', 'a3'), { id: 'other', key: 'a1' }];
    const changed = arrange(list, ['r0', 'r1', 'r2', 'r3']);
    expect(changed.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(ids(withKeys(list, changed)).filter((id) => id !== 'other')).toEqual(['r0', 'r1', 'r2', 'r3']);
  });

  it('holds the wanted order for any list and any wish, and moves no more than it must', () => {
    const key = fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b10', '', 'no key');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), fc.nat(), (keys, seed) => {
        const list = rows(...keys);
        const wish = list
          .map(({ id }) => id)
          .toSorted((a, b) => ((a.charCodeAt(1) * 7 + seed) % 5) - ((b.charCodeAt(1) * 7 + seed) % 5));
        const changed = arrange(list, wish);
        expect(ids(withKeys(list, changed))).toEqual(wish);
        expect(arrange(withKeys(list, changed), wish)).toEqual([]);
      }),
    );
  });
});

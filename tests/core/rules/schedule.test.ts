import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import {
  closesCircle,
  comesAfter,
  earliestStart,
  pushDependents,
  type Dependency,
  type Planned,
} from '../../../shared/rules/schedule.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const name = fc.constantFrom(...names);
const start = '2026-03-02';

/** Dependencies as a person adds them: one that would close a circle is refused. */
const acyclic = fc
  .array(fc.record({ before: name, after: name, lagDays: fc.integer({ min: -5, max: 10 }) }), { maxLength: 25 })
  .map((wanted) => {
    const kept: Dependency[] = [];
    for (const one of wanted) if (!closesCircle(kept, one.before, one.after)) kept.push(one);
    return kept;
  });

const plan = fc
  .array(
    fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 20 }), fixed: fc.boolean() }),
    { minLength: names.length, maxLength: names.length },
  )
  .map((rows) =>
    rows.map(({ from, length, fixed }, index): Planned => {
      const day = addDays(start, from);
      return { id: names[index] ?? '', from: day, until: addDays(day, length), fixed };
    }),
  );

const lengthOf = ({ from, until }: Pick<Planned, 'from' | 'until'>): number | null =>
  from === null || until === null ? null : daysBetween(from, until);

describe('dependencies', () => {
  it('never run in a circle, whatever is added in whatever order', () => {
    fc.assert(
      fc.property(acyclic, (dependencies) => {
        // Independently: nodes without predecessors can be taken away until none is left.
        const left = new Set<string>(names);
        let edges = [...dependencies];
        while (left.size > 0) {
          const free = [...left].filter((id) => !edges.some(({ after }) => after === id));
          expect(free.length).toBeGreaterThan(0);
          for (const id of free) left.delete(id);
          edges = edges.filter(({ before }) => left.has(before));
        }
      }),
    );
  });

  it('refuse exactly what would close a circle', () => {
    const chain: Dependency[] = [
      { before: 'a', after: 'b', lagDays: 0 },
      { before: 'b', after: 'c', lagDays: 0 },
    ];
    expect(closesCircle(chain, 'c', 'a')).toBe(true);
    expect(closesCircle(chain, 'b', 'a')).toBe(true);
    expect(closesCircle(chain, 'a', 'a')).toBe(true);
    expect(closesCircle(chain, 'a', 'c')).toBe(false);
    expect([...comesAfter(['a'], chain)].toSorted()).toEqual(['b', 'c']);
  });
});

describe('what comes after something that moved', () => {
  it('keeps its length, is never pulled earlier, and then waits as long as it should', () => {
    fc.assert(
      fc.property(acyclic, plan, name, fc.integer({ min: 1, max: 40 }), (dependencies, before, mover, days) => {
        const one = before.find(({ id }) => id === mover);
        if (!one?.from || !one.until) return;
        const moved = new Map([[mover as string, { from: addDays(one.from, days), until: addDays(one.until, days) }]]);
        const pushed = pushDependents(before, dependencies, moved);
        const now = new Map(
          before.map((each) => [each.id, { ...each, ...moved.get(each.id), ...pushed.get(each.id) }]),
        );
        const reached = comesAfter([mover], dependencies);
        const after = (id: string): Planned => now.get(id) ?? { id, from: null, until: null, fixed: false };
        expect(before.map((each) => lengthOf(after(each.id)))).toEqual(before.map(lengthOf));
        const still = before.filter(({ id, fixed }) => id !== mover && (fixed || !reached.has(id)));
        expect(still.map(({ id }) => after(id).from)).toEqual(still.map(({ from }) => from));
        expect(before.filter(({ id, from }) => (after(id).from ?? '') < (from ?? ''))).toEqual([]);
        const early = dependencies.filter(
          ({ before: first, after: second, lagDays }) =>
            (first === mover || pushed.has(first)) &&
            !after(second).fixed &&
            (after(second).from ?? '') < earliestStart(after(first).until ?? '', lagDays),
        );
        expect(early).toEqual([]);
        // As far as asked and no farther: each pushed one begins on the first day that one of its predecessors leaves.
        for (const [id, { from }] of pushed) {
          const asked = dependencies
            .filter((each) => each.after === id && (each.before === mover || pushed.has(each.before)))
            .map(({ before: first, lagDays }) => earliestStart(now.get(first)?.until ?? '', lagDays));
          expect(asked).toContain(from);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is left where it is in a circle that two devices have made', () => {
    const circle: Dependency[] = [
      { before: 'a', after: 'b', lagDays: 0 },
      { before: 'b', after: 'a', lagDays: 0 },
    ];
    const rows: Planned[] = ['a', 'b'].map((id) => ({ id, from: start, until: start, fixed: false }));
    const moved = new Map([['a', { from: '2026-04-01', until: '2026-04-01' }]]);
    expect(pushDependents(rows, circle, moved).size).toBe(0);
  });
});

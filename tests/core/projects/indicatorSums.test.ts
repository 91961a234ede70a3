// What is kept beside the values of indicators is what the values come to, whatever was done to them.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readIndicator } from '../../../electron/core/projects/indicators/detail.ts';
import { periodTotal, valuesOfIndicator } from '../../../electron/core/projects/indicators/periodValues.ts';
import { readIndicators } from '../../../electron/core/projects/indicators/read.ts';
import { createIndicatorSums } from '../../../electron/core/projects/indicators/sums.ts';
import { indicator, indicatorValue, project } from '../../../electron/core/projects/tables.ts';
import { indicatorSummings } from '../../../shared/vocabulary.ts';
import { join } from 'node:path';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
let test: TestWorkspace;
beforeEach(async () => (test = await makeWorkspace()));
afterEach(() => test.remove());

const kept = () => {
  const { sqlite } = test.workspace;
  return {
    periods: sqlite.prepare('SELECT * FROM indicator_period ORDER BY indicatorId, period').all(),
    places: sqlite.prepare('SELECT * FROM indicator_place ORDER BY indicatorId, territory').all(),
  };
};
/** The same, made anew from the records. */
const anew = () => {
  const { sqlite } = test.workspace;
  sqlite.exec("DELETE FROM derived_state WHERE name = 'indicatorSums'");
  createIndicatorSums(sqlite);
  return kept();
};

const act = fc.record({
  what: fc.constantFrom('insert' as const, 'value' as const, 'move' as const, 'remove' as const, 'undo' as const),
  at: fc.nat({ max: 20 }),
  indicator: fc.nat({ max: 1 }),
  period: fc.constantFrom('2026', '2025', '2026-H1'),
  territory: fc.constantFrom('', 'UA59080030000075526', 'UA59080050000061215'),
  key: fc.constantFrom('', '', 'female', 'male'),
  value: fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 6 }),
});

describe('The sums of indicators', () => {
  it('are those of the values after any writing, moving, removing and undoing', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(...indicatorSummings), (acts, summing) => {
        const { workspace, author } = test;
        const changes = () => workspace.sqlite.prepare<[], number>('SELECT count(*) FROM change').pluck().get() ?? 0;
        let undoable = 0;
        const write = (does: Parameters<typeof workspace.ledger.write>[2]) => {
          const before = changes();
          workspace.ledger.write(author, { label: 'test' }, does);
          undoable += Number(changes() > before);
        };
        let projectId = '';
        const indicators: string[] = [];
        const values: string[] = [];
        write((w) => {
          projectId = w.insert(project, { startsOn: '2025-01-01' });
          for (let n = 0; n < 2; n += 1)
            indicators.push(w.insert(indicator, { projectId, summing, frequency: 'once', disaggregation: 'sex' }));
        });
        undoable = 0;
        const living = (): string[] =>
          workspace.sqlite
            .prepare<[], string>('SELECT id FROM indicator_value WHERE removed = 0 ORDER BY id')
            .pluck()
            .all()
            .filter((id) => values.includes(id));
        for (const { what, at, indicator: which, value, ...place } of acts) {
          const ids = living();
          const id = ids[at % Math.max(1, ids.length)];
          const indicatorId = indicators[which] ?? '';
          // One value for each place, as the program itself writes them.
          const taken = workspace.sqlite
            .prepare(
              `SELECT 1 FROM indicator_value
               WHERE removed = 0 AND indicatorId = ? AND period = ? AND territory = ? AND key = ?`,
            )
            .get(indicatorId, place.period, place.territory, place.key);
          if (taken !== undefined && (what === 'insert' || what === 'move')) continue;
          if (what === 'insert') write((w) => values.push(w.insert(indicatorValue, { indicatorId, ...place, value })));
          else if (what === 'undo' && undoable > 0) {
            workspace.ledger.undo(author);
            undoable -= 1;
          } else if (id !== undefined && what === 'value') write((w) => w.update(indicatorValue, id, { value }));
          else if (id !== undefined && what === 'move')
            write((w) => w.update(indicatorValue, id, { indicatorId, ...place }));
          else if (id !== undefined && what === 'remove') write((w) => w.remove(indicatorValue, id));
        }
        const now = kept();
        expect(anew()).toEqual(now);
        for (const row of readIndicators(workspace, resources, projectId, '2026-12-31')) {
          const all = valuesOfIndicator(workspace, row.id);
          for (const { period, value } of row.series)
            expect(value).toBe(
              periodTotal(
                all.filter((each) => each.period === period).toSorted((a, b) => b.value - a.value),
                summing,
              ),
            );
          expect(readIndicator(workspace, resources, row.id, '2026-12-31').series).toEqual(row.series);
        }
      }),
      { numRuns: 40 },
    );
  });
});

// Rule 5: a value of the right kind may say anything; a package that brings it is merged, shown and passed on all the same.
import { afterEach, expect, test } from 'vitest';
import { registry } from '../../../electron/core/entities.ts';
import { mergePackage } from '../../../electron/core/exchange/receiving/mergePackage.ts';
import { describeMerge } from '../../../electron/core/exchange/receiving/preview.ts';
import { createSeenLines } from '../../../electron/core/exchange/receiving/seenLines.ts';
import { sealAll } from '../../../electron/core/exchange/sending/sendTasks.ts';
import type { Column, Entity } from '../../../electron/core/ledger/registry.ts';
import { ledgerOf } from '../../../electron/core/workspace/ledgerOf.ts';
import { batchOf, linesOf, packFor, passOn, type MadeUpLine } from '../../fixtures/parties.ts';
import { createMeeting, group, hold } from '../../fixtures/partyMeetings.ts';

const { pair, end } = createMeeting();
afterEach(end);

const texts = ['', 'x', 'null', '[]', '{"a":null}', '2026-13-45', '\ud800', '\u0000'];

/** Lines of a record of this entity, and of all that it needs, with this text wherever one fits. */
function recordOf(entity: Entity, text: string, meeting: string, line: ReturnType<typeof linesOf>): MadeUpLine[] {
  const ids = new Map([
    ['workingGroup', group],
    ['meeting', meeting],
  ]);
  const lines: MadeUpLine[] = [];
  const make = (of: Entity, depth: number): string => {
    const known = ids.get(of.name);
    if (known !== undefined && depth > 0) return known;
    const id = `${of.name}-${depth === 0 ? 'chief' : 'needed'}`;
    ids.set(of.name, id);
    const cell = (column: Column): unknown => {
      const target = of.refers.get(column.name);
      if (target !== undefined) {
        const isNeeded = column.notNull || depth === 0 || column.name === of.owner?.column || target === 'workingGroup';
        return isNeeded && target !== of.name ? make(registry.get(target), depth + 1) : null;
      }
      if (column.name === 'ownerEntity') return 'meeting';
      if (column.name === 'ownerId') return meeting;
      if (column.oneOf) return column.oneOf[0];
      if (column.type === 'integer') return column.flag ? 1 : Number.MAX_SAFE_INTEGER;
      return text;
    };
    lines.push(line(of.name, id, 'removed', 0));
    for (const [register, names] of of.registers) {
      if (register === 'removed' || of.home.has(register)) continue;
      const cells = names.flatMap((name) => {
        const column = of.columns.get(name);
        return column ? [[name, cell(column)] as const] : [];
      });
      lines.push(line(of.name, id, register, cells.length === 1 ? cells[0]?.[1] : Object.fromEntries(cells)));
    }
    return id;
  };
  make(entity, 0);
  return lines;
}

test('rule 5: whatever texts and numbers the records of a trusted partner hold', () => {
  const { a, b: bare } = pair();
  const meeting = hold(a, 'Засідання');
  passOn(a, bare);
  const b = { ...bare, ledger: ledgerOf(bare.sqlite, { device: bare.ledger.device, now: bare.now }) };
  const how = { own: b.agencyId, author: b.author, join: [], now: b.now() };
  const sent = packFor(a, b);
  for (const entity of registry.entities.values()) {
    if (entity.scope === 'home' || entity.name === 'workingGroup') continue;
    for (const text of texts) {
      b.sqlite.exec('BEGIN');
      const batch = batchOf(a, group, recordOf(entity, text, meeting, linesOf(a)));
      const seen = createSeenLines(b);
      const outcome = mergePackage(b, { ...sent, batches: [batch] }, { ...how, watch: seen.watch });
      const shown = [...describeMerge(b, outcome, seen.all(), { own: b.agencyId, language: 'uk' })];
      expect(
        shown.map(({ row }) => row.entity),
        entity.name,
      ).toContain(entity.name);
      sealAll(b);
      b.sqlite.exec('ROLLBACK');
    }
  }
}, 60_000);

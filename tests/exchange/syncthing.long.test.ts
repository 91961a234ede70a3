// Rule 19 with a real carrier: two Syncthing daemons of Debian's on loopback, two workspaces, two programs.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { befriend, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';
import { filesBelow, useFolder, visit } from '../fixtures/exchangeFolder.ts';
import { missingTools } from '../fixtures/stockTools.ts';
import { startSyncthing } from '../fixtures/syncthing.ts';

const { start } = agenciesOfTest();
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

const missing = missingTools(['syncthing']);

describe.skipIf(missing.length > 0)(
  `the exchange folder over Syncthing (missing here: ${missing.join(', ') || 'none'})`,
  () => {
    it('rule 19: edits on both sides, a cut connection, and both end with the same', async () => {
      const wire = await startSyncthing();
      ending.push(() => wire.stop());
      const [a, b] = [await start('Область', { door: 'browser' }), await start('Громада', { door: 'browser' })];
      await befriend(a, b);
      const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада', language: 'uk' });
      await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
      await useFolder(a, wire.folders[0]);
      await useFolder(b, wire.folders[1]);
      const edit = (by: Agency, day: string) =>
        by.client.meetings.create({ groupId, heldOn: day, copyFrom: null, template: null });
      const meetingsAt = async (by: Agency) => {
        const { rows } = await by.client.meetings.list({ groupId, status: null, text: '', offset: 0, limit: 100 });
        return rows.map(({ id, heldOn }) => `${heldOn} ${id}`).toSorted();
      };
      const settle = (check: () => Promise<void>) =>
        vi.waitFor(
          async () => {
            await visit(a);
            await visit(b);
            await check();
          },
          { timeout: 120_000, interval: 500 },
        );
      await settle(async () => expect((await b.client.exchange.status()).groups).toHaveLength(1));
      await wire.cut();
      await edit(a, '2026-12-01');
      await edit(b, '2026-12-02');
      await visit(a);
      expect(await visit(b)).toBe(0);
      await edit(a, '2026-12-03');
      await wire.restore();
      await settle(async () => {
        const all = await meetingsAt(a);
        expect(all).toHaveLength(3);
        expect(await meetingsAt(b)).toEqual(all);
      });
      // Everything is acknowledged, and nothing but the receipts lies there any more.
      await settle(async () => {
        for (const folder of wire.folders)
          expect(filesBelow(folder).filter((name) => name.endsWith('.viche-package'))).toEqual([]);
      });
    });
  },
);

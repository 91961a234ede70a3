import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup } from '../../fixtures/group.ts';
import { speechEntry } from '../../fixtures/minutes.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let itemId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  core = makeCore(made);
  const { id: meetingId } = await core.meetings.create({
    groupId: makeGroup(made).id,
    copyFrom: null,
    template: null,
    heldOn: '2026-03-12',
  });
  ({ id: itemId } = await core.meetings.addItem({ meetingId, title: 'Перше', at: null }));
});
afterEach(() => made.remove());

const sentence = 'Заступниця голови поінформувала про стан виконання заходів обласної програми. ';

describe('history after an hour of typing', () => {
  it('is readable: a few rows a paragraph, nothing lost, long deletions kept', async () => {
    const { clock } = made;
    const ids: string[] = [];
    let saves = 0;
    // Twelve paragraphs of five minutes each, saved every four seconds.
    for (let paragraph = 0; paragraph < 12; paragraph += 1) {
      const entry = speechEntry('');
      ids.push(entry.id);
      let base: { clock: string | null; text: string } | null = null;
      let text = '';
      for (let key = 0; key < 75; key += 1) {
        clock.advance(4);
        text += sentence.slice((key * 4) % 40, ((key * 4) % 40) + 4);
        const { entries } = await core.meetings.saveWords({
          itemId,
          changed: [{ ...entry, text, base }],
          removed: [],
          order: ids,
        });
        base = { clock: entries[0]?.clock ?? null, text };
        saves += 1;
      }
    }
    expect(saves).toBe(900);
    const rows = ids.map((id) => made.workspace.ledger.history('speech', id).filter(({ field }) => field === 'text'));
    for (const history of rows) {
      expect(history.length).toBeGreaterThan(0);
      expect(history.length).toBeLessThanOrEqual(3);
      expect(history[0]).toMatchObject({ label: 'meetings.saveWords', kind: 'typing', inForce: true });
      expect(String(JSON.parse(history[0]?.to ?? '""'))).toHaveLength(300);
    }
    const changes = Number(
      made.workspace.sqlite.prepare(`SELECT count(*) FROM change WHERE entity = 'speech'`).pluck().get(),
    );
    expect(changes).toBeLessThan(12 * 8);

    // A paragraph taken away at once: what stood there stays in history.
    const [id = ''] = ids;
    const before = String(JSON.parse(rows[0]?.[0]?.to ?? '""'));
    await core.meetings.saveWords({
      itemId,
      changed: [
        {
          ...speechEntry('Коротко.', { id }),
          base: { clock: made.workspace.ledger.clocks('speech', id)['text'] ?? null, text: before },
        },
      ],
      removed: [],
      order: ids,
    });
    const history = made.workspace.ledger.history('speech', id).filter(({ field }) => field === 'text');
    expect(history.slice(0, 2).map(({ to }) => JSON.parse(to) as string)).toEqual(['Коротко.', before]);
  });
});

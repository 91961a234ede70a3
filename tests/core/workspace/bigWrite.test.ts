import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyActivity } from '../../../shared/contract/activityViews.ts';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

let test: ProjectImporter;
beforeEach(async () => (test = await makeProjectImporter()));
afterEach(async () => {
  await test.core.workers.stop();
  test.remove();
});

const rows = 1_000;
const table = ['Назва;Дата', ...Array.from({ length: rows }, (_, n) => `Захід ${n};05.05.2026`)].join('\n');
const activities = () => test.projects.activities({ ...everyActivity, projectId: test.projectId, offset: 0, limit: 5 });

describe('a big write', () => {
  it('is done beside the core, which answers meanwhile', async () => {
    const importing = test.run('activities', table);
    let answers = 0;
    for (;;) {
      const over = await Promise.race([importing, pause(1)]);
      expect([0, rows]).toContain((await activities()).total);
      answers += 1;
      if (over) break;
    }
    expect(await importing).toEqual({ added: rows, updated: 0, skipped: 0 });
    expect(answers).toBeGreaterThan(20);
    expect((await activities()).total).toBe(rows);
    expect(test.undo().label).toBe('projects.import.activities');
    expect((await activities()).total).toBe(0);
  });
});

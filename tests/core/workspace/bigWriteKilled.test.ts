import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkWorkspace } from '../../../electron/core/workspace/check.ts';
import type { KilledImport } from '../../fixtures/killedBigWrite.ts';
import { program } from '../../fixtures/programs.ts';
import { resources } from '../../fixtures/sample.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
beforeEach(async () => (made = await makeWorkspace()));
afterEach(() => made.remove());

const rows = 1_500;
const table = ['Прізвище', ...Array.from({ length: rows }, (_, at) => `Учасниця${at}`)].join('\n');

it.each([
  ['writing', 0],
  ['finishing', 0],
  ['done', rows],
])('a kill in the middle of a big write (%s) leaves the file as before or as after', async (when, expected) => {
  const { path, key, workspace, author } = made;
  const { device } = workspace.ledger;
  workspace.close();
  const settings = {
    kind: 'people',
    ticket: 'none',
    sheet: null,
    encoding: 'auto',
    delimiter: 'auto',
    hasHeader: null,
    mapping: ['surname'],
  } as const;
  const common = { fileName: 'people.csv', resources, today: '2026-03-12', author, skipLines: [] };
  const killed: KilledImport = {
    path,
    key,
    device,
    table,
    input: { ...common, settings: { ...settings, mapping: [...settings.mapping] } },
  };
  const { signal, stderr } = spawnSync(process.execPath, [program('killedBigWrite'), when, program('worker')], {
    encoding: 'utf8',
    input: JSON.stringify(killed),
  });
  expect([signal, stderr]).toEqual(['SIGKILL', '']);
  const { sqlite, ledger } = await made.reopen();
  const count = sqlite.prepare<[], number>('SELECT count(*) FROM person WHERE removed = 0').pluck();
  expect(count.get()).toBe(expected);
  expect(checkWorkspace(made.workspace)).toMatchObject({ ok: true, findings: [] });
  expect(ledger.device).toBe(device);
  expect(ledger.undoState(author.session).undo).toBe(expected === 0 ? null : 'directory.import.people');
});

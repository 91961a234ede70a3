// The command line can do with a memorandum what the page can: draft, fill in, sign, and see what is owed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../../electron/cli/run.ts';
import { testPassphrase } from '../../fixtures/doors.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'viche-cli-memoranda-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const viche = async (...args: string[]): Promise<{ code: number; output: string; messages: string }> => {
  const [output, messages] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(output), text(messages)]);
  const code = await run(args, {
    input: Object.assign(new PassThrough(), { isTTY: false, setRawMode: () => undefined }),
    output,
    messages,
    env: { VICHE_HOME: folder, VICHE_PASSPHRASE: testPassphrase, LANG: 'en_GB.UTF-8' },
    folder,
    program: join(import.meta.dirname, '..', '..', '..', 'out', 'main'),
    stopped: new AbortController().signal,
  });
  output.end();
  messages.end();
  const [spoken, told] = await said;
  return { code, output: spoken, messages: told };
};

const call = async <Answer>(name: string, input: object, ...options: string[]): Promise<Answer> => {
  const said = await viche('call', `memoranda.${name}`, JSON.stringify(input), '--file', 'group.viche', ...options);
  if (said.code !== 0) throw new Error(said.messages);
  return JSON.parse(said.output) as Answer;
};

it('drafts a memorandum, signs it and ticks an obligation off', { timeout: 60_000 }, async () => {
  const made = await viche('create', '--file', 'group.viche', '--lang', 'en', '--agency', 'Agency A');
  expect(made.code, made.messages).toBe(0);
  const { id } = await call<{ id: string }>('create', {
    title: 'on co-operation',
    language: 'en',
    groupId: null,
    from: 'blank',
    copyFrom: null,
    supersedesId: null,
    organisationIds: [],
  });
  const party = (name: string) =>
    call<{ id: string }>('addParty', { memorandumId: id, nameText: name, signatoryText: 'Member 1' });
  const first = await party('Council');
  await party('League');
  await call('addClause', { memorandumId: id, at: null, libraryKey: 'purpose' });
  const owed = await call<{ id: string }>('addObligation', {
    memorandumId: id,
    partyId: first.id,
    text: 'Hold a round table',
    dueOn: '2026-01-31',
  });
  const sign = { id, on: '2024-05-05', number: 'M-1', startsOn: null };
  const early = await viche('call', 'memoranda.sign', JSON.stringify(sign), '--file', 'group.viche');
  expect(early.code).toBe(1);
  expect(early.messages).toContain('memorandumTermMissing');
  await call('update', { id, patch: { validity: 'openEnded', subject: 'training' } });
  expect((await call<{ hash: string }>('sign', sign)).hash).toMatch(/^[0-9a-f]{64}$/);
  writeFileSync(join(folder, 'scan.pdf'), 'no pdf at all');
  const attach = JSON.stringify({ ownerEntity: 'memorandum', ownerId: id, ticket: '@in' });
  const refused = await viche('call', 'memoranda.attach', attach, '--in', 'scan.pdf', '--file', 'group.viche');
  expect([refused.code, refused.messages.includes('scanNotImage')]).toEqual([1, true]);
  await call('setObligationState', { id: owed.id, period: null, status: 'done', doneOn: '2026-01-30' });
  const detail = await call<{ state: string; obligationRows: { state: string }[] }>('get', { id });
  expect([detail.state, detail.obligationRows.map(({ state }) => state)]).toEqual(['inForce', ['done']]);
});

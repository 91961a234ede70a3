// A person at a terminal, or a script: a decision found, noted with evidence, moved with a reason, listed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../../electron/cli/run.ts';
import type { DecisionDetail, RegisterPage } from '../../../shared/contract/decisionRegister.ts';
import { testPassphrase } from '../../fixtures/doors.ts';
import { filterOf, queryOf } from '../../fixtures/register.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'out', 'main');
let folder = '';

async function viche(...args: string[]): Promise<{ code: number; output: string; messages: string }> {
  const [input, output, messages] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const said: Buffer[] = [];
  const told: Buffer[] = [];
  output.on('data', (part: Buffer) => said.push(part));
  messages.on('data', (part: Buffer) => told.push(part));
  const code = await run([...args, '--file', 'sample.viche'], {
    input: Object.assign(input, { isTTY: false, setRawMode: () => undefined }),
    output,
    messages,
    env: { VICHE_HOME: folder, VICHE_PASSPHRASE: testPassphrase, LANG: 'uk_UA.UTF-8' },
    folder,
    program,
    stopped: new AbortController().signal,
  });
  output.end();
  messages.end();
  await Promise.all([finished(output), finished(messages)]);
  return { code, output: Buffer.concat(said).toString(), messages: Buffer.concat(told).toString() };
}

/** What a procedure answers; fails where it refuses. */
async function call<Answer>(procedure: string, input: object, ...more: string[]): Promise<Answer> {
  const { code, output, messages } = await viche('call', `decisions.${procedure}`, JSON.stringify(input), ...more);
  expect(code, messages).toBe(0);
  return JSON.parse(output) as Answer;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'viche-decisions-'));
  const { code, messages } = await viche('create', '--sample', '--lang', 'uk', '--agency', 'Установа');
  if (code !== 0) throw new Error(messages);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('carries a decision of the sample out from the command line', async () => {
  const due = queryOf({ dueUntil: '2026-12-31', text: 'соціальне замовлення послуг' });
  const [found] = (await call<RegisterPage>('register', due)).rows;
  expect(found).toMatchObject({ number: '2/5.1', dueOn: '2026-06-30', assigneesDone: 1 });
  const id = found?.id ?? '';

  writeFileSync(join(folder, 'рішення сесії.pdf'), '%PDF-1.7');
  const note = { id, notedOn: '2026-11-20', text: 'Сесія ухвалила програму.' };
  await call('addNote', { ...note, tickets: ['@in'] }, '--in', 'рішення сесії.pdf');
  const refused = await viche(
    'call',
    'decisions.moveDeadline',
    JSON.stringify({ id, period: null, to: '2025-01-31', reason: 'Так.' }),
  );
  expect(refused.code).toBe(1);
  expect(refused.messages).toContain('Строк виконання не може бути раніше за дату засідання.');
  await call('moveDeadline', { id, period: null, to: '2053-01-31', reason: 'Чекаємо на дві громади.' });
  expect(await call<DecisionDetail>('detail', { id })).toMatchObject({
    dueOn: '2053-01-31',
    moves: [{ movedFrom: '2026-06-30', reason: 'Чекаємо на дві громади.' }],
    notes: [{ text: note.text, evidence: [{ name: 'рішення сесії.pdf' }] }, {}],
  });
  expect((await call<RegisterPage>('register', due)).total).toBe(0);

  const { filter, sort, groupBy } = queryOf();
  await call('exportRegister', { filter, sort, groupBy, title: 'Рішення', language: 'uk' }, '--out', 'list.xlsx');
  expect(readFileSync(join(folder, 'list.xlsx')).subarray(0, 2).toString()).toBe('PK');
  await call('calendarFile', { filter: filterOf() }, '--out', 'due.ics');
  expect(readFileSync(join(folder, 'due.ics'), 'utf8')).toContain(`UID:${id}@viche`);
});

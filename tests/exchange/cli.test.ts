// `viche exchange …` as the built program: two agencies with homes of their own, by hand and by folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { testPassphrase } from '../fixtures/doors.ts';

const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
const root = mkdtempSync(join(tmpdir(), 'viche-cli-exchange-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Answer = Record<string, unknown>;

/** One command of an agency: its exit code and the last line of JSON, of the answer or of the refusal. */
function viche(home: string, ...args: string[]): { code: number | null; said: Answer } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, VICHE_HOME: join(root, home), VICHE_PASSPHRASE: testPassphrase, LANG: 'en_GB.UTF-8' },
  });
  const line = (status === 0 ? stdout : stderr).trim().split('\n').at(-1) ?? '';
  return { code: status, said: JSON.parse(line) as Answer };
}
const exchange = (who: string, ...args: string[]) => viche(who, 'exchange', ...args, '--file', `${who}.viche`);
const done = (answer: ReturnType<typeof viche>): Answer => {
  expect(answer).toMatchObject({ code: 0 });
  return answer.said;
};

it('cards, participants, packages both ways, receipts and the folder go by the command line', () => {
  for (const who of ['oblast', 'community'])
    done(viche(who, 'create', '--file', `${who}.viche`, '--agency', who, '--lang', 'en'));
  const cards = ['oblast', 'community'].map((who) => done(exchange(who, 'card', '--out', `${who}.viche-card`)));
  for (const [who, other] of [
    ['oblast', 'community'],
    ['community', 'oblast'],
  ] as const) {
    const read = done(exchange(who, 'import', '--in', `${other}.viche-card`));
    expect(read).toMatchObject({ meaning: 'new', name: other });
    done(exchange(who, 'trust', '--fingerprint', String(read['fingerprint']), '--checked', 'telephone'));
  }
  const added = done(
    viche('oblast', 'call', 'directory.addGroup', '{"name":"Council","language":"en"}', '--file', 'oblast.viche'),
  );
  done(exchange('oblast', 'participants', '--group', String(added['id']), '--agency', 'community'));
  done(exchange('oblast', 'send', '--agency', 'community', '--out', 'one.viche-package'));
  expect(done(exchange('community', 'receive', '--in', 'one.viche-package'))).toMatchObject({
    merged: false,
    offered: [{ name: 'Council' }],
  });
  expect(done(exchange('community', 'status'))).toMatchObject({ groups: [] });
  expect(
    done(
      exchange('community', 'receive', '--in', 'one.viche-package', '--merge', '--join', '--out', 'one.viche-receipt'),
    ),
  ).toMatchObject({ merged: true });
  expect(done(exchange('oblast', 'receipt', '--in', 'one.viche-receipt'))).toMatchObject({ agency: 'community' });

  mkdirSync(join(root, 'shared'));
  expect(exchange('oblast', 'folder', '--set', 'nowhere')).toMatchObject({ code: 1, said: { code: 'folderGone' } });
  for (const who of ['oblast', 'community'])
    expect(done(exchange(who, 'folder', '--set', 'shared'))).toMatchObject({ trouble: null });
  done(
    viche(
      'oblast',
      'call',
      'directory.updateGroup',
      JSON.stringify({ id: added['id'], patch: { name: 'Council A' } }),
      '--file',
      'oblast.viche',
    ),
  );
  done(exchange('oblast', 'sync'));
  const { waiting } = done(exchange('community', 'sync')) as { waiting: { ref: string }[] };
  expect(waiting).toHaveLength(1);
  expect(done(exchange('community', 'receive', '--waiting', waiting[0]?.ref ?? '', '--merge'))).toMatchObject({
    merged: true,
    receipt: null,
  });
  expect(done(exchange('community', 'status'))).toMatchObject({ groups: [{ name: 'Council A' }] });
  expect(done(exchange('oblast', 'held'))).toEqual([]);
  expect(done(exchange('oblast', 'reissue'))).toEqual({ changes: 0 });
  expect(exchange('oblast', 'send', '--agency', 'nobody')).toMatchObject({ code: 2, said: { code: 'usage.notAmong' } });
  expect(exchange('oblast', 'cards', '--merge')).toMatchObject({ code: 2, said: { code: 'usage.tooMuch' } });
  expect(exchange('oblast', 'dance')).toMatchObject({ code: 2 });
  expect(cards.map(({ name }) => name)).toEqual(['oblast', 'community']);
}, 240_000);

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
  for (const [who, language] of [
    ['oblast', 'uk'],
    ['community', 'en'],
  ] as const)
    done(viche(who, 'create', '--file', `${who}.viche`, '--agency', who, '--lang', language));
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
  expect(done(exchange('oblast', 'outgoing', '--agency', 'community'))).toMatchObject({
    obstacle: null,
    groups: [{ name: 'Council' }],
  });
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
  // one that was lost is made again from the log
  const { entries } = done(exchange('community', 'log')) as { entries: { id: string }[] };
  done(exchange('community', 'receipt', '--of', entries[0]?.id ?? '', '--out', 'again.viche-receipt'));
  expect(done(exchange('oblast', 'receipt', '--in', 'again.viche-receipt'))).toMatchObject({ agency: 'community' });

  // both change the name; whoever receives second decides
  const rename = (who: string, name: string) =>
    done(
      viche(
        who,
        'call',
        'directory.updateGroup',
        JSON.stringify({ id: added['id'], patch: { name } }),
        '--file',
        `${who}.viche`,
      ),
    );
  rename('oblast', 'Council of the oblast');
  rename('community', 'Council of the community');
  done(exchange('community', 'send', '--agency', 'oblast', '--out', 'two.viche-package'));
  const looked = done(exchange('oblast', 'receive', '--in', 'two.viche-package'));
  expect(looked).toMatchObject({ merged: false, counts: { conflict: 1 } });
  expect((looked['rows'] as { conflicts?: unknown[] }[]).flatMap(({ conflicts = [] }) => conflicts)).toMatchObject([
    { field: 'name', ours: { value: '"Council of the oblast"' }, theirs: { value: '"Council of the community"' } },
  ]);
  done(
    exchange(
      'oblast',
      'receive',
      '--in',
      'two.viche-package',
      '--merge',
      '--take',
      'ours',
      '--out',
      'two.viche-receipt',
    ),
  );
  expect(done(exchange('oblast', 'status'))).toMatchObject({
    openConflicts: 0,
    groups: [{ name: 'Council of the oblast' }],
  });
  done(exchange('community', 'receipt', '--in', 'two.viche-receipt'));
  expect(done(exchange('community', 'log', '--agency', 'oblast'))).toMatchObject({
    total: 2,
    entries: [{ direction: 'sent' }, { direction: 'received' }],
  });

  mkdirSync(join(root, 'shared'));
  expect(exchange('oblast', 'folder', '--set', 'nowhere')).toMatchObject({ code: 1, said: { code: 'folderGone' } });
  for (const who of ['oblast', 'community'])
    expect(done(exchange(who, 'folder', '--set', 'shared'))).toMatchObject({ trouble: null });
  rename('oblast', 'Council A');
  done(exchange('oblast', 'sync'));
  const { waiting } = done(exchange('community', 'sync')) as { waiting: { ref: string }[] };
  expect(waiting).toHaveLength(1);
  expect(done(exchange('community', 'receive', '--waiting', waiting[0]?.ref ?? '', '--merge'))).toMatchObject({
    merged: true,
    receipt: null,
  });
  expect(done(exchange('community', 'status'))).toMatchObject({ groups: [{ name: 'Council A' }] });
  done(exchange('oblast', 'sync'));
  const [ours, theirs] = ['oblast', 'community'].map((who) =>
    done(viche(who, 'call', 'directory.groups', '{}', '--file', `${who}.viche`)),
  );
  expect(ours).toEqual(theirs);
  expect(done(exchange('oblast', 'status'))).toMatchObject({ agencies: [{ unsent: 0, unacknowledged: 0 }] });
  expect(done(exchange('oblast', 'held'))).toEqual([]);
  expect(done(exchange('oblast', 'reissue'))).toEqual({ changes: 0 });
  expect(exchange('oblast', 'send', '--agency', 'nobody')).toMatchObject({ code: 2, said: { code: 'usage.notAmong' } });
  const renewed = done(exchange('oblast', 'renew', '--out', 'renewed.viche-card'));
  expect(done(exchange('community', 'import', '--in', 'renewed.viche-card'))).toMatchObject({ meaning: 'renewed' });
  const fingerprint = String(renewed['fingerprint']);
  done(exchange('community', 'trust', '--fingerprint', fingerprint, '--checked', 'inPerson'));
  done(exchange('community', 'revoke', '--fingerprint', fingerprint, '--note', 'a stolen laptop'));
  expect(done(exchange('community', 'cards'))).toMatchObject([{ fingerprint, state: 'revoked' }]);
  expect(exchange('oblast', 'cards', '--merge')).toMatchObject({ code: 2, said: { code: 'usage.tooMuch' } });
  expect(exchange('oblast', 'dance')).toMatchObject({ code: 2 });
  expect(cards.map(({ name }) => name)).toEqual(['oblast', 'community']);
}, 240_000);

// Rule 14: a package is made of the workspace as it was when it began, whatever is written meanwhile.
import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { eraseContact } from '../../../electron/core/exchange/erasure/erase.ts';
import { writeWholeFile } from '../../../electron/core/exchange/package/wholeFile.ts';
import { inspectPackage } from '../../../electron/core/exchange/receiving/receiveTasks.ts';
import { runPackage, sealAll } from '../../../electron/core/exchange/sending/sendTasks.ts';
import { setParticipants } from '../../../electron/core/exchange/trust/participants.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { schemaVersion } from '../../../electron/core/workspace/migrate.ts';
import { introduce, makeAgency } from '../../fixtures/agency.ts';

const folder = mkdtempSync(join(tmpdir(), 'viche-while-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('rule 14: a contact that is erased while a package is written spoils no batch of it', async () => {
  const [a, b] = [await makeAgency('Громада'), await makeAgency('Область')];
  introduce(a, b);
  const { workspace, author } = a;
  const { groupId, personId } = workspace.ledger.write(author, { label: 'test' }, (w) => {
    const id = w.insert(workingGroup, { name: 'Рада' });
    const member = w.insert(person, { surname: 'Учасниця 7', email: 'member7@example.org' });
    w.insert(meeting, { groupId: id, title: 'Засідання', chairId: member });
    return { groupId: id, personId: member };
  });
  setParticipants(workspace, author, { groupId, agencyIds: [b.agencyId] });
  sealAll(workspace);
  const target = join(folder, 'x.viche-package');
  const now = a.clock.now();
  let isErased = false;
  const erase = () => {
    if (isErased) return;
    isErased = true;
    workspace.sqlite
      .transaction(() => eraseContact(workspace, author, { personId, withName: true }, a.clock.now()))
      .immediate();
  };
  const { path, key } = a;
  const { device } = workspace.ledger;
  const about = { agencyId: b.agencyId, full: true, device, schema: schemaVersion, target, number: 1, now };
  await runPackage({ path, key, ...about }, erase);
  expect(isErased).toBe(true);
  const staged = { path: target, fileName: 'x.viche-package', carrier: 'file' as const };
  const look = { staged, author: b.author, language: 'uk' as const, now: b.clock.now() };
  const { preview } = await inspectPackage(b.workspace, look, () => undefined);
  expect(preview.counts).toMatchObject({ refused: 0, waiting: 0 });
  expect(preview.counts.new).toBeGreaterThan(0);
  a.remove();
  b.remove();
});

test.skipIf(process.platform === 'win32')(
  'rule 19: nothing is written through a link in the place of an unfinished file',
  async () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'other');
    symlinkSync(elsewhere, join(folder, `.7.viche-package.${process.pid}.part`));
    const target = join(folder, '7.viche-package');
    await writeWholeFile(target, async (out) => {
      out.end('whole');
      await finished(out);
    });
    expect(readFileSync(elsewhere, 'utf8')).toBe('other');
    expect(readFileSync(target, 'utf8')).toBe('whole');
    expect(lstatSync(target).isFile()).toBe(true);
  },
);

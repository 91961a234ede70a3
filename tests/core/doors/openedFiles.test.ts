// Files that a person opens outside the program (rule 18): by double click, on a command line, or dropped on the window.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createOpenedFiles, openedIn } from '../../../electron/desktop/openedFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'viche-opened-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('rule 18: files on a command line are told from options, from folders and from what is not there', () => {
  const strange = join(folder, 'лист.pdf');
  writeFileSync(strange, '');
  const args = [
    '/opt/Viche',
    '--flag.viche-card',
    'a/Рада-3.viche-package',
    '/x/b.VICHE-CARD',
    'd.viche',
    '.',
    'nothing',
  ];
  expect(openedIn([...args, 'лист.pdf'], folder)).toEqual([
    join(folder, 'a/Рада-3.viche-package'),
    '/x/b.VICHE-CARD',
    join(folder, 'd.viche'),
    strange,
  ]);
  expect(openedIn(['', pathToFileURL(strange).href], '/')).toEqual([strange]);
  expect(openedIn(['program.viche-package'], '/')).toEqual([]);
});

it('what was opened waits until a page takes it, cards before receipts before packages, each file once', () => {
  let told = 0;
  const opened = createOpenedFiles(() => (told += 1));
  opened.add([]);
  expect(told).toBe(0);
  opened.add(['/Рада-10.viche-package', '/Рада-9.viche-package', '/a.viche-receipt', '/b.viche-card']);
  opened.add(['/c.viche-card', '/Рада-9.viche-package', '/A.viche-package', '/own.viche']);
  expect(told).toBe(2);
  const listed = opened.list();
  expect(listed.map(({ name, kind }) => [name, kind])).toEqual([
    ['own.viche', 'workspace'],
    ['b.viche-card', 'card'],
    ['c.viche-card', 'card'],
    ['a.viche-receipt', 'receipt'],
    ['Рада-9.viche-package', 'package'],
    ['Рада-10.viche-package', 'package'],
    ['A.viche-package', 'package'],
  ]);
  const first = listed[0]?.id ?? '';
  expect(opened.take(first)).toBe('/own.viche');
  expect(opened.take(first)).toBeNull();
  expect(opened.list()).toEqual(listed.slice(1));
});

it('as many as are opened wait: none is dropped for the others', () => {
  const opened = createOpenedFiles(() => undefined);
  opened.add(Array.from({ length: 300 }, (_, number) => `/Рада-${number}.viche-package`));
  expect(opened.list()).toHaveLength(300);
});

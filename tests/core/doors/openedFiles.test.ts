// Files of the exchange that a person opens outside the program (rule 18): by double click or on a command line.
import { expect, it } from 'vitest';
import { createOpenedFiles, openedIn } from '../../../electron/desktop/openedFiles.ts';

it('rule 18: packages, cards and receipts on a command line are told from options and from workspaces', () => {
  const args = [
    '/opt/Viche',
    '--flag.viche-card',
    'a/Рада-3.viche-package',
    '/x/b.VICHE-CARD',
    'c.viche-receipt',
    'd.viche',
  ];
  expect(openedIn(args, '/home/me')).toEqual([
    { path: '/home/me/a/Рада-3.viche-package', kind: 'package' },
    { path: '/x/b.VICHE-CARD', kind: 'card' },
    { path: '/home/me/c.viche-receipt', kind: 'receipt' },
  ]);
  expect(openedIn(['program.viche-package'], '/')).toEqual([]);
});

it('what was opened waits until a page takes it, each file once', () => {
  let told = 0;
  const opened = createOpenedFiles(() => (told += 1));
  opened.add([]);
  expect(told).toBe(0);
  opened.add(openedIn(['', 'a.viche-card', 'b.viche-card'], '/'));
  opened.add(openedIn(['', 'a.viche-card'], '/'));
  expect(told).toBe(2);
  expect(opened.take().map(({ path }) => path)).toEqual(['/b.viche-card', '/a.viche-card']);
  expect(opened.take()).toEqual([]);
});

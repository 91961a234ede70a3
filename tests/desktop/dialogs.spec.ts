// Native dialogs: the person chooses, the page gets tickets. The dialogs themselves are answered by the test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DesktopBridge } from '../../shared/desktopBridge.ts';
import { startDesktop, type Desktop } from '../fixtures/desktop.ts';

type WithBridge = { viche: DesktopBridge };

let desktop: Desktop;
let folder = '';

test.beforeAll(async () => {
  desktop = await startDesktop();
  folder = join(desktop.home, 'files');
  mkdirSync(folder, { recursive: true });
});
test.afterAll(() => desktop.stop());

/** The next dialogs are answered with these paths; null is the Cancel button. Gives what was asked of them. */
const answerDialogs = (paths: string[] | null) =>
  desktop.app.evaluate(({ dialog }, chosen) => {
    const asked: unknown[] = [];
    (globalThis as unknown as { asked: unknown[] }).asked = asked;
    const take = (rest: unknown[]): void => {
      asked.push(rest.at(-1));
    };
    dialog.showOpenDialog = async (...rest: unknown[]) => {
      take(rest);
      return { canceled: chosen === null, filePaths: chosen ?? [] };
    };
    dialog.showSaveDialog = async (...rest: unknown[]) => {
      take(rest);
      return { canceled: chosen === null, filePath: chosen?.[0] ?? '' };
    };
  }, paths);
const asked = () =>
  desktop.app.evaluate(
    () => (globalThis as unknown as { asked: { defaultPath?: string; filters?: { extensions: string[] }[] }[] }).asked,
  );

test('chosen files become tickets, without their paths', async () => {
  const path = join(folder, 'Список.csv');
  writeFileSync(path, 'прізвище\n');
  await answerDialogs([path]);
  const picked = await desktop.page.evaluate(() =>
    (window as unknown as WithBridge).viche.pickFiles({ accept: ['.csv', '.xlsx'], multiple: true }),
  );
  expect(picked).toEqual([{ ticket: expect.stringMatching(/^[\w-]{20,}$/), name: 'Список.csv', size: 17 }]);
  expect((await asked())[0]?.filters?.[0]?.extensions).toEqual(['csv', 'xlsx']);
  expect(JSON.stringify(picked)).not.toContain(folder);
});

test('files of a drag become tickets; those that the page made up itself do not', async () => {
  const path = join(folder, 'guide.txt');
  writeFileSync(path, 'перше видання');
  const { page } = desktop;
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'from-the-disk';
    document.body.append(field);
  });
  await page.setInputFiles('#from-the-disk', path);
  const taken = await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#from-the-disk');
    const files = [...(field?.files ?? [])];
    field?.remove();
    return (window as unknown as WithBridge).viche.takeFiles(files);
  });
  expect(taken).toEqual([{ ticket: expect.stringMatching(/^[\w-]{20,}$/), name: 'guide.txt', size: 25 }]);
  expect(JSON.stringify(taken)).not.toContain(folder);
  const invented = await page.evaluate(
    (there) =>
      (window as unknown as WithBridge).viche.takeFiles([new File(['x'], there)]).then(
        () => 'taken',
        (error: Error) => error.message,
      ),
    path,
  );
  expect(invented).toContain('viche-refusal:{"code":"fileUnreadable"');
});

test('cancelling gives nothing', async () => {
  await answerDialogs(null);
  const answers = await desktop.page.evaluate(async () => {
    const { viche } = window as unknown as WithBridge;
    return [
      await viche.pickFiles({ accept: [], multiple: false }),
      await viche.pickWorkspace(),
      await viche.pickPlace({ fileName: 'a.viche' }),
      await viche.saveFile({ ticket: 'x', name: 'a.docx' }),
      await viche.printToPdf('a'),
    ];
  });
  expect(answers).toEqual([[], null, null, false, false]);
});

test('the place of a new workspace is proposed in the usual folder, under a name that is only a name', async () => {
  await answerDialogs([join(folder, 'нова')]);
  const place = await desktop.page.evaluate(() =>
    (window as unknown as WithBridge).viche.pickPlace({ fileName: '../../etc/Група №1.viche' }),
  );
  expect(place).toEqual({ ticket: expect.any(String), folder, fileName: 'нова.viche' });
  expect((await asked())[0]?.defaultPath).toBe(join(desktop.home, 'documents', '_.._etc_Група №1.viche'));
});

test('a file that cannot be had is a refusal that the page can read', async () => {
  await answerDialogs([join(folder, 'a.docx')]);
  const message = await desktop.page.evaluate(() =>
    (window as unknown as WithBridge).viche.saveFile({ ticket: 'nothing', name: 'a.docx' }).then(
      () => 'saved',
      (error: Error) => error.message,
    ),
  );
  expect(message).toContain('viche-refusal:{"code":"ticketExpired"');
  expect(existsSync(join(folder, 'a.docx'))).toBe(false);
});

test('questions that make no sense are not asked', async () => {
  await answerDialogs([join(folder, 'x')]);
  const answers = await desktop.page.evaluate(async () => {
    const { viche } = window as unknown as { viche: Record<string, (question: unknown) => Promise<unknown>> };
    const ask = (name: string, question: unknown) =>
      viche[name]?.(question).then(
        () => 'answered',
        () => 'refused',
      );
    return [
      await ask('pickFiles', { accept: ['*.*'], multiple: true }),
      await ask('pickFiles', 'everything'),
      await ask('saveFile', { ticket: 1 }),
      await ask('printToPdf', { path: '/etc/passwd' }),
    ];
  });
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(await asked()).toEqual([]);
});

test('the page prints, and prints into a PDF file', async () => {
  const path = join(folder, 'Аркуш.pdf');
  await answerDialogs([path]);
  expect(await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.printToPdf('Аркуш'))).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents !== undefined)
      contents.print = (_options, done) => {
        (globalThis as unknown as { printed: boolean }).printed = true;
        done?.(true, '');
      };
  });
  await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.print());
  expect(await desktop.app.evaluate(() => (globalThis as unknown as { printed: boolean }).printed)).toBe(true);
});

test('the exchange folder becomes a ticket, and a file opened outside waits for the page with its kind', async () => {
  await answerDialogs([folder]);
  const picked = await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.pickFolder());
  expect(picked).toEqual({ ticket: expect.stringMatching(/^[\w-]{20,}$/), folder });
  const path = join(folder, 'Рада-1.viche-package');
  writeFileSync(path, 'запечатане');
  const taken = desktop.page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const { viche } = window as unknown as WithBridge;
        const stop = viche.onOpened(() => {
          stop();
          resolve(viche.takeOpened());
        });
      }),
  );
  await desktop.app.evaluate(({ app }, file) => {
    app.emit('second-instance', {}, ['viche', file], '/');
  }, path);
  expect(await taken).toEqual([
    { ticket: expect.stringMatching(/^[\w-]{20,}$/), name: 'Рада-1.viche-package', size: 20, kind: 'package' },
  ]);
  expect(await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.takeOpened())).toEqual([]);
});

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

test('files of the exchange are chosen and saved under their long endings', async () => {
  const path = join(folder, 'Громада.viche-card');
  writeFileSync(path, 'картка');
  await answerDialogs([path]);
  const picked = await desktop.page.evaluate(() =>
    (window as unknown as WithBridge).viche.pickFiles({
      accept: ['.viche-package', '.viche-card', '.viche-receipt'],
      multiple: true,
    }),
  );
  expect(picked).toMatchObject([{ name: 'Громада.viche-card' }]);
  expect((await asked())[0]?.filters?.[0]?.extensions).toEqual(['viche-package', 'viche-card', 'viche-receipt']);
});

test('the exchange folder becomes a ticket', async () => {
  await answerDialogs([folder]);
  const picked = await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.pickFolder());
  expect(picked).toEqual({ ticket: expect.stringMatching(/^[\w-]{20,}$/), folder });
});

test('what is opened outside waits in its order until a page takes it, one after the other', async () => {
  const paths = ['Рада-2.viche-package', 'Рада-1.viche-package', 'Громада.viche-card'].map((name) => {
    writeFileSync(join(folder, name), 'запечатане');
    return join(folder, name);
  });
  // Listening before anything happens: what only begins to listen may come after it.
  await desktop.page.evaluate(() => {
    const told = new Promise<void>((resolve) => {
      const stop = (window as unknown as WithBridge).viche.onOpened(() => {
        stop();
        resolve();
      });
    });
    Object.assign(window, { told });
  });
  await desktop.app.evaluate(({ app }, files) => {
    app.emit('second-instance', {}, ['viche', ...files], '/');
  }, paths);
  await desktop.page.evaluate(() => (window as unknown as { told: Promise<void> }).told);
  const opened = await desktop.page.evaluate(() => (window as unknown as WithBridge).viche.openedFiles());
  expect(opened.map(({ name, kind }) => [name, kind])).toEqual([
    ['Громада.viche-card', 'card'],
    ['Рада-1.viche-package', 'package'],
    ['Рада-2.viche-package', 'package'],
  ]);
  expect(JSON.stringify(opened)).not.toContain(folder);
  // the page on the screen has no workspace yet, and says what waits for one
  await expect(desktop.page.getByText(/Чекають 3 файли, перший «Громада.viche-card»/)).toBeVisible();
  const takeFirst = () =>
    desktop.page.evaluate((id) => (window as unknown as WithBridge).viche.takeOpened(id), opened[0]?.id ?? '');
  expect(await takeFirst()).toEqual({
    ticket: expect.stringMatching(/^[\w-]{20,}$/),
    name: 'Громада.viche-card',
    size: 20,
  });
  expect(await takeFirst()).toBeNull();
});

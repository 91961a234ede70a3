// What a new workspace begins with: standard phrases and agenda templates, and nothing that an undo could take back.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../electron/core/app.ts';
import { languages, type Language } from '../../../shared/languages.ts';
import { meetingKinds } from '../../../shared/vocabulary.ts';
import { testPassphrase } from '../../fixtures/doors.ts';
import { resources } from '../../fixtures/sample.ts';

interface Template {
  kind: string;
  title: string;
  items: { title: string; minutesPlanned: number }[];
}
const defaultsOf = (language: Language) =>
  JSON.parse(readFileSync(join(resources, 'defaults', `${language}.json`), 'utf8')) as {
    textBlocks: { title: string; text: string }[];
    templates: Template[];
  };

const everyMeeting = { groupId: null, status: null, text: '', offset: 0, limit: 50 };

describe('phrases and templates', () => {
  it.each(languages)('in %s: an agenda for each kind of meeting, as long as in every other language', (language) => {
    const { textBlocks, templates } = defaultsOf(language);
    expect(templates.map(({ kind }) => kind)).toEqual([...meetingKinds]);
    const shape = ({ items }: Template) => items.map(({ minutesPlanned }) => minutesPlanned);
    expect(templates.map(shape)).toEqual(defaultsOf('en').templates.map(shape));
    expect(textBlocks).toHaveLength(defaultsOf('en').textBlocks.length);
    expect(new Set(textBlocks.map(({ title }) => title)).size).toBe(textBlocks.length);
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  });
});

describe('a new workspace', () => {
  let home = '';
  let app: App;
  afterEach(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });

  const create = async (language: Language, sample: boolean) => {
    home = mkdtempSync(join(tmpdir(), 'viche-beginnings-'));
    app = createApp({
      door: 'cli',
      version: '0',
      resources,
      documents: home,
      installation: home,
      keyStore: null,
      worker: join(home, 'no-worker.js'),
      log: () => undefined,
    });
    const page = createRouterClient(app.router, { context: { session: 'page' } });
    await page.workspace.create({
      language,
      agency: { name: 'Test agency', shortName: 'TA', kind: 'regionalAdministration', territory: null },
      person: { surname: 'Secretary', givenName: 'Test', patronymic: '', position: 'Secretary' },
      passphrase: testPassphrase,
      remember: false,
      sample,
      place: null,
    });
    return page;
  };

  it('has phrases and templates of its language, no meetings, and nothing to undo', async () => {
    const page = await create('lt', false);
    const blocks = await page.meetings.textBlocks();
    expect(blocks.map(({ title }) => title)).toEqual(defaultsOf('lt').textBlocks.map(({ title }) => title));
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['lt']));
    const templates = await page.meetings.templates();
    expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set(meetingKinds));
    expect(templates.find(({ kind }) => kind === 'roundTable')?.items).toHaveLength(5);
    expect(await page.meetings.list(everyMeeting)).toMatchObject({ total: 0 });
    expect(await page.workspace.undoState()).toEqual({ undo: null, redo: null });
    await expect(page.workspace.undo()).rejects.toMatchObject({ data: { code: 'nothingToUndo' } });
  });

  it('with the sample has those of all four, and still nothing to undo', async () => {
    const page = await create('en', true);
    expect(new Set((await page.meetings.textBlocks()).map(({ language }) => language))).toEqual(new Set(languages));
    expect(await page.meetings.templates()).toHaveLength(meetingKinds.length * languages.length);
    const { total } = await page.meetings.list(everyMeeting);
    expect(total).toBe(6);
    expect(await page.workspace.undoState()).toEqual({ undo: null, redo: null });
    expect((await page.workspace.state()).workspace).toMatchObject({ sample: true, agency: 'Test agency' });
    expect(await page.workspace.check()).toMatchObject({ ok: true });
  });
});

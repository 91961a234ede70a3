// What all doors share: folders, log lines, words, sessions, questions across a process border.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeError } from '../../../electron/core/door/fileErrors.ts';
import { usualFolders } from '../../../electron/core/door/folders.ts';
import { logLine } from '../../../electron/core/door/ports.ts';
import { contextOf } from '../../../electron/core/door/session.ts';
import { doorWords, languageOf, refusalText } from '../../../electron/core/door/words.ts';
import { createQuestions } from '../../../electron/desktop/coreMessages.ts';
import { AppError } from '../../../shared/errors.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'viche-home-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('folders', () => {
  it('are those of the person and the system', () => {
    expect(usualFolders({}, 'linux', home)).toEqual({
      documents: join(home, 'Documents', 'Viche'),
      installation: join(home, '.config', 'Viche'),
    });
    expect(usualFolders({ APPDATA: join(home, 'Roaming') }, 'win32', home).installation).toBe(
      join(home, 'Roaming', 'Viche'),
    );
    expect(usualFolders({}, 'darwin', home).installation).toBe(join(home, 'Library', 'Application Support', 'Viche'));
  });

  it('follow what the Linux desktop calls the documents', () => {
    const config = join(home, 'config');
    mkdirSync(config, { recursive: true });
    writeFileSync(
      join(config, 'user-dirs.dirs'),
      '# comment\nXDG_DESKTOP_DIR="$HOME/Стіл"\nXDG_DOCUMENTS_DIR="$HOME/Документи"\n',
    );
    expect(usualFolders({ XDG_CONFIG_HOME: config }, 'linux', home)).toEqual({
      documents: join(home, 'Документи', 'Viche'),
      installation: join(config, 'Viche'),
    });
  });

  it('lie where VICHE_HOME says', () => {
    expect(usualFolders({ VICHE_HOME: home, APPDATA: 'C:\\x' }, 'win32', '/elsewhere')).toEqual({
      documents: join(home, 'documents'),
      installation: join(home, 'installation'),
    });
  });
});

describe('the log', () => {
  it('writes one line an entry, whatever is in it', () => {
    const line = logLine({ level: 'error', message: 'first\n  at second\r\n', id: 'abc' });
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error abc first \| at second/);
  });
});

describe('words', () => {
  it('come in the language of the system, or English', () => {
    expect(languageOf('uk_UA.UTF-8')).toBe('uk');
    expect(languageOf(undefined, 'lt-LT')).toBe('lt');
    expect(languageOf('C.UTF-8')).toBe('en');
    expect(languageOf('de-DE', 'lv-LV')).toBe('lv');
  });

  it('tell a refusal with its parameters, and any other error as it is', () => {
    const words = doorWords(resources, 'uk', ['cli', 'errors']);
    expect(refusalText(words, new AppError('portTaken', { port: 80 }))).toContain('Порт 80');
    expect(refusalText(words, new Error('x'))).toBe('x');
  });
});

describe('errors of the file system', () => {
  const system = (code: string): Error => Object.assign(new Error(code), { code });

  it('become refusals that name the file, not its folder', () => {
    expect(writeError(system('ENOSPC'), '/a/b.docx')).toMatchObject({ code: 'diskFull' });
    expect(writeError(system('EACCES'), '/a/b.docx')).toMatchObject({
      code: 'fileNotWritten',
      params: { name: 'b.docx' },
    });
    const other = new AppError('ticketExpired');
    expect(writeError(other, '/a/b.docx')).toBe(other);
  });
});

describe('sessions', () => {
  it('are names, and only that', () => {
    expect(contextOf({ 'x-viche-session': 'a1-b2' })).toEqual({ session: 'a1-b2' });
    for (const wrong of [undefined, '', 'a b', 'x'.repeat(65), ['a', 'b']])
      expect(contextOf({ 'x-viche-session': wrong })).toEqual({ session: 'nameless' });
  });
});

describe('questions across processes', () => {
  const refusal = (code: string): Error => new AppError(code);

  it('find their answers in any order', async () => {
    const questions = createQuestions();
    const ids: number[] = [];
    const first = questions.ask((id) => ids.push(id));
    const second = questions.ask((id) => ids.push(id));
    questions.settle({ id: ids[1] ?? 0, answer: 'two' }, refusal);
    questions.settle({ id: ids[0] ?? 0, answer: 'one' }, refusal);
    questions.settle({ id: 99, answer: 'nobody asked' }, refusal);
    expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  });

  it('are refused, or given up when the other side dies', async () => {
    const questions = createQuestions();
    const ids: number[] = [];
    const refused = questions.ask((id) => ids.push(id));
    questions.settle({ id: ids[0] ?? 0, code: 'diskFull', params: {} }, refusal);
    await expect(refused).rejects.toMatchObject({ code: 'diskFull' });
    const left = questions.ask((id) => ids.push(id));
    questions.rejectAll(new AppError('coreGone'));
    await expect(left).rejects.toMatchObject({ code: 'coreGone' });
  });
});

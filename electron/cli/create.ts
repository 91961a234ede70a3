import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TFunction } from 'i18next';
import type { Language } from '../../shared/languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { App } from '../core/app.ts';
import type { Command } from './arguments.ts';
import { chosenFile } from './files.ts';
import { chooseNewPassphrase } from './passphrase.ts';
import { clientOf } from './procedures.ts';
import { printResult, say, type Terminal } from './terminal.ts';

/** «Surname Given Patronymic» as it is written on an envelope. */
const nameParts = (written: string) => {
  const [surname = '', givenName = '', ...patronymic] = written.split(/\s+/).filter(Boolean);
  return { surname, givenName, patronymic: patronymic.join(' ') };
};

/** `viche create`: a new workspace; prints the recovery sheet's lines, because nobody can make them again without the key. */
export async function createWorkspace(
  command: Extract<Command, { name: 'create' }>,
  language: Language,
  app: App,
  terminal: Terminal,
  words: TFunction,
): Promise<void> {
  const path = resolve(terminal.folder, command.file);
  if (!existsSync(dirname(path))) throw new AppError('fileNotWritten', { name: command.file });
  const passphrase = await chooseNewPassphrase(terminal, words, 'VICHE_PASSPHRASE');
  const { recovery } = await clientOf(app).workspace.create({
    language,
    agency: {
      name: command.agency ?? words('create.agency'),
      shortName: '',
      kind: 'other',
      territory: null,
    },
    person: { ...nameParts(command.person ?? words('create.person')), position: words('create.position') },
    passphrase,
    remember: false,
    sample: command.sample,
    place: app.tickets.accept(await chosenFile(terminal, command.file, false)),
  });
  say(terminal, words('say.keepRecovery'));
  printResult(terminal, {
    file: path,
    recovery: { lines: recovery.lines, madeOn: recovery.madeOn },
  });
}

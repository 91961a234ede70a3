import { ORPCError } from '@orpc/server';
import type { TFunction } from 'i18next';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/languages.ts';
import { serve } from '../browser/serve.ts';
import { createApp, type App } from '../core/app.ts';
import { installed, plainPorts } from '../core/door/ports.ts';
import { stopped } from '../core/door/stopping.ts';
import { doorWords, languageOf, refusalText } from '../core/door/words.ts';
import type { LogEntry } from '../core/ports.ts';
import { messageLanguage, readCommand, type Command } from './arguments.ts';
import { prepareCall } from './call.ts';
import { createWorkspace } from './create.ts';
import { exchange } from './exchange.ts';
import { chosenFile } from './files.ts';
import { askPassphrase } from './passphrase.ts';
import { clientOf } from './procedures.ts';
import { makeReport } from './report.ts';
import { printResult, say, UsageError, type Terminal } from './terminal.ts';
import { helpText } from './help.ts';

/** 0 done, 1 refused (the error's code is on standard error), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

type Work = Exclude<Command, { name: 'help' | 'version' }>;

const logTo =
  (terminal: Terminal) =>
  (entry: LogEntry): void =>
    void terminal.messages.write(`${JSON.stringify(entry)}\n`);

/** Runs one command. Nothing is left open behind it. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { LC_ALL, LC_MESSAGES, LANG } = terminal.env;
  const language = languageOf(messageLanguage(args), LC_ALL || LC_MESSAGES || LANG);
  const { resources, version } = installed(terminal.program);
  // Waiting for news keeps nothing open that would keep the program alive.
  const alive = setInterval(() => {}, 60_000);
  const words = doorWords(resources, language, ['cli', 'errors']);
  try {
    const command = readCommand(args);
    if (command.name === 'help') terminal.output.write(`${helpText(words)}\n`);
    else if (command.name === 'version') terminal.output.write(`${version}\n`);
    else {
      const ports = plainPorts(command.name === 'serve' ? 'browser' : 'cli', terminal.program, terminal.env);
      const app = createApp({ ...ports, log: logTo(terminal) });
      try {
        await work(command, app, terminal, words, language);
      } finally {
        await app.close();
      }
    }
    return 0;
  } catch (error) {
    return tell(error, terminal, words);
  } finally {
    clearInterval(alive);
  }
}

async function work(command: Work, app: App, terminal: Terminal, words: TFunction, language: Language): Promise<void> {
  switch (command.name) {
    case 'create':
      return createWorkspace(command, command.language ?? language, app, terminal, words);
    case 'call': {
      const call = await prepareCall(command, app, terminal, words);
      if (command.file !== null) await openWorkspace(command.file, app, terminal, words);
      return call();
    }
    case 'report':
      await openWorkspace(command.file, app, terminal, words);
      return makeReport(command, app, terminal, language);
    case 'exchange':
      await openWorkspace(command.file, app, terminal, words);
      return exchange(command, app, terminal, language);
    case 'check': {
      await openWorkspace(command.file, app, terminal, words);
      const found = await clientOf(app).workspace.check();
      printResult(terminal, found);
      if (!found.ok) throw new AppError('workspaceDamaged');
      return;
    }
    case 'serve': {
      await openWorkspace(command.file, app, terminal, words);
      const host = await serve(app, terminal.program, {
        port: command.port,
        interface: command.interface ?? undefined,
        open: command.open,
        print: (address) => void terminal.output.write(`${address}\n`),
        log: logTo(terminal),
      });
      say(terminal, words('browser.started'));
      await stopped(terminal.stopped);
      return host.close();
    }
  }
}

async function openWorkspace(file: string, app: App, terminal: Terminal, words: TFunction): Promise<void> {
  const chosen = await chosenFile(terminal, file, false);
  if (chosen.size === null) throw new AppError('workspaceNotFound');
  const passphrase = await askPassphrase(terminal, words);
  await clientOf(app).workspace.open({
    ref: app.tickets.accept(chosen),
    passphrase,
    recoveryKey: null,
    remember: false,
  });
}

/** What went wrong, for the program that reads (one line of JSON) and for the person (its `message`). */
function tell(error: unknown, terminal: Terminal, words: TFunction): ExitCode {
  const report = (value: object): void => void terminal.messages.write(`${JSON.stringify(value)}\n`);
  if (error instanceof UsageError) {
    report({ code: error.message, message: words(error.message, error.params), ...listed(error.details) });
    return 2;
  }
  if (error instanceof AppError) {
    report({ code: error.code, params: error.params, message: refusalText(words, error) });
    return 1;
  }
  if (error instanceof ORPCError && error.code === 'REFUSED') {
    const { code, params } = error.data as { code: string; params: Record<string, string | number> };
    report({ code, params, message: refusalText(words, new AppError(code, params)) });
    return 1;
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    report({
      code: 'usage.wrongInput',
      message: error.message,
      ...listed((error.data as { issues?: unknown })?.issues),
    });
    return 2;
  }
  const id = error instanceof ORPCError ? (error.data as { id?: string } | undefined)?.id : undefined;
  report({ code: 'unexpected', ...(id === undefined ? {} : { id }), message: refusalText(words, error) });
  return 1;
}

const listed = (details: unknown): object => (details === undefined ? {} : { details });

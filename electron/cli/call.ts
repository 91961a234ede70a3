import { text } from 'node:stream/consumers';
import type { TFunction } from 'i18next';
import type { App } from '../core/app.ts';
import type { Command } from './arguments.ts';
import { chosenFile, writeMade } from './files.ts';
import { askPassphrase, chooseNewPassphrase } from './passphrase.ts';
import { callByName, checkCall } from './procedures.ts';
import { printResult, say, UsageError, type Terminal } from './terminal.ts';

type Call = Extract<Command, { name: 'call' }>;

/** `-` reads the JSON from standard input, for what is too long for an argument. */
async function readInput(terminal: Terminal, json: string): Promise<unknown> {
  const written = json === '-' ? await text(terminal.input) : json;
  if (written.trim() === '') return undefined;
  try {
    return JSON.parse(written) as unknown;
  } catch (error) {
    throw new UsageError('usage.notJson', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Puts something else in the place of every text that is a key of `places`; anywhere in the JSON. */
async function fill(value: unknown, places: ReadonlyMap<string, () => Promise<string>>): Promise<unknown> {
  if (typeof value === 'string') return places.get(value)?.() ?? value;
  if (Array.isArray(value)) return Promise.all(value.map((each) => fill(each, places)));
  if (typeof value !== 'object' || value === null) return value;
  const filled: Record<string, unknown> = {};
  // One after the other: two of them may ask at the same terminal.
  for (const [key, each] of Object.entries(value)) filled[key] = await fill(each, places);
  return filled;
}

/**
 * `@in`, `@in2`… stand for the files of `--in`; `@passphrase` and `@newPassphrase` for what is asked for, so that no
 * passphrase is ever an argument.
 */
function placesOf(app: App, terminal: Terminal, words: TFunction, files: readonly string[]) {
  const places = new Map<string, () => Promise<string>>([
    ['@passphrase', () => askPassphrase(terminal, words)],
    ['@newPassphrase', () => chooseNewPassphrase(terminal, words, 'VICHE_NEW_PASSPHRASE')],
  ]);
  for (const [at, name] of files.entries())
    places.set(at === 0 ? '@in' : `@in${at + 1}`, async () =>
      app.tickets.accept(await chosenFile(terminal, name, true)),
    );
  return places;
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

const ticketOf = (result: unknown): string | null =>
  typeof result === 'object' && result !== null && 'ticket' in result && typeof result.ticket === 'string'
    ? result.ticket
    : null;

/** Reads and checks a call before the workspace is opened; what comes back makes the call. */
export async function prepareCall(command: Call, app: App, terminal: Terminal, words: TFunction) {
  const written = await readInput(terminal, command.json);
  checkCall(command.procedure, written);
  return async (): Promise<void> => {
    const input = await fill(written, placesOf(app, terminal, words, command.in));
    const result = await callByName(app, command.procedure, input, terminal.stopped);
    if (isStream(result)) return printStream(result, terminal);
    const ticket = ticketOf(result);
    if (ticket === null) return printResult(terminal, result);
    if (command.out === null) {
      say(terminal, words('say.notWritten'));
      return printResult(terminal, result);
    }
    const path = await writeMade(terminal, app, ticket, command.out);
    printResult(terminal, { ...(result as object), ticket: undefined, file: path });
  };
}

/** One JSON text a line, the result of long work in the last one, until the stream ends or somebody ends it. */
async function printStream(stream: AsyncIterable<unknown>, terminal: Terminal): Promise<void> {
  const items = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await items.next();
      if (value !== undefined) terminal.output.write(`${JSON.stringify(value)}\n`);
      if (done) return;
    }
  } catch (error) {
    if (!terminal.stopped.aborted) throw error;
  }
}

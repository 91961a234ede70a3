import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../core/door/folders.ts';

/** What a command has around it; tests bring their own. */
export interface Terminal {
  input: Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };
  /** JSON only: other programs read it. */
  output: Writable & { isTTY?: boolean };
  /** For the person. */
  messages: Writable;
  env: Environment;
  /** File names given as arguments are meant from here. */
  folder: string;
  /** Absolute folder of the built programs, out/main. */
  program: string;
  /** Ends what streams: Ctrl+C. */
  stopped: AbortSignal;
}

/** The command is not written as it has to be: exit code 2. `message` is a key of cli.json. */
export class UsageError extends Error {
  readonly params: Record<string, string>;
  readonly details: unknown;

  constructor(message: string, params: Record<string, string> = {}, details?: unknown) {
    super(message);
    this.name = 'UsageError';
    this.params = params;
    this.details = details;
  }
}

/** A result: one line for a program, indented for a person. */
export const printResult = (terminal: Terminal, value: unknown): void =>
  void terminal.output.write(`${JSON.stringify(value ?? {}, null, terminal.output.isTTY ? 2 : 0)}\n`);

export const say = (terminal: Terminal, message: string): void => void terminal.messages.write(`${message}\n`);

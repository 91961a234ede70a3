import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isLanguage, type Language } from '../../shared/languages.ts';
import { isIsoDay, type IsoDay } from '../../shared/dates.ts';
import {
  meetingDocuments,
  memorandumStates,
  projectDocuments,
  registerDocuments,
  type MeetingDocument,
  type MemorandumState,
  type ProjectDocument,
  type RegisterDocument,
} from '../../shared/vocabulary.ts';
import { exchangeCommand, exchangeOptions, type ExchangeCommand } from './exchangeArguments.ts';
import { UsageError } from './terminal.ts';

/** What a document is about; each document takes what it needs. */
export type ReportCommand = {
  name: 'report';
  report: MeetingDocument | RegisterDocument | ProjectDocument;
  file: string;
  out: string;
  form: Language | null;
  meeting: string | null;
  decision: string | null;
  correction: string | null;
  participant: string | null;
  organisation: string | null;
  memorandum: string | null;
  version: string | null;
  amendment: string | null;
  group: string | null;
  project: string | null;
  by: 'meeting' | 'organisation';
  from: IsoDay | null;
  until: IsoDay | null;
  asOf: IsoDay | null;
  states: MemorandumState[];
  unfinished: boolean;
};

/** What was asked for on the command line. */
export type Command =
  | { name: 'help' }
  | { name: 'version' }
  | {
      name: 'create';
      file: string;
      sample: boolean;
      language: Language | null;
      agency: string | null;
      person: string | null;
    }
  | { name: 'call'; procedure: string; json: string; file: string | null; in: string[]; out: string | null }
  | ReportCommand
  | ExchangeCommand
  | { name: 'check'; file: string }
  | { name: 'serve'; file: string; port: number; interface: string | null; open: boolean };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Options that every command takes. */
const common = { lang: text, help: flag } as const;
/** `--version` is what `report` calls a kept version of a memorandum; everywhere else it asks for the program's. */
const programVersion = { version: flag } as const;

const commands = {
  create: { ...programVersion, file: text, sample: flag, agency: text, person: text },
  call: { ...programVersion, file: text, in: { ...text, multiple: true }, out: text },
  report: {
    file: text,
    out: text,
    form: text,
    meeting: text,
    decision: text,
    correction: text,
    participant: text,
    organisation: text,
    memorandum: text,
    version: text,
    amendment: text,
    group: text,
    project: text,
    by: text,
    from: text,
    until: text,
    'as-of': text,
    state: text,
    unfinished: flag,
  },
  exchange: { ...programVersion, ...exchangeOptions },
  check: { ...programVersion, file: text },
  serve: { ...programVersion, file: text, port: text, host: text, 'no-open': flag },
} as const;

type CommandName = keyof typeof commands;
type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const oneOf = (values: Values, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' ? value : null;
};
const needed = (values: Values, name: string): string => {
  const value = oneOf(values, name);
  if (!value) throw new UsageError('usage.missing', { option: `--${name}` });
  return value;
};
const languageIn = (values: Values, name: string): Language | null => {
  const value = oneOf(values, name);
  if (value !== null && !isLanguage(value)) throw new UsageError('usage.notALanguage', { value });
  return value;
};

/** Every document that `viche report` makes. */
export const documents = [...meetingDocuments, ...registerDocuments, ...projectDocuments] as const;

/** `short-minutes` as well as `shortMinutes`. */
const documentOf = (name: string): ReportCommand['report'] => {
  const spelled = name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  const found = documents.find((each) => each === spelled);
  if (found === undefined) throw new UsageError('usage.unknownDocument', { name }, documents);
  return found;
};

const dayIn = (values: Values, name: string): IsoDay | null => {
  const value = oneOf(values, name);
  if (value !== null && !isIsoDay(value)) throw new UsageError('usage.notADay', { option: `--${name}`, value });
  return value;
};
const byIn = (values: Values): ReportCommand['by'] => {
  const value = oneOf(values, 'by') ?? 'meeting';
  if (value !== 'meeting' && value !== 'organisation')
    throw new UsageError('usage.notAmong', { option: '--by', value }, ['meeting', 'organisation']);
  return value;
};
const statesIn = (values: Values): MemorandumState[] =>
  (oneOf(values, 'state') ?? '')
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const found = memorandumStates.find((each) => each === name);
      if (found === undefined)
        throw new UsageError('usage.notAmong', { option: '--state', value: name }, memorandumStates);
      return found;
    });

const portOf = (value: string | null): number => {
  const port = Number(value ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('usage.notAPort', { value: value ?? '' });
  return port;
};

/** What a document cannot be made without. */
const needs: Partial<Record<ReportCommand['report'], string[]>> = {
  reminder: ['organisation'],
  memorandum: ['memorandum'],
  amendment: ['memorandum', 'amendment'],
  progressReport: ['from', 'until'],
};

const build: Record<CommandName, (values: Values, rest: readonly string[]) => Command> = {
  create: (values) => ({
    name: 'create',
    file: needed(values, 'file'),
    sample: values['sample'] === true,
    language: languageIn(values, 'lang'),
    agency: oneOf(values, 'agency'),
    person: oneOf(values, 'person'),
  }),
  call(values, [procedure, json = '']) {
    if (procedure === undefined) throw new UsageError('usage.missing', { option: '<area>.<procedure>' });
    const files = values['in'];
    return {
      name: 'call',
      procedure,
      json,
      file: oneOf(values, 'file'),
      in: Array.isArray(files) ? files.map(String) : [],
      out: oneOf(values, 'out'),
    };
  },
  report(values, [document]) {
    if (document === undefined) throw new UsageError('usage.missing', { option: '<document>' }, documents);
    const report = documentOf(document);
    for (const option of needs[report] ?? []) needed(values, option);
    return {
      name: 'report',
      report,
      file: needed(values, 'file'),
      out: needed(values, 'out'),
      form: languageIn(values, 'form'),
      meeting: oneOf(values, 'meeting'),
      decision: oneOf(values, 'decision'),
      correction: oneOf(values, 'correction'),
      participant: oneOf(values, 'participant'),
      organisation: oneOf(values, 'organisation'),
      memorandum: oneOf(values, 'memorandum'),
      version: oneOf(values, 'version'),
      amendment: oneOf(values, 'amendment'),
      group: oneOf(values, 'group'),
      project: oneOf(values, 'project'),
      by: byIn(values),
      from: dayIn(values, 'from'),
      until: dayIn(values, 'until'),
      asOf: dayIn(values, 'as-of'),
      states: statesIn(values),
      unfinished: values['unfinished'] === true,
    };
  },
  exchange: exchangeCommand,
  check: (values) => ({ name: 'check', file: needed(values, 'file') }),
  serve: (values) => ({
    name: 'serve',
    file: needed(values, 'file'),
    port: portOf(oneOf(values, 'port')),
    interface: oneOf(values, 'host'),
    open: values['no-open'] !== true,
  }),
};

/** How many words each command takes beside its options. */
const places: Record<CommandName, number> = { create: 0, call: 2, report: 1, exchange: 1, check: 0, serve: 0 };

/** The language of messages, looked for before anything else so that a wrong usage is told in it. */
export const messageLanguage = (args: readonly string[]): string | undefined => {
  const at = args.indexOf('--lang');
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
};

/**
 * Reads the command line.
 * @throws UsageError with a key of cli.json
 */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return { name: 'help' };
  if (name === '--version' || name === '-v') return { name: 'version' };
  if (!isCommand(name)) throw new UsageError('usage.unknownCommand', { name });
  const { values, positionals } = parse(name, rest);
  if (values['help'] === true) return { name: 'help' };
  if (values['version'] === true) return { name: 'version' };
  const extra = positionals[places[name]];
  if (extra !== undefined) throw new UsageError('usage.tooMuch', { argument: extra });
  languageIn(values, 'lang');
  return build[name](values, positionals);
}

function parse(name: CommandName, args: string[]): { values: Values; positionals: string[] } {
  const options: NonNullable<ParseArgsConfig['options']> = { ...common, ...commands[name] };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // What node says is in English; it names the option, which is what matters.
    throw new UsageError('usage.wrongOption', { reason: error instanceof Error ? error.message : String(error) });
  }
}

import { cardChecks } from '../../shared/vocabulary.ts';
import { UsageError } from './terminal.ts';

type Carrier = 'file' | 'mail' | 'folder';
/** Whose value stands where both sides have changed a field. */
type Side = 'ours' | 'theirs';

/** What `viche exchange …` was asked for. */
export type ExchangeCommand = { name: 'exchange'; file: string } & (
  | { act: 'cards' | 'status' | 'sync' | 'reissue' }
  | { act: 'card' | 'renew'; out: string | null }
  | { act: 'import'; in: string }
  | { act: 'receipt'; in: string | null; of: string; out: string | null }
  | { act: 'trust'; fingerprint: string; checked: (typeof cardChecks)[number] }
  | { act: 'revoke'; fingerprint: string; note: string }
  | { act: 'remove'; fingerprint: string }
  | { act: 'participants'; group: string; agencies: string[] }
  | { act: 'outgoing'; agency: string; full: boolean }
  | { act: 'send'; agency: string; full: boolean; carrier: Carrier; out: string | null }
  | {
      act: 'receive';
      in: string | null;
      waiting: string | null;
      merge: boolean;
      join: boolean;
      take: Side | null;
      out: string | null;
    }
  | { act: 'folder'; set: string | null; none: boolean }
  | { act: 'held'; merge: boolean; own: boolean }
  | { act: 'log'; agency: string | null }
);

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

/** Options of all acts; each takes its own. */
export const exchangeOptions = {
  file: text,
  in: text,
  of: text,
  out: text,
  fingerprint: text,
  checked: text,
  group: text,
  agency: many,
  full: flag,
  carrier: text,
  waiting: text,
  merge: flag,
  join: flag,
  take: text,
  note: text,
  set: text,
  none: flag,
  own: flag,
} as const;

const own: Record<ExchangeCommand['act'], readonly (keyof typeof exchangeOptions)[]> = {
  card: ['out'],
  renew: ['out'],
  cards: [],
  import: ['in'],
  trust: ['fingerprint', 'checked'],
  revoke: ['fingerprint', 'note'],
  remove: ['fingerprint'],
  participants: ['group', 'agency'],
  outgoing: ['agency', 'full'],
  send: ['agency', 'full', 'carrier', 'out'],
  receive: ['in', 'waiting', 'merge', 'join', 'take', 'out'],
  receipt: ['in', 'of', 'out'],
  status: [],
  folder: ['set', 'none'],
  sync: [],
  reissue: [],
  held: ['merge', 'own'],
  log: ['agency'],
};
export const exchangeActs = Object.keys(own) as ExchangeCommand['act'][];

const one = (values: Values, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' ? value : null;
};
const needed = (values: Values, name: string): string => {
  const value = one(values, name);
  if (!value) throw new UsageError('usage.missing', { option: `--${name}` });
  return value;
};
const among = <Name extends string>(option: string, value: string, names: readonly Name[]): Name => {
  const found = names.find((each) => each === value);
  if (found === undefined) throw new UsageError('usage.notAmong', { option, value }, names);
  return found;
};
const agenciesIn = (values: Values): string[] => {
  const named = values['agency'];
  return Array.isArray(named) ? named.map(String) : [];
};

const onlyAgency = (values: Values): string | null => {
  const [agency, other] = agenciesIn(values);
  if (other !== undefined) throw new UsageError('usage.tooMuch', { argument: other });
  return agency ?? null;
};
const neededAgency = (values: Values): string => {
  const agency = onlyAgency(values);
  if (agency === null) throw new UsageError('usage.missing', { option: '--agency' });
  return agency;
};

const build: { [Act in ExchangeCommand['act']]: (values: Values) => object } = {
  card: (values) => ({ out: one(values, 'out') }),
  renew: (values) => ({ out: one(values, 'out') }),
  cards: () => ({}),
  import: (values) => ({ in: needed(values, 'in') }),
  trust: (values) => ({
    fingerprint: needed(values, 'fingerprint'),
    checked: among('--checked', needed(values, 'checked'), cardChecks),
  }),
  revoke: (values) => ({ fingerprint: needed(values, 'fingerprint'), note: needed(values, 'note') }),
  remove: (values) => ({ fingerprint: needed(values, 'fingerprint') }),
  participants: (values) => ({ group: needed(values, 'group'), agencies: agenciesIn(values) }),
  outgoing: (values) => ({ agency: neededAgency(values), full: values['full'] === true }),
  send(values) {
    const agency = neededAgency(values);
    const carrier = among('--carrier', one(values, 'carrier') ?? 'file', ['file', 'mail', 'folder'] as const);
    return { agency, full: values['full'] === true, carrier, out: one(values, 'out') };
  },
  receive(values) {
    const waiting = one(values, 'waiting');
    const side = one(values, 'take');
    const take = side === null ? null : among('--take', side, ['ours', 'theirs'] as const);
    const merging = { merge: values['merge'] === true, join: values['join'] === true, out: one(values, 'out') };
    return { in: waiting === null ? needed(values, 'in') : null, waiting, take, ...merging };
  },
  receipt(values) {
    const of = one(values, 'of');
    return of === null ? { in: needed(values, 'in'), of: '', out: null } : { in: null, of, out: one(values, 'out') };
  },
  status: () => ({}),
  folder: (values) => ({ set: one(values, 'set'), none: values['none'] === true }),
  sync: () => ({}),
  reissue: () => ({}),
  held: (values) => ({ merge: values['merge'] === true, own: values['own'] === true }),
  log: (values) => ({ agency: onlyAgency(values) }),
};

/**
 * Reads the rest of `viche exchange …`.
 * @throws UsageError with a key of cli.json
 */
export function exchangeCommand(values: Values, [word]: readonly string[]): ExchangeCommand {
  if (word === undefined) throw new UsageError('usage.missing', { option: '<act>' }, exchangeActs);
  const act = among('exchange', word, exchangeActs);
  for (const name of Object.keys(exchangeOptions))
    if (name !== 'file' && values[name] !== undefined && !own[act].some((each) => each === name))
      throw new UsageError('usage.tooMuch', { argument: `--${name}` });
  return { name: 'exchange', file: needed(values, 'file'), act, ...build[act](values) } as ExchangeCommand;
}

import { addDays, dayOf, isIsoDay, startOfWeek, type IsoDay } from '../../../shared/dates.ts';
import { anyDecision, type RegisterFilter, type RegisterQuery } from '../../../shared/contract/decisionRegister.ts';
import { idPattern } from '../../../shared/ids.ts';
import { decisionStates, type DecisionState } from '../../../shared/rules/decisionStatus.ts';

/** What the register asks for, whatever the page of it. */
export type Conditions = RegisterFilter;
export type RegisterView = Omit<RegisterQuery, 'offset' | 'limit'>;

export const unfinishedStates: readonly DecisionState[] = ['overdue', 'open', 'inProgress'];

/** What is shown before anybody has asked for something else: all that is still to be done. */
export const firstConditions: Conditions = { ...anyDecision, states: [...unfinishedStates] };

/** The conditions of the register, in the order in which they are offered and shown. */
export const conditionKinds = ['group', 'state', 'held', 'assignee', 'due', 'repeating', 'meeting', 'text'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** The parts of the filter that a condition is made of. */
const partsOf: Record<ConditionKind, readonly (keyof Conditions)[]> = {
  group: ['groupIds'],
  state: ['states'],
  held: ['heldFrom', 'heldUntil'],
  assignee: ['organisationIds'],
  due: ['dueFrom', 'dueUntil'],
  repeating: ['repeating'],
  meeting: ['meetingId'],
  text: ['text'],
};

const asksNothing = (value: Conditions[keyof Conditions]): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const isInForce = (conditions: Conditions, kind: ConditionKind): boolean =>
  partsOf[kind].some((part) => !asksNothing(conditions[part]));

export const inForce = (conditions: Conditions): ConditionKind[] =>
  conditionKinds.filter((kind) => isInForce(conditions, kind));

export const without = (conditions: Conditions, kind: ConditionKind): Conditions => ({
  ...conditions,
  ...Object.fromEntries(partsOf[kind].map((part) => [part, anyDecision[part]])),
});

/** The whole calendar year that a period is, or null where it is another period. */
export const yearOf = (from: IsoDay | null, until: IsoDay | null): number | null => {
  const year = Number(from?.slice(0, 4) ?? 0);
  return from === dayOf(year, 1, 1) && until === dayOf(year, 12, 31) ? year : null;
};

export const yearPeriod = (year: number): { heldFrom: IsoDay | null; heldUntil: IsoDay | null } => ({
  heldFrom: dayOf(year, 1, 1),
  heldUntil: dayOf(year, 12, 31),
});

/** The days that can be asked for by one word. */
export const duePeriods = ['week', 'fortnight'] as const;
export type DuePeriod = (typeof duePeriods)[number];

/** This week, Monday to Sunday; or from today on for fourteen days. */
export const duePeriodOf = (period: DuePeriod, today: IsoDay): { dueFrom: IsoDay; dueUntil: IsoDay } => {
  const monday = startOfWeek(today);
  return period === 'week'
    ? { dueFrom: monday, dueUntil: addDays(monday, 6) }
    : { dueFrom: today, dueUntil: addDays(today, 14) };
};

const isState = (word: string): word is DecisionState => decisionStates.some((state) => state === word);
const wordsOf = (value: string | null): string[] => (value ?? '').split(',').filter((word) => word !== '');

const dueOf = (word: string | null, today: IsoDay): Partial<Conditions> => {
  if (word === 'week') return duePeriodOf('week', today);
  if (word !== null && /^\d{1,3}$/.test(word)) return { dueFrom: today, dueUntil: addDays(today, Number(word)) };
  if (word !== null && isIsoDay(word)) return { dueFrom: word, dueUntil: word };
  return {};
};

/**
 * The conditions that an address asks for: `?state=overdue,open&group=ID&organisation=ID&meeting=ID&due=week|14|2026-12-01
 * &find=words`; null where it asks nothing. What it does not understand it leaves out.
 */
export function conditionsOf(search: URLSearchParams, today: IsoDay): Conditions | null {
  const meetingId = search.get('meeting');
  const asked: Conditions = {
    ...anyDecision,
    groupIds: wordsOf(search.get('group')).filter((id) => idPattern.test(id)),
    organisationIds: wordsOf(search.get('organisation')).filter((id) => idPattern.test(id)),
    states: wordsOf(search.get('state')).filter(isState),
    meetingId: meetingId !== null && idPattern.test(meetingId) ? meetingId : null,
    text: search.get('find') ?? '',
    ...dueOf(search.get('due'), today),
  };
  const names = ['state', 'group', 'organisation', 'meeting', 'due', 'find'];
  return names.some((name) => search.has(name)) ? asked : null;
}

const sameValue = (a: Conditions[keyof Conditions], b: Conditions[keyof Conditions]): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((one) => (b as unknown[]).includes(one))
    : a === b;

export const sameConditions = (a: Conditions, b: Conditions): boolean =>
  (Object.keys(anyDecision) as (keyof Conditions)[]).every((part) => sameValue(a[part], b[part]));

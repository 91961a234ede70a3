import { idPattern } from '../../../shared/ids.ts';
import { hlcPattern, type Hlc } from '../../../shared/rules/clock.ts';

/** A change as it travels (rule 1). `value` is JSON text. */
export interface TravellingChange {
  hlc: Hlc;
  /** The set's id, the same in every workspace. */
  changeSet: string;
  /** The person's record id, or a name; at most 200 characters, as the label. */
  author: string;
  label: string;
  entity: string;
  row: string;
  field: string;
  value: string;
  prev: Hlc | null;
  merges: Hlc | null;
}

/** Names of entities and fields are not longer. */
const longestName = 64;
const longestWords = 200;
const longestValue = 4_000_000;

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;
const isId = (value: unknown): boolean => typeof value === 'string' && idPattern.test(value);
const isHlc = (value: unknown): boolean => typeof value === 'string' && hlcPattern.test(value);

/** How many fields a change has. */
export const travellingFields = 10;

/**
 * Whether all fields of a change are there and of their form; says nothing about others beside them. By hand, because a
 * merge asks it of every line: a schema costs five times as much as reading the line's JSON.
 */
export const hasChangeFields = (value: Record<string, unknown>): boolean =>
  isHlc(value['hlc']) &&
  isId(value['changeSet']) &&
  isText(value['author'], longestWords) &&
  isText(value['label'], longestWords) &&
  isText(value['entity'], longestName) &&
  isId(value['row']) &&
  isText(value['field'], longestName) &&
  isText(value['value'], longestValue) &&
  (value['prev'] === null || isHlc(value['prev'])) &&
  (value['merges'] === null || isHlc(value['merges']));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A change out of whatever came; null where it is none. Label and `merges` may be missing. */
export function readTravelling(value: unknown): TravellingChange | null {
  if (!isObject(value)) return null;
  const whole = { label: '', merges: null, ...value };
  return Object.keys(whole).length === travellingFields && hasChangeFields(whole)
    ? (whole as Record<string, unknown> & TravellingChange)
    : null;
}

import { formatDay, formatTime, isIsoDay, isIsoTime, timeOfDay, today } from '../../../shared/dates.ts';
import { isLanguage, languageNames, type Language } from '../../../shared/languages.ts';
import { vocabularyOf } from './vocabularyOf.ts';

const flags: readonly string[] = ['seat.votes', 'speech.textAttached'];
/** What is kept for the program's own reckoning and tells a person nothing. */
const unsaid: readonly string[] = ['meeting.ruledOver'];
/** What every record has from its beginning: that it is there, and its place in a list. It is told only where it changes. */
const fromTheBeginning: readonly string[] = ['removed', 'sortKey'];

/** Whether a field's first value says something to a person. */
export const isToldAtFirst = (field: string): boolean => !fromTheBeginning.includes(field);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** Ids of records that a value names → what those are called. */
export type Names = Readonly<Record<string, string>>;

/** A value as the ledger keeps it (JSON text, null where there was none); a text that is no JSON stands for itself. */
export const parsedValue = (json: string | null): unknown => {
  if (json === null) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
};

export type RecordWords = {
  entityName: (entity: string) => string;
  /** What a field (a register or a column) of a record is called. */
  fieldName: (entity: string, field: string) => string;
  /** A field's value in words: one line for each part that it has. */
  valueText: (entity: string, field: string, value: unknown, names?: Names) => string;
};

/** A text of a language file by a key that is known only when it runs; undefined where there is none. */
export type Find = (namespace: 'records' | 'ui' | 'vocabulary', key: string) => string | undefined;

const columnText = (
  find: Find,
  words: { yes: string; no: string },
  language: Language,
  names: Names,
  [entity, column, value]: [string, string, unknown],
): string | undefined => {
  if (value === null || value === undefined || value === '' || unsaid.includes(`${entity}.${column}`)) return undefined;
  if (flags.includes(`${entity}.${column}`)) return value === 1 || value === true ? words.yes : words.no;
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
  const list = vocabularyOf(entity, column);
  const listed = list === undefined ? undefined : find('vocabulary', `${list}.${value}`);
  if (listed !== undefined) return listed;
  if ((column === 'language' || column === 'form') && isLanguage(value)) return languageNames[value];
  if (isIsoDay(value)) return formatDay(value, language);
  if (isIsoTime(value)) return formatTime(value, language);
  if (instant.test(value)) {
    const when = new Date(value);
    return `${formatDay(today(when), language)}, ${formatTime(timeOfDay(when), language)}`;
  }
  return names[value] ?? value;
};

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words for records in a language, from its files. */
export const recordWordsIn = (find: Find, language: Language): RecordWords => {
  const said = (namespace: 'records' | 'ui', key: string): string => find(namespace, key) ?? key;
  const [yes, no, empty] = [said('ui', 'history.yes'), said('ui', 'history.no'), said('ui', 'history.empty')];
  const fieldName = (entity: string, field: string): string =>
    find('records', `own.${entity}.${field}`) ?? find('records', `field.${field}`) ?? field;
  return {
    entityName: (entity) => find('records', `entity.${entity}`) ?? entity,
    fieldName,
    valueText: (entity, field, value, names = {}) => {
      if (field === 'removed') {
        return said('records', value === 0 || value === false ? 'notRemoved' : 'removedRecord');
      }
      // a place is a key between two others, which only the list itself makes visible
      if (field === 'sortKey' && value !== null) return said('records', 'movedRecord');
      const text = (column: string, part: unknown): string | undefined =>
        columnText(find, { yes, no }, language, names, [entity, column, part]);
      if (!isParts(value)) return text(field, value) ?? empty;
      const filled = Object.entries(value).flatMap(([column, part]) => {
        const words = text(column, part);
        return words === undefined ? [] : [`${fieldName(entity, column)}: ${words}`];
      });
      return filled.length === 0 ? empty : filled.join('\n');
    },
  };
};

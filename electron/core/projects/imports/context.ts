import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { foldName, foldText } from '../../../../shared/rules/fold.ts';
import { readSettings } from '../../workspace/settings.ts';
import { groupBy, readAll, readOne, type Reader } from '../../statements.ts';
import { requireProject, type ProjectRecord } from '../records.ts';
import { territoryReader, type TerritoryReader } from './places.ts';

/** What every kind of import knows of the project that it goes into. */
export interface ImportContext {
  reader: Reader;
  resources: string;
  today: IsoDay;
  project: ProjectRecord;
  language: Language;
  territories: TerritoryReader;
}

/** Throws `notFound`. */
export function importContext(reader: Reader, resources: string, today: IsoDay, projectId: string): ImportContext {
  const project = requireProject(reader, projectId);
  const places = readAll<{ territory: string }>(
    reader,
    "SELECT territory FROM project_place WHERE projectId = ? AND removed = 0 AND territory <> ''",
    projectId,
  ).map(({ territory }) => territory);
  const { homeAgency } = readSettings(reader);
  const home = readOne<{ territory: string | null }>(
    reader,
    'SELECT territory FROM organisation WHERE id = ?',
    homeAgency ?? '',
  )?.territory;
  const territories = territoryReader(resources, [places, home ? [home] : []]);
  return { reader, resources, today, project, language: project.language, territories };
}

/** One of the project's records that a cell can name by its number or code, or by its words. */
export interface Named {
  id: string;
  number: string;
  name: string;
}

const tidyNumber = (text: string): string =>
  foldText(text)
    .replaceAll(/[\s.]+$/gu, '')
    .replace(/^№\s*/u, '');

/**
 * Finds what a cell names: by number, by words, or by both in one («2.3 Круглий стіл»).
 * @returns the records it can mean; none where it is unknown
 */
export function finder<Record extends Named>(records: readonly Record[]): (text: string) => Record[] {
  const byNumber = groupBy(
    records.filter(({ number }) => number.trim() !== ''),
    ({ number }) => tidyNumber(number),
  );
  const byName = groupBy(records, ({ name }) => foldName(name));
  return (text) => {
    const exactly = byNumber.get(tidyNumber(text));
    if (exactly) return exactly;
    const named = byName.get(foldName(text));
    if (named && foldName(text) !== '') return named;
    const [, number = '', rest = ''] = /^\s*(\S+?)[.)]?\s+[-–—.]?\s*(.+)$/su.exec(text) ?? [];
    const numbered = byNumber.get(tidyNumber(number)) ?? [];
    return numbered.filter(({ name }) => foldName(name) === foldName(rest));
  };
}

/** Names of organisations → ids, full and short. */
export function organisationsByName(reader: Reader): (name: string) => string | null {
  const ids = new Map<string, string>();
  for (const { id, name, shortName } of readAll<{ id: string; name: string; shortName: string }>(
    reader,
    'SELECT id, name, shortName FROM organisation WHERE removed = 0 ORDER BY id DESC',
  ))
    for (const key of [foldName(shortName), foldName(name)]) if (key !== '') ids.set(key, id);
  return (name) => ids.get(foldName(name)) ?? null;
}

/** The lines of activity, numbered as they are printed. */
export const linesOf = (reader: Reader, projectId: string): Named[] =>
  readAll<{ id: string; name: string }>(
    reader,
    'SELECT id, title AS name FROM activity_line WHERE projectId = ? AND removed = 0 ORDER BY sortKey, id',
    projectId,
  ).map((line, index) => ({ ...line, number: String(index + 1) }));

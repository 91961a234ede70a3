import { foldText } from '../../../../shared/rules/fold.ts';
import { isCountry } from '../../../../shared/rules/regionNames.ts';
import {
  ageBands,
  participantDimensions,
  participantSexes,
  professionGroups,
  type ParticipantDimension,
} from '../../../../shared/vocabulary.ts';
import { AppError } from '../../../../shared/errors.ts';
import { genderReader } from '../../directory/import/gender.ts';
import { valuesOf, type PlannedRow } from '../../files/tables/plannedRow.ts';
import type { TableRow } from '../../files/tables/tableRow.ts';
import { readAll } from '../../statements.ts';
import { numbersOfProjects } from '../activities/numbers.ts';
import { participantsOf } from '../activities/participants.ts';
import { requireActivity } from '../activities/records.ts';
import { finder, type ImportContext } from './context.ts';
import { professionOf } from './professions.ts';
import { firstLines, readRow, type RowReader } from './rowReader.ts';
import { readCountry, vocabularyReader } from './words.ts';

/** What one person of a registration sheet counts as; nothing else of them is kept. */
export type PersonCounted = Partial<Record<ParticipantDimension, string>>;
export type SheetPlan = PlannedRow<PersonCounted>;

/** Band of an age in whole years. */
function bandOf(age: number): (typeof ageBands)[number] {
  if (age < 18) return 'under18';
  if (age < 30) return 'from18';
  if (age < 45) return 'from30';
  return age < 60 ? 'from45' : 'from60';
}

const oldest = 120;

/**
 * What counting the people of a registration sheet would do. A cell that is not understood leaves the person counted and
 * that one thing not stated, with a note. Throws `notFound`, `required`.
 */
export function planSheet(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
  activityId: string | null,
): SheetPlan[] {
  const { reader, resources, project } = context;
  if (activityId === null) throw new AppError('required', {}, 'activityId');
  const activity = requireActivity(reader, activityId, 'activityId');
  if (activity.projectId !== project.id) throw new AppError('activityForeignProject', {}, 'activityId');
  const sexes = rows.flatMap((row) => valuesOf(row, mapping)['sex'] ?? []);
  const readGender = genderReader(sexes);
  const readSex = vocabularyReader(resources, 'participantSex', participantSexes);
  const readBand = vocabularyReader(resources, 'ageBand', ageBands);
  const readProfession = vocabularyReader(resources, 'professionGroup', professionGroups);
  const hasAge = mapping.includes('age') || mapping.includes('ageBand');
  const before = activity.participants ?? 0;

  const ageOf = (row: RowReader): (typeof ageBands)[number] => {
    const band = row.has('ageBand') ? readBand(row.text('ageBand')) : null;
    if (band !== null) return band;
    const age = /^\d{1,3}(?!\d)/u.exec(row.text('age') || row.text('ageBand'))?.[0];
    if (age !== undefined && Number(age) <= oldest) return bandOf(Number(age));
    const column = row.has('age') ? 'age' : 'ageBand';
    if (row.has(column)) row.note('sheetUnclear', column, { text: row.text(column).slice(0, 200) });
    return 'unknown';
  };
  return rows.map((tableRow, at) => {
    const row = readRow(tableRow, mapping, context);
    const counted: PersonCounted = {};
    if (Object.keys(row.values).length === 0) row.problem('cellEmpty', null);
    if (mapping.includes('sex')) {
      const text = row.text('sex');
      const sex = text === '' ? 'unknown' : (readGender(text) ?? readSex(text));
      if (sex === null) row.note('sheetUnclear', 'sex', { text: text.slice(0, 200) });
      counted.sex = sex ?? 'unknown';
    }
    if (hasAge) counted.ageBand = ageOf(row);
    if (row.has('profession')) {
      const text = row.text('profession');
      const group = readProfession(text) ?? professionOf(text);
      if (group === null) row.note('professionOther', 'profession', { text: text.slice(0, 200) });
      counted.profession = group ?? 'other';
    }
    if (row.has('country')) {
      const country = readCountry(row.text('country'));
      if (country === null) row.note('sheetUnclear', 'country', { text: row.text('country').slice(0, 200) });
      else counted.country = country;
    }
    if (at === 0 && before > 0) row.note('sheetReplaces', null, { people: before });
    return row.planned(counted, { same: undefined, existing: null, changes: [] });
  });
}

/** Rows of counts by activity and dimension; `dimension` null: of all together. */
export interface CountCells {
  activityId: string;
  dimension: ParticipantDimension | null;
  key: string;
  people: number | null;
}
export type CountPlan = PlannedRow<CountCells>;

const totals = new Set(
  ['усього', 'всього', 'разом', 'загалом', 'total', 'all', 'iš viso', 'viso', 'visi', 'kopā', 'pavisam'].map(foldText),
);

/** What importing these rows as counts of participants would do. */
export function planCounts(
  rows: readonly TableRow[],
  mapping: readonly (string | null)[],
  context: ImportContext,
): CountPlan[] {
  const { reader, resources, project } = context;
  const stored = readAll<{ id: string; name: string; participants: number | null }>(
    reader,
    'SELECT id, title AS name, participants FROM activity WHERE projectId = ? AND removed = 0',
    project.id,
  );
  const numbers = numbersOfProjects(reader, [project.id]);
  const find = finder(stored.map((row) => ({ ...row, number: numbers.get(row.id) ?? '' })));
  const counts = participantsOf(
    reader,
    stored.map(({ id }) => id),
  );
  const readDimension = vocabularyReader(resources, 'participantDimension', participantDimensions);
  const keyReaders = {
    sex: vocabularyReader(resources, 'participantSex', participantSexes),
    ageBand: vocabularyReader(resources, 'ageBand', ageBands),
    country: (text: string) => (isCountry(text.toUpperCase()) ? text.toUpperCase() : readCountry(text)),
    // A group of the vocabulary, or one in one's own words.
    profession: (
      (read) => (text: string) =>
        read(text) ?? text
    )(vocabularyReader<string>(resources, 'professionGroup', professionGroups)),
  };
  const firstLine = firstLines();
  return rows.map((tableRow) => {
    const row = readRow(tableRow, mapping, context);
    const named = row.required('activity');
    const found = named === '' ? [] : find(named);
    if (named !== '' && found.length !== 1)
      row.problem(found.length === 0 ? 'activityUnknown' : 'activityAmbiguous', 'activity', {
        text: named.slice(0, 200),
        found: found.length,
      });
    const isTotal = [row.text('dimension'), row.text('key')].every((text) => text === '' || totals.has(foldText(text)));
    const dimension = isTotal ? null : row.word('dimension', readDimension, 'dimensionUnknown');
    if (!isTotal && !row.has('dimension')) row.problem('cellEmpty', 'dimension');
    let key = '';
    if (dimension !== null && row.required('key') !== '')
      key = row.word('key', keyReaders[dimension], 'participantKeyUnknown') ?? '';
    if (key.length > 200) row.problem('textTooLong', 'key', { field: 'key', most: 200 });
    const people = row.count('people');
    if (!row.has('people')) row.problem('cellEmpty', 'people');
    const activity = found[0];
    const fields: CountCells = { activityId: activity?.id ?? '', dimension, key, people };
    const same =
      row.problems.length > 0 ? undefined : firstLine([fields.activityId, dimension ?? '', key].join('|'), row.line);
    const existing = counts.get(fields.activityId)?.find((each) => each.dimension === dimension && each.key === key);
    const before = dimension === null ? (activity?.participants ?? null) : existing ? existing.people : null;
    const isThere = dimension === null ? before !== null : existing !== undefined;
    const changes =
      isThere && before !== people ? [{ field: 'people', from: String(before ?? ''), to: String(people ?? '') }] : [];
    return row.planned(fields, {
      same,
      existing: isThere && activity ? { id: activity.id, name: activity.name } : null,
      changes,
    });
  });
}

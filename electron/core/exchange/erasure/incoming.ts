import type { Author } from '../../ledger/ledger.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { BatchLine } from '../sealing/batchForm.ts';
import { blankOf, blankName, carryOut, erasedFields, type Erasure, type EraseTarget } from './erase.ts';

/** Erasures that are here, of these persons; the latest of each. */
function erasuresOf(reader: Reader, persons: Iterable<string>): Erasure[] {
  return readAll<{ personId: string; withName: number; hlc: string }>(
    reader,
    `SELECT e.personId, max(e.withName) AS withName, max((SELECT max(c.hlc) FROM change c WHERE c.entity = 'erasure' AND c.row = e.id)) AS hlc
     FROM erasure e WHERE e.personId IN (SELECT value FROM json_each(?)) GROUP BY e.personId`,
    asList(persons),
  ).map(({ personId, withName, hlc }) => ({ personId, withName: withName === 1, hlc }));
}

/** Of these erasure records those persons whom the settled ones are about. */
const broughtBy = (reader: Reader, erasures: Iterable<string>): string[] =>
  readAll<{ personId: string }>(
    reader,
    'SELECT DISTINCT personId FROM erasure WHERE id IN (SELECT value FROM json_each(?))',
    asList(erasures),
  ).map(({ personId }) => personId);

/**
 * Makes of a line what may enter this workspace: what was erased here comes blank from whoever has not heard of it yet, and
 * is then the very change that is here.
 * @param persons those whom the lines are about
 */
export function blankingOf(reader: Reader, persons: Iterable<string>): (line: BatchLine) => BatchLine {
  if (!readOne(reader, 'SELECT 1 FROM erasure LIMIT 1')) return (line) => line;
  const erased = new Map(erasuresOf(reader, persons).map((each) => [each.personId, each]));
  const nameHere = (row: string, hlc: string): string | undefined =>
    readOne<{ value: string }>(
      reader,
      "SELECT value FROM change WHERE entity = 'attachment' AND row = ? AND field = 'name' AND hlc = ?",
      row,
      hlc,
    )?.value;
  return (line) => {
    const known = line.entity === 'person' ? erased.get(line.row) : undefined;
    if (known && line.hlc < known.hlc && erasedFields(known.withName).has(line.field))
      return { ...line, value: blankOf(line.field) };
    if (line.entity !== 'attachment' || line.field !== 'name') return line;
    const here = nameHere(line.row, line.hlc);
    const isBlank =
      here !== undefined && here !== line.value && here === JSON.stringify(blankName(String(JSON.parse(line.value))));
    return isBlank ? { ...line, value: here } : line;
  };
}

/** Carries out the erasures that came, and again those of persons about whom older words came. Inside the merge. */
export function carryOutIncoming(
  target: EraseTarget,
  author: Author,
  came: { persons: ReadonlySet<string>; erasures: ReadonlySet<string> },
) {
  const persons = new Set([...broughtBy(target, came.erasures), ...came.persons]);
  if (persons.size === 0) return;
  for (const each of erasuresOf(target, persons)) carryOut(target, author, each);
}

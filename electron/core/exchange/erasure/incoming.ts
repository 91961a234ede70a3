import type { Author } from '../../ledger/ledger.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { SignedLine } from '../receiving/signedLine.ts';
import { blankOf, blankName, carryOut, erasedFields, type Erasure, type EraseTarget } from './erase.ts';

/** Erasures that are here, of these persons; the latest of each. */
function erasuresOf(reader: Reader, persons: readonly string[]): Erasure[] {
  return readAll<{ personId: string; withName: number; hlc: string }>(
    reader,
    `SELECT e.personId, max(e.withName) AS withName, max((SELECT max(c.hlc) FROM change c WHERE c.entity = 'erasure' AND c.row = e.id)) AS hlc
     FROM erasure e WHERE e.personId IN (SELECT value FROM json_each(?)) GROUP BY e.personId`,
    asList(persons),
  ).map(({ personId, withName, hlc }) => ({ personId, withName: withName === 1, hlc }));
}

const personsIn = (lines: readonly SignedLine[]): string[] => [
  ...new Set(lines.flatMap(({ line }) => (line.entity === 'person' ? [line.row] : []))),
];

/** Erasure records that came with these lines and are settled by now. */
const broughtBy = (reader: Reader, lines: readonly SignedLine[]): string[] => {
  const rows = [...new Set(lines.flatMap(({ line }) => (line.entity === 'erasure' ? [line.row] : [])))];
  return readAll<{ personId: string }>(
    reader,
    'SELECT DISTINCT personId FROM erasure WHERE id IN (SELECT value FROM json_each(?))',
    asList(rows),
  ).map(({ personId }) => personId);
};

/**
 * Lines as they may enter this workspace: what was erased here comes blank from whoever has not heard of it yet, and is
 * then the very change that is here.
 */
export function withoutErased(reader: Reader, lines: readonly SignedLine[]): SignedLine[] {
  if (!readOne(reader, 'SELECT 1 FROM erasure LIMIT 1')) return [...lines];
  const erased = new Map(erasuresOf(reader, personsIn(lines)).map((each) => [each.personId, each]));
  const nameHere = (row: string, hlc: string): string | undefined =>
    readOne<{ value: string }>(
      reader,
      "SELECT value FROM change WHERE entity = 'attachment' AND row = ? AND field = 'name' AND hlc = ?",
      row,
      hlc,
    )?.value;
  return lines.map((each) => {
    const { line } = each;
    const known = line.entity === 'person' ? erased.get(line.row) : undefined;
    if (known && line.hlc < known.hlc && erasedFields(known.withName).has(line.field))
      return { ...each, line: { ...line, value: blankOf(line.field) } };
    if (line.entity === 'attachment' && line.field === 'name') {
      const here = nameHere(line.row, line.hlc);
      if (
        here !== undefined &&
        here !== line.value &&
        here === JSON.stringify(blankName(String(JSON.parse(line.value))))
      )
        return { ...each, line: { ...line, value: here } };
    }
    return each;
  });
}

/** Carries out the erasures that came, and again those of persons about whom older words came. Inside the merge. */
export function carryOutIncoming(target: EraseTarget, author: Author, lines: readonly SignedLine[]) {
  const persons = [...new Set([...broughtBy(target, lines), ...personsIn(lines)])];
  if (persons.length === 0) return;
  for (const each of erasuresOf(target, persons)) carryOut(target, author, each);
}

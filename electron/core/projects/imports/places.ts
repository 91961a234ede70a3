import { languages } from '../../../../shared/languages.ts';
import { territoriesNamed, territoryByCode, territoryPath } from '../../directory/territories.ts';
import type { RowReader } from './rowReader.ts';

export interface NamedPlace {
  country: string;
  territory: string;
}

/**
 * Reads names of territories. Of several that a name can mean, the one within the places of the project is meant, or in
 * the region of the home agency.
 * @param near codes of the project's territories, then that of the home agency
 */
export function territoryReader(resources: string, near: readonly (readonly string[])[]) {
  const known = new Map<string, string[]>();
  const codesOf = (text: string): string[] => {
    const before = known.get(text);
    if (before) return before;
    const all = territoriesNamed(resources, text);
    let codes = all;
    for (const places of near) {
      if (codes.length < 2) break;
      const inside = codes.filter((code) => territoryPath(resources, code).some((each) => places.includes(each)));
      if (inside.length > 0) codes = inside;
    }
    known.set(text, codes);
    return codes;
  };
  const one = (row: RowReader, text: string): string | null => {
    const [code, ...others] = codesOf(text);
    if (code === undefined) return row.problem('territoryUnknown', 'territory', { text: text.slice(0, 200) });
    if (others.length === 0) return code;
    const list = [code, ...others].slice(0, 5).map((each) => territoryByCode(resources, each, 'uk')?.within || each);
    return row.problem('territoryAmbiguous', 'territory', { text, list: list.join('; ') });
  };
  return {
    /** The one territory that a cell names; empty where it names none. */
    one: (row: RowReader): string => (row.has('territory') ? (one(row, row.text('territory')) ?? '') : ''),
    /** All that a cell names: between semicolons, or between commas where the whole is no name. */
    many(row: RowReader): NamedPlace[] {
      const text = row.text('territory');
      if (text === '') return [];
      const parts = text.split(/\s*;\s*/u).flatMap((part) => {
        const pieces = part.split(/\s*,\s*/u);
        const isList =
          pieces.length > 1 && codesOf(part).length === 0 && pieces.every((each) => codesOf(each).length > 0);
        return isList ? pieces : [part];
      });
      const codes = new Set(parts.filter(Boolean).flatMap((part) => one(row, part) ?? []));
      return [...codes].map((territory) => ({
        territory,
        country: territoryByCode(resources, territory, languages[0])?.country ?? '',
      }));
    },
  };
}

export type TerritoryReader = ReturnType<typeof territoryReader>;

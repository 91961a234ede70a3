import { hash } from 'node:crypto';
import { registry } from '../../entities.ts';
import { rowsByEntity } from '../../ledger/derived.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import type { BatchLine } from '../sealing/batchForm.ts';
import type { LineWatch } from './mergeLines.ts';

/** Longest value that a preview carries, in UTF-16 units; a page shows the beginning of longer ones. */
const longestShown = 4_000;

/** A value as a preview carries it. */
interface ShownValue {
  value: string;
  /** Equal where the whole values are. */
  mark: string;
}

const shownOf = (value: string): ShownValue =>
  value.length <= longestShown
    ? { value, mark: value }
    : { value: JSON.stringify(`${value.slice(1, longestShown)}…`), mark: hash('sha256', value) };

/** A field's value in force, with who wrote it when. */
export interface Current extends ShownValue {
  at: string;
  author: string;
  device: string;
}

interface StoredCurrent {
  row: string;
  field: string;
  value: string;
  at: string;
  author: string;
  device: string;
}

const currentColumns = 'c.row, c.field, c.value, s.startedAt AS at, s.author, s.device';

const currentOf = ({ value, at, author, device }: StoredCurrent): Current => ({
  ...shownOf(value),
  at,
  author,
  device,
});

/** Field → the value in force of a record. */
export const currentsOf = (reader: Reader, entity: string, row: string): Map<string, Current> =>
  new Map(
    readAll<StoredCurrent>(
      reader,
      `SELECT ${currentColumns} FROM change c JOIN change_set s ON s.n = c.changeSet
       WHERE c.entity = ? AND c.row = ? AND c.current = 1`,
      entity,
      row,
    ).map((each) => [each.field, currentOf(each)]),
  );

interface RowState {
  exists: boolean;
  removed: boolean;
}

/** Whether a record is here. */
export function stateOf(reader: Reader, entityName: string, row: string): RowState {
  const entity = registry.entities.get(entityName);
  const found = entity
    ? readOne<{ removed: number }>(reader, `SELECT removed FROM ${entity.sqlName} WHERE id = ?`, row)
    : undefined;
  return { exists: found !== undefined, removed: found?.removed === 1 };
}

/** The newest that came of a field. */
interface SeenLine extends ShownValue {
  field: string;
  hlc: string;
  author: string;
  /** The agency whose stream it stands in. */
  origin: string;
}

/** A record that lines are about, as it stood before the merge. */
export interface SeenRow {
  entity: string;
  row: string;
  was: RowState;
  /** Of the fields that came, the values in force before; null where there was no record. */
  before: Map<string, Current> | null;
  lines: SeenLine[];
}

/** Looks at the lines of a merge that is going to be described, before anything of it is written. */
export function createSeenLines(reader: Reader) {
  const rows = new Map<string, Map<string, SeenRow>>();
  /** One text for each that comes again and again. */
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };

  const rowsOf = (entity: string): Map<string, SeenRow> => {
    let found = rows.get(entity);
    if (!found) rows.set(entity, (found = new Map()));
    return found;
  };

  /** Notes records that come for the first time. */
  const meet = (lines: readonly BatchLine[]) => {
    for (const [name, ids] of rowsByEntity(lines)) {
      const seen = rowsOf(name);
      const fresh = [...ids].filter((id) => !seen.has(id));
      const sqlName = registry.entities.get(name)?.sqlName;
      const here = new Map(
        sqlName === undefined
          ? []
          : readAll<{ id: string; removed: number }>(
              reader,
              `SELECT id, removed FROM ${sqlName} WHERE id IN (SELECT value FROM json_each(?))`,
              asList(fresh),
            ).map(({ id, removed }) => [id, removed === 1]),
      );
      for (const row of fresh) {
        const removed = here.get(row);
        const exists = removed !== undefined;
        seen.set(row, {
          entity: name,
          row,
          was: { exists, removed: removed === true },
          before: exists ? new Map() : null,
          lines: [],
        });
      }
    }
  };

  /** Looks up what is in force of fields that come for the first time, of records that are here. */
  const lookUp = (fields: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>) => {
    for (const [entity, wanted] of fields) {
      const found = readAll<StoredCurrent>(
        reader,
        `SELECT ${currentColumns} FROM json_each(?) j CROSS JOIN change c ON c.entity = ? AND c.row = j.value AND c.current = 1
         JOIN change_set s ON s.n = c.changeSet`,
        asList(wanted.keys()),
        entity,
      );
      for (const each of found)
        if (wanted.get(each.row)?.has(each.field) === true)
          rowsOf(entity).get(each.row)?.before?.set(each.field, currentOf(each));
    }
  };

  const watch: LineWatch = {
    see(lines, { origin }) {
      meet(lines);
      const wanted = new Map<string, Map<string, Set<string>>>();
      for (const { entity, row: id, field, hlc, author, value } of lines) {
        const row = rowsOf(entity).get(id);
        if (!row) continue;
        const known = row.lines.find((each) => each.field === field);
        if (!known) {
          row.lines.push({ field, hlc, author: once(author), origin: once(origin), ...shownOf(value) });
          if (!row.before) continue;
          const ofEntity = wanted.get(entity) ?? new Map<string, Set<string>>();
          wanted.set(entity, ofEntity.set(id, (ofEntity.get(id) ?? new Set<string>()).add(field)));
        } else if (known.hlc < hlc)
          Object.assign(known, { hlc, author: once(author), origin: once(origin), ...shownOf(value) });
      }
      lookUp(wanted);
    },
  };

  return {
    watch,
    *all(): Generator<SeenRow> {
      for (const ofEntity of rows.values()) yield* ofEntity.values();
    },
  };
}

import type { ChangeFate, PreviewField, PreviewRecord } from '../../../../shared/contract/exchangeViews.ts';
import { registry } from '../../entities.ts';
import { readOne, type Reader } from '../../statements.ts';
import { authorNames } from '../../workspace/history.ts';
import { recordName, referredNames } from '../../workspace/recordNames.ts';
import { agencyNames } from '../agencyNames.ts';
import type { MergeOutcome } from './mergePackage.ts';
import type { SignedLine } from './signedLine.ts';

type Side = PreviewField['ours'];

/** Longest value that a preview carries, in UTF-16 units; a page shows the beginning of longer ones. */
const longestShown = 4_000;

interface Current {
  value: string;
  at: string;
  author: string;
  device: string;
}

/** A field's value in force with who wrote it when; null where none is. */
const currentOf = (reader: Reader, entity: string, row: string, field: string): Current | null =>
  readOne<Current>(
    reader,
    `SELECT c.value, s.startedAt AS at, s.author, s.device FROM change c JOIN change_set s ON s.n = c.changeSet
     WHERE c.entity = ? AND c.row = ? AND c.field = ? AND c.current = 1`,
    entity,
    row,
    field,
  ) ?? null;

interface RowState {
  exists: boolean;
  removed: boolean;
}

function stateOf(reader: Reader, entityName: string, row: string): RowState {
  const entity = registry.entities.get(entityName);
  const found = entity
    ? readOne<{ removed: number }>(reader, `SELECT removed FROM ${entity.sqlName} WHERE id = ?`, row)
    : undefined;
  return { exists: found !== undefined, removed: found?.removed === 1 };
}

/** A record and its fields as they stood before a merge. */
export interface Before {
  states: ReadonlyMap<string, RowState>;
  values: ReadonlyMap<string, Current | null>;
}

const rowKey = (entity: string, row: string): string => `${entity} ${row}`;
const fieldKey = (entity: string, row: string, field: string): string => `${entity} ${row} ${field}`;

type Touched = Pick<SignedLine['line'], 'entity' | 'row' | 'field'>;

/** How everything that these lines touch stands now. */
export function lookBefore(reader: Reader, lines: Iterable<Touched>): Before {
  const states = new Map<string, RowState>();
  const values = new Map<string, Current | null>();
  for (const { entity, row, field } of lines) {
    const key = rowKey(entity, row);
    if (!states.has(key)) states.set(key, stateOf(reader, entity, row));
    const own = fieldKey(entity, row, field);
    if (!values.has(own)) values.set(own, states.get(key)?.exists ? currentOf(reader, entity, row, field) : null);
  }
  return { states, values };
}

const shown = (value: string | null): string | null =>
  value !== null && value.length > longestShown ? JSON.stringify(`${value.slice(1, longestShown)}…`) : value;

const sideOf = (value: Current | null, nameOf: (id: string) => string, agencyOf: (device: string) => string): Side => ({
  value: shown(value?.value ?? null),
  at: value?.at ?? null,
  author: value ? nameOf(value.author) : '',
  agency: value ? agencyOf(value.device) : '',
});

/** The wall clock inside a stamp, as an instant. */
const instantOf = (hlc: string): string => new Date(Number(hlc.slice(0, 15))).toISOString();

/** What a row is, from the fates of its fields: the one that a person has to look at first. */
const precedence: readonly ChangeFate[] = ['conflict', 'refused', 'waiting', 'new', 'removed', 'changed'];

/**
 * The change list of a merge that has just been made in a transaction and is going to be rolled back: every record that
 * becomes different, is refused or waits, with its fields as they were, as they came, and as they would be.
 */
export function describeMerge(reader: Reader, outcome: MergeOutcome, before: Before, own: string): PreviewRecord[] {
  const nameOf = authorNames(reader);
  const namesIn = referredNames(reader);
  const agencies = agencyNames(reader, own);
  const conflicts = new Map(outcome.conflicts.map((each) => [fieldKey(each.entity, each.row, each.field), each.kind]));
  const { reception } = outcome;
  const waits = new Map<string, string>();
  for (const each of reception.waiting) waits.set(fieldKey(each.entity, each.row, each.field), 'newerVersion');
  for (const each of reception.ahead) waits.set(fieldKey(each.entity, each.row, each.field), 'clockAhead');
  const refusals = new Map<string, string>();
  for (const { line, reason } of outcome.refused) refusals.set(fieldKey(line.entity, line.row, line.field), reason);
  for (const each of reception.forked) refusals.set(fieldKey(each.entity, each.row, each.field), 'forked');

  const rows = new Map<string, Map<string, SignedLine>>();
  for (const each of [...outcome.taken, ...outcome.refused]) {
    const { entity, row, field, hlc } = each.line;
    const key = rowKey(entity, row);
    let fields = rows.get(key);
    if (!fields) rows.set(key, (fields = new Map()));
    const newest = fields.get(field);
    if (!newest || newest.line.hlc < hlc) fields.set(field, each);
  }

  const records: PreviewRecord[] = [];
  for (const fields of rows.values()) {
    const [first] = fields.values();
    if (!first) continue;
    const { entity: entityName, row } = first.line;
    const entity = registry.entities.get(entityName);
    const was = before.states.get(rowKey(entityName, row)) ?? { exists: false, removed: false };
    const is = stateOf(reader, entityName, row);
    const lived = was.exists && !was.removed;
    const lives = is.exists && !is.removed;
    const ordinary: ChangeFate = !lived && lives ? 'new' : lived && !lives ? 'removed' : 'changed';
    const views: PreviewField[] = [];
    let same = 0;
    for (const [field, { line, origin }] of fields) {
      const key = fieldKey(entityName, row, field);
      const ours = before.values.get(key) ?? null;
      const after = currentOf(reader, entityName, row, field);
      const kind = conflicts.get(key);
      const refusal = refusals.get(key) ?? (kind === 'displaced' ? 'signed' : undefined);
      const wait = waits.get(key) ?? (is.exists || !entity ? undefined : 'needsRecord');
      const isSame = ours?.value === after?.value;
      const isMerged = !isSame && ours !== null && after?.value !== line.value;
      let fate: PreviewField['fate'];
      if (refusal !== undefined) fate = 'refused';
      else if (wait !== undefined) fate = 'waiting';
      else if (kind !== undefined) fate = 'conflict';
      else if (isSame) {
        same += 1;
        continue;
      } else fate = isMerged ? 'merged' : ordinary;
      views.push({
        field,
        fate,
        reason: refusal ?? wait ?? (kind === 'revived' ? 'revived' : null),
        ours: sideOf(ours, nameOf, agencies.ofDevice),
        theirs: {
          value: shown(line.value),
          at: instantOf(line.hlc),
          author: nameOf(line.author),
          agency: agencies.ofAgency(origin),
        },
        after: shown(after?.value ?? null),
        names: entity ? namesIn(entity, field, [ours?.value ?? null, line.value, after?.value ?? null]) : {},
      });
    }
    if (views.length === 0) continue;
    const fates = new Set(views.map(({ fate }) => (fate === 'merged' || fate === 'bothKept' ? 'changed' : fate)));
    const fate = precedence.find((each) => fates.has(each)) ?? 'changed';
    const newest = [...fields.values()].toSorted((a, b) => (a.line.hlc < b.line.hlc ? 1 : -1))[0] ?? first;
    records.push({
      row: {
        fate,
        entity: entityName,
        row,
        about: is.exists && entity ? recordName(reader, entityName, row) : '',
        within: is.exists && entity ? ownerName(reader, entityName, row) : '',
        fields: views.map(({ field }) => field),
        at: instantOf(newest.line.hlc),
        author: nameOf(newest.line.author),
        agency: agencies.ofAgency(newest.origin),
        reason: views.find((view) => view.fate === fate)?.reason ?? null,
      },
      fields: views,
      same,
    });
  }
  const placeOf = new Map(precedence.map((fate, at) => [fate, at]));
  return records.toSorted(
    (a, b) =>
      (placeOf.get(a.row.fate) ?? 0) - (placeOf.get(b.row.fate) ?? 0) ||
      (a.row.at < b.row.at ? 1 : a.row.at > b.row.at ? -1 : 0) ||
      (a.row.row < b.row.row ? -1 : 1),
  );
}

/** What the record is called that this one is a part of; '' where there is none. */
function ownerName(reader: Reader, entityName: string, row: string): string {
  const entity = registry.get(entityName);
  if (!entity.owner) return '';
  const owner = readOne<{ id: string | null }>(
    reader,
    `SELECT ${entity.owner.column} AS id FROM ${entity.sqlName} WHERE id = ?`,
    row,
  )?.id;
  return typeof owner === 'string' ? recordName(reader, entity.owner.entity, owner) : '';
}

import type { ChangeFate, PreviewField, PreviewRecord, PreviewRow } from '../../../../shared/contract/exchangeViews.ts';
import type { Language } from '../../../../shared/languages.ts';
import { millisOf } from '../../../../shared/rules/clock.ts';
import { registry } from '../../entities.ts';
import { readOne, type Reader } from '../../statements.ts';
import { authorNames } from '../../workspace/history.ts';
import { recordName, referredNames } from '../../workspace/recordNames.ts';
import { agencyNames } from '../agencyNames.ts';
import type { MergeOutcome } from './mergePackage.ts';
import { currentsOf, stateOf, type Current, type SeenRow } from './seenLines.ts';

type Side = PreviewField['ours'];

const fieldKey = (entity: string, row: string, field: string): string => `${entity} ${row} ${field}`;

const sideOf = (
  value: Current | undefined,
  nameOf: (id: string) => string,
  agencyOf: (device: string) => string,
): Side => ({
  value: value?.value ?? null,
  at: value?.at ?? null,
  author: value ? nameOf(value.author) : '',
  agency: value ? agencyOf(value.device) : '',
});

/** The wall clock inside a stamp, as an instant. */
const instantOf = (hlc: string): string => new Date(millisOf(hlc)).toISOString();

/** What a row is, from the fates of its fields: the one that a person has to look at first. */
const precedence: readonly ChangeFate[] = ['conflict', 'refused', 'waiting', 'new', 'removed', 'changed'];

/**
 * The change list of a merge that has just been made in a transaction and is going to be rolled back, in no order: every
 * record that becomes different, is refused or waits, with its fields as they were, as they came, and as they would be.
 * One after the other: a large package's do not fit into memory together.
 */
export function* describeMerge(
  reader: Reader,
  outcome: MergeOutcome,
  seen: Iterable<SeenRow>,
  { own, language }: { own: string; language: Language },
): Generator<PreviewRecord> {
  const nameOf = authorNames(reader);
  const namesIn = referredNames(reader, language);
  const agencies = agencyNames(reader, own);
  const conflicts = new Map(outcome.conflicts.map((each) => [fieldKey(each.entity, each.row, each.field), each.kind]));
  const { reception } = outcome;
  const waits = new Map<string, string>();
  for (const each of reception.waiting) waits.set(fieldKey(each.entity, each.row, each.field), 'newerVersion');
  for (const each of reception.ahead) waits.set(fieldKey(each.entity, each.row, each.field), 'clockAhead');
  const refusals = new Map<string, string>();
  for (const { line, reason } of outcome.refused) refusals.set(fieldKey(line.entity, line.row, line.field), reason);
  for (const each of reception.forked) refusals.set(fieldKey(each.entity, each.row, each.field), 'forked');

  for (const { entity: entityName, row, was, before, lines } of seen) {
    const entity = registry.entities.get(entityName);
    const is = stateOf(reader, entityName, row);
    const lived = was.exists && !was.removed;
    const lives = is.exists && !is.removed;
    const ordinary: ChangeFate = !lived && lives ? 'new' : lived && !lives ? 'removed' : 'changed';
    const now = currentsOf(reader, entityName, row);
    const views: PreviewField[] = [];
    let same = 0;
    for (const line of lines) {
      const { field } = line;
      const key = fieldKey(entityName, row, field);
      const ours = before?.get(field);
      const after = now.get(field);
      const kind = conflicts.get(key);
      const refusal = refusals.get(key) ?? (kind === 'displaced' ? 'signed' : undefined);
      const wait = waits.get(key) ?? (is.exists || !entity ? undefined : 'needsRecord');
      const isSame = ours?.mark === after?.mark;
      const isMerged = !isSame && ours !== undefined && after?.mark !== line.mark;
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
          value: line.value,
          at: instantOf(line.hlc),
          author: nameOf(line.author),
          agency: agencies.ofAgency(line.origin),
        },
        after: after?.value ?? null,
        names: entity ? namesIn(entity, field, [ours?.value ?? null, line.value, after?.value ?? null]) : {},
      });
    }
    if (views.length === 0) continue;
    const fates = new Set(views.map(({ fate }) => (fate === 'merged' || fate === 'bothKept' ? 'changed' : fate)));
    const fate = precedence.find((each) => fates.has(each)) ?? 'changed';
    const [first] = lines;
    if (!first) continue;
    const newest = lines.reduce((latest, line) => (line.hlc > latest.hlc ? line : latest), first);
    yield {
      row: {
        fate,
        entity: entityName,
        row,
        about: is.exists && entity ? recordName(reader, entityName, row, language) : '',
        within: is.exists && entity ? ownerName(reader, entityName, row, language) : '',
        fields: views.map(({ field }) => field),
        change: fate === 'changed' ? soleChange(views) : null,
        at: instantOf(newest.hlc),
        author: nameOf(newest.author),
        agency: agencies.ofAgency(newest.origin),
        reason: views.find((view) => view.fate === fate)?.reason ?? null,
      },
      fields: views,
      same,
    };
  }
}

/** Characters of JSON that still can be read in a row of a list. */
const mostInRow = 160;

function soleChange([view, ...others]: readonly PreviewField[]): PreviewRow['change'] {
  if (view?.fate !== 'changed' || others.length > 0) return null;
  const { ours, after, names } = view;
  const fits = [ours.value, after].every((value) => (value ?? '').length <= mostInRow);
  return fits ? { before: ours.value, after, names } : null;
}

/** What the record is called that this one is a part of; '' where there is none. */
function ownerName(reader: Reader, entityName: string, row: string, language: Language): string {
  const entity = registry.get(entityName);
  if (!entity.owner) return '';
  const owner = readOne<{ id: string | null }>(
    reader,
    `SELECT ${entity.owner.column} AS id FROM ${entity.sqlName} WHERE id = ?`,
    row,
  )?.id;
  return typeof owner === 'string' ? recordName(reader, entity.owner.entity, owner, language) : '';
}

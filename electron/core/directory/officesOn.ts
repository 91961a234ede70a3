import { asList, groupBy, readAll, type Reader } from '../statements.ts';
import { holdsOn, type Period } from './periods.ts';

export interface OfficeFields extends Period {
  organisationId: string | null;
  position: string;
}

/** An office as it lies in its table, with the names of the organisation; removed organisations keep theirs. */
export interface StoredOffice extends OfficeFields {
  id: string;
  personId: string;
  organisation: string;
  shortName: string;
}

const select = `
  SELECT o.id, o.personId, o.position, o.organisationId, o.startsOn, o.endsOn, coalesce(g.name, '') AS organisation,
    coalesce(nullif(g.shortName, ''), g.name, '') AS shortName`;
const ofOrganisation = 'LEFT JOIN organisation g ON g.id = o.organisationId';
// The latest first; what has no beginning began before everything else.
const latestFirst = `ORDER BY coalesce(o.startsOn, '') DESC, o.id DESC`;

/** Offices of these people, or of everybody where `null`, by person, the latest first. */
export function readOffices(reader: Reader, people: Iterable<string> | null): Map<string, StoredOffice[]> {
  const rows =
    people === null
      ? readAll<StoredOffice>(reader, `${select} FROM office o ${ofOrganisation} WHERE o.removed = 0 ${latestFirst}`)
      : readAll<StoredOffice>(
          reader,
          `${select} FROM json_each(?) j CROSS JOIN office o ON o.personId = j.value AND o.removed = 0 ${ofOrganisation} ${latestFirst}`,
          asList(people),
        );
  return groupBy(rows, ({ personId }) => personId);
}

/**
 * The office to show for a day: of those held on it the one for the organisation asked for, else the one taken up last.
 * Where none was held and none had been before, the next to come: somebody entered with today's date was somebody
 * yesterday too. Who has left an office has none.
 * @param offices one person's, the latest first
 */
export function officeOn<Office extends OfficeFields>(
  offices: readonly Office[],
  on: string,
  organisationId: string | null = null,
): Office | undefined {
  const held = offices.filter((one) => holdsOn(one, on));
  if (held.length > 0) return held.find((one) => one.organisationId === organisationId) ?? held[0];
  return offices.every((one) => one.startsOn !== null && one.startsOn > on) ? offices.at(-1) : undefined;
}

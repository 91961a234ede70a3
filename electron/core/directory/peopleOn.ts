import { fullName } from '../../../shared/rules/names/written.ts';
import type { Gender } from '../../../shared/vocabulary.ts';
import { asList, groupBy, readAll } from '../statements.ts';
import { namesLanguage } from './namesLanguage.ts';
import type { Reading } from './reading.ts';

interface StoredPerson {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  gender: Gender;
  email: string;
}

interface StoredOffice {
  personId: string;
  position: string;
  organisationId: string | null;
  organisation: string;
  shortName: string;
  held: number;
}

/** Somebody as a list shows them, with the office of a day. */
export interface Somebody extends Omit<StoredPerson, 'id'> {
  /** Full name in the directory's language. */
  name: string;
  position: string;
  organisationId: string | null;
  organisation: string;
  shortName: string;
}

const nobody: Somebody = {
  surname: '',
  givenName: '',
  patronymic: '',
  gender: 'unknown',
  email: '',
  name: '',
  position: '',
  organisationId: null,
  organisation: '',
  shortName: '',
};

/**
 * Many people at once as of a day (ISO), by two queries however many they are. Removed people are found too: old minutes
 * name them. The office is the one held that day for the organisation asked for, else the one `personOn` gives.
 */
export function peopleOn(workspace: Reading, ids: Iterable<string | null>, on: string) {
  const language = namesLanguage(workspace);
  const list = asList(new Set([...ids].filter((id) => id !== null)));
  const people = new Map(
    readAll<StoredPerson>(
      workspace,
      `SELECT p.id, p.surname, p.givenName, p.patronymic, p.gender, p.email
       FROM json_each(?) j JOIN person p ON p.id = j.value`,
      list,
    ).map((person) => [person.id, person]),
  );
  const offices = groupBy(
    readAll<StoredOffice>(
      workspace,
      `SELECT o.personId, o.position, o.organisationId, coalesce(g.name, '') AS organisation,
         coalesce(nullif(g.shortName, ''), g.name, '') AS shortName,
         (o.startsOn IS NULL OR o.startsOn <= j.day) AND (o.endsOn IS NULL OR o.endsOn >= j.day) AS held
       FROM (SELECT value AS personId, ? AS day FROM json_each(?)) j
         JOIN office o ON o.personId = j.personId AND o.removed = 0
         LEFT JOIN organisation g ON g.id = o.organisationId
       ORDER BY held DESC, CASE WHEN o.startsOn IS NULL OR o.startsOn <= j.day THEN 0 ELSE 1 END, o.startsOn DESC, o.id DESC`,
      on,
      list,
    ),
    ({ personId }) => personId,
  );

  return {
    /** Somebody of the directory; an empty name for an unknown id. */
    somebody(id: string | null, organisationId: string | null = null): Somebody {
      const person = id === null ? undefined : people.get(id);
      if (!person) return nobody;
      const all = offices.get(person.id) ?? [];
      const office = all.find((one) => one.held === 1 && one.organisationId === organisationId) ?? all[0];
      return {
        surname: person.surname,
        givenName: person.givenName,
        patronymic: person.patronymic,
        gender: person.gender,
        email: person.email,
        name: fullName(person, language),
        position: office?.position ?? '',
        organisationId: office?.organisationId ?? null,
        organisation: office?.organisation ?? '',
        shortName: office?.shortName ?? '',
      };
    },
    name(id: string | null): string {
      const person = id === null ? undefined : people.get(id);
      return person ? fullName(person, language) : '';
    },
  };
}

export type PeopleOn = ReturnType<typeof peopleOn>;

import { fullName } from '../../../shared/rules/names/written.ts';
import type { Gender } from '../../../shared/vocabulary.ts';
import { asList, readAll } from '../statements.ts';
import { namesLanguage } from './namesLanguage.ts';
import { officeOn, readOffices } from './officesOn.ts';
import type { Reading } from './reading.ts';

interface StoredPerson {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  gender: Gender;
  email: string;
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
 * name them.
 */
export function peopleOn(workspace: Reading, ids: Iterable<string | null>, on: string) {
  const language = namesLanguage(workspace);
  const wanted = new Set([...ids].filter((id) => id !== null));
  const people = new Map(
    readAll<StoredPerson>(
      workspace,
      `SELECT p.id, p.surname, p.givenName, p.patronymic, p.gender, p.email
       FROM json_each(?) j CROSS JOIN person p ON p.id = j.value`,
      asList(wanted),
    ).map((person) => [person.id, person]),
  );
  const offices = readOffices(workspace, wanted);

  return {
    /** Somebody of the directory, first of all as one of that organisation; an empty name for an unknown id. */
    somebody(id: string | null, organisationId: string | null = null): Somebody {
      const person = id === null ? undefined : people.get(id);
      if (!person) return nobody;
      const office = officeOn(offices.get(person.id) ?? [], on, organisationId);
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

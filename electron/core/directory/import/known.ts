import { languages } from '../../../../shared/languages.ts';
import { foldName, foldPersonName, foldText } from '../../../../shared/rules/fold.ts';
import type { NameParts } from '../../../../shared/rules/names/name.ts';
import { organisationKinds, type OrganisationKind } from '../../../../shared/vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { officeOn, readOffices, type StoredOffice } from '../officesOn.ts';
import { listOrganisations, type ListedOrganisation } from '../organisations.ts';
import { listPeople, type ListedPerson } from '../people.ts';
import type { Reading } from '../reading.ts';
import { regionOf, territoriesNamed, territoryByCode } from '../territories.ts';

/** A person of the directory with the office of today, if there is one. */
export type KnownPerson = ListedPerson & { office: StoredOffice | undefined };

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const kindsByWord = (resources: string): Map<string, OrganisationKind> => {
  const kinds = new Map<string, OrganisationKind>();
  for (const kind of organisationKinds) kinds.set(foldText(kind), kind);
  for (const language of languages) {
    const words = wordsOf(resources, language, 'vocabulary');
    for (const kind of organisationKinds) kinds.set(foldText(words(`organisationKind.${kind}`)), kind);
  }
  return kinds;
};

/** What the directory holds already, ready to be asked row by row. */
export function knownRecords(workspace: Reading, resources: string, on: string) {
  const organisations = new Map<string, ListedOrganisation[]>();
  const listed = listOrganisations(workspace, on);
  const ourRegion = regionOf(resources, listed.find(({ isHome }) => isHome)?.territory ?? null);
  for (const organisation of listed)
    for (const key of new Set([organisation.name, organisation.shortName].map(foldName)))
      if (key !== '') put(organisations, key, organisation);

  const people = new Map<string, KnownPerson[]>();
  const shortly = new Map<string, KnownPerson[]>();
  const offices = readOffices(workspace, null);
  for (const row of listPeople(workspace, on)) {
    const person: KnownPerson = { ...row, office: officeOn(offices.get(row.id) ?? [], on) };
    put(people, foldPersonName(person.surname, person.givenName, person.patronymic), person);
    put(shortly, foldPersonName(person.surname, person.givenName), person);
  }
  const kinds = kindsByWord(resources);
  const territories = new Map<string, string[]>();
  const organisationKey = (person: KnownPerson): string => foldName(person.organisation);

  return {
    /**
     * The organisation of that name, full or short. Of several the one in that territory; one in another territory is
     * another one: every municipality has its education office.
     */
    organisation(name: string, territory: string | null = null): ListedOrganisation | undefined {
      const same = organisations.get(foldName(name)) ?? [];
      const there = same.find((one) => territory !== null && one.territory === territory);
      return there ?? same.find((one) => territory === null || one.territory === null);
    },
    /** The person of that name at that organisation; or the only one of that name, where either side names none. */
    person(name: NameParts, organisation: string): KnownPerson | undefined {
      const same = people.get(foldPersonName(name.surname, name.givenName, name.patronymic)) ?? [];
      const there = same.find((person) => organisationKey(person) === organisation);
      if (there) return there;
      const only = same.length === 1 ? same[0] : undefined;
      return only && (organisation === '' || only.organisation === '') ? only : undefined;
    },
    /** Somebody at that organisation whose name differs by the patronymic alone, given on one side only. */
    similarPerson(name: NameParts, organisation: string): KnownPerson | undefined {
      const same = shortly.get(foldPersonName(name.surname, name.givenName)) ?? [];
      return same.find(
        (person) => organisationKey(person) === organisation && (person.patronymic === '') !== (name.patronymic === ''),
      );
    },
    kindOf: (text: string): OrganisationKind | null => kinds.get(foldText(text)) ?? null,
    /** Codes of the territories that a text can mean; where one of several lies in our own region, that is meant. */
    territoriesOf(text: string): string[] {
      const before = territories.get(text);
      if (before) return before;
      const all = territoriesNamed(resources, text);
      const near = all.length > 1 ? all.filter((code) => regionOf(resources, code) === ourRegion) : [];
      const codes = near.length === 1 ? near : all;
      territories.set(text, codes);
      return codes;
    },
    /** Where a territory lies, for telling it from its namesakes. */
    territoryWithin: (code: string): string => territoryByCode(resources, code, 'uk')?.within ?? code,
  };
}

export type Known = ReturnType<typeof knownRecords>;

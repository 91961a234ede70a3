import { languages } from '../../../../shared/languages.ts';
import { foldName, foldPersonName, foldText } from '../../../../shared/rules/fold.ts';
import { organisationKinds, type OrganisationKind } from '../../../../shared/vocabulary.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { wordsOf } from '../../words.ts';
import { listOrganisations } from '../organisations.ts';
import { listPeople } from '../people.ts';
import { findTerritories, territoryByCode } from '../territories.ts';

/** What the directory holds already, ready to be asked row by row. */
export function knownRecords(workspace: OpenWorkspace, resources: string, on: string) {
  const organisations = new Map<string, ReturnType<typeof listOrganisations>[number]>();
  for (const organisation of listOrganisations(workspace))
    for (const name of [organisation.shortName, organisation.name])
      if (name !== '') organisations.set(foldName(name), organisation);
  const people = new Map<string, ReturnType<typeof listPeople>[number][]>();
  for (const person of listPeople(workspace, on)) {
    const key = foldPersonName(person.surname, person.givenName, person.patronymic);
    people.set(key, [...(people.get(key) ?? []), person]);
  }
  const kinds = new Map<string, OrganisationKind>();
  for (const language of languages) {
    const words = wordsOf(resources, language, 'vocabulary');
    for (const kind of organisationKinds) {
      kinds.set(foldText(kind), kind);
      const word = words(`organisationKind.${kind}`);
      kinds.set(foldText(word), kind);
    }
  }
  return {
    organisationByName: (name: string) => organisations.get(foldName(name)),
    /** The person of that name at that organisation; or the only one of that name, where either side names none. */
    person(name: { surname: string; givenName: string; patronymic: string }, organisationKey: string) {
      const same = people.get(foldPersonName(name.surname, name.givenName, name.patronymic)) ?? [];
      const there = same.find((person) => foldName(person.organisation) === organisationKey);
      if (there) return there;
      const only = same.length === 1 ? same[0] : undefined;
      return only && (organisationKey === '' || only.organisation === '') ? only : undefined;
    },
    kindOf: (text: string): OrganisationKind | null => kinds.get(foldText(text)) ?? null,
    /** A code, or a name that means exactly one territory. */
    territoryOf(text: string): string | null {
      if (territoryByCode(resources, text, 'uk')) return text;
      const exact = languages.flatMap((language) =>
        findTerritories(resources, {
          text: text.replace(/\s+(обл\.?|р-н|тг|отг)$/iu, ''),
          language,
          country: null,
          limit: 50,
        }).filter(
          (each) => foldText(each.label) === foldText(text) || foldText(each.label).startsWith(`${foldText(text)} `),
        ),
      );
      const codes = new Set(exact.map((each) => each.code));
      return codes.size === 1 ? ([...codes][0] ?? null) : null;
    },
  };
}

export type Known = ReturnType<typeof knownRecords>;

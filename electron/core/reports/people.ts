import { eq } from 'drizzle-orm';
import type { IsoDay } from '../../../shared/dates.ts';
import { nameCases } from '../../../shared/contract/directory.ts';
import { office, organisation, person } from '../directory/tables.ts';
import type { PaperAssignee, PaperName, PaperPerson } from '../../../shared/contract/minutesModel.ts';
import { holdsOn } from '../directory/periods.ts';
import type { Reading } from '../directory/reading.ts';

const noName: PaperName = { surname: '', givenName: '', patronymic: '', gender: 'unknown', nameCases: null, text: '' };

/** The name of nobody of the directory, as it was typed. */
export const textName = (text: string): PaperName => ({ ...noName, text });

function parseCases(json: string | null): PaperName['nameCases'] {
  if (json === null || json === '') return null;
  try {
    const parsed = nameCases.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

type Office = typeof office.$inferSelect;

/** How somebody is named beyond the directory: where a meeting says it otherwise. */
interface Otherwise {
  nameText?: string;
  positionText?: string;
  organisationId?: string | null;
}

/**
 * People and organisations as they stood on a day: old minutes print the office of that day. Removed records keep their
 * names, for minutes go on naming them.
 */
export function peopleOn({ db }: Reading, day: IsoDay) {
  const people = new Map<string, typeof person.$inferSelect | null>();
  const organisations = new Map<string, { name: string; shortName: string } | null>();
  const offices = new Map<string, Office[]>();

  const personById = (id: string) => {
    const known = people.get(id);
    if (known !== undefined) return known;
    const found = db.select().from(person).where(eq(person.id, id)).get() ?? null;
    people.set(id, found);
    return found;
  };
  const organisationById = (id: string | null) => {
    if (id === null) return null;
    const known = organisations.get(id);
    if (known !== undefined) return known;
    const found =
      db
        .select({ name: organisation.name, shortName: organisation.shortName })
        .from(organisation)
        .where(eq(organisation.id, id))
        .get() ?? null;
    organisations.set(id, found);
    return found;
  };
  const officesOf = (personId: string): Office[] => {
    const known = offices.get(personId);
    if (known) return known;
    const found = db
      .select()
      .from(office)
      .where(eq(office.personId, personId))
      .all()
      .filter((one) => !one.removed && holdsOn(one, day))
      .toSorted((a, b) =>
        (a.startsOn ?? '') === (b.startsOn ?? '') ? 0 : (a.startsOn ?? '') < (b.startsOn ?? '') ? 1 : -1,
      );
    offices.set(personId, found);
    return found;
  };

  const name = (personId: string | null, text = ''): PaperName => {
    const found = personId === null ? null : personById(personId);
    if (!found) return textName(text);
    const { surname, givenName, patronymic, gender } = found;
    return { surname, givenName, patronymic, gender, nameCases: parseCases(found.nameCases), text: '' };
  };

  /** The office that counts: the one held for the organisation asked for, else the one taken up last. */
  const officeOf = (personId: string | null, organisationId: string | null): Office | null => {
    if (personId === null) return null;
    const held = officesOf(personId);
    return held.find((one) => one.organisationId === organisationId) ?? held[0] ?? null;
  };

  const someone = (personId: string | null, otherwise: Otherwise = {}): PaperPerson => {
    const wanted = otherwise.organisationId ?? null;
    const held = officeOf(personId, wanted);
    const body = organisationById(wanted ?? held?.organisationId ?? null);
    const ofOtherBody =
      wanted !== null && held !== null && held.organisationId !== null && held.organisationId !== wanted;
    return {
      personId,
      name: name(personId, otherwise.nameText),
      position: otherwise.positionText || (ofOtherBody ? '' : (held?.position ?? '')),
      organisation: body?.name ?? '',
      shortName: body?.shortName ?? '',
    };
  };

  return {
    name,
    someone,
    organisation: organisationById,
    /** Of the office that counts; null where nobody or no office is known. */
    organisationIdOf: (personId: string | null): string | null => officeOf(personId, null)?.organisationId ?? null,
    /** A person, or an organisation as a whole, or a text. */
    assignee(row: { organisationId: string | null; personId: string | null; nameText: string }): PaperAssignee {
      const body = organisationById(row.organisationId);
      if (row.personId !== null || (body === null && row.nameText !== '')) {
        const who = someone(row.personId, { nameText: row.nameText, organisationId: row.organisationId });
        return { person: who, organisation: who.organisation, shortName: who.shortName };
      }
      return { person: null, organisation: body?.name ?? row.nameText, shortName: body?.shortName ?? '' };
    },
  };
}

export type PeopleOn = ReturnType<typeof peopleOn>;

import { and, asc, eq } from 'drizzle-orm';
import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { holdsOn } from '../directory/periods.ts';
import type { Reading } from '../directory/reading.ts';
import { membership, person, workingGroup } from '../directory/tables.ts';
import { readSettings } from '../workspace/settings.ts';
import type { PaperPerson } from '../../../shared/contract/minutesModel.ts';
import { peopleOn } from './people.ts';

/** The office in which somebody signs: of the group, or their own position at the agency. */
export type SigningOffice = 'chair' | 'secretary' | 'position';

/** What papers over a register share: whose paper it is, about which group, as of which day, signed by whom. */
export interface RegisterFrame {
  /** The language that the records are mostly written in; null: that of the form. */
  language: Language | null;
  /** The body whose paper it is. */
  organisation: string;
  group: { name: string; nameGenitive: string; shortName: string } | null;
  day: IsoDay;
  signatory: { person: PaperPerson; office: SigningOffice } | null;
  /** Whom to ask, with a telephone number: the person who works with the workspace. */
  contact: { person: PaperPerson; phone: string; email: string } | null;
}

/** Who holds an office of the group on the day. */
function holderOn({ db }: Reading, groupId: string, role: 'chair' | 'secretary', day: IsoDay): string | null {
  const members = db
    .select()
    .from(membership)
    .where(and(eq(membership.groupId, groupId), eq(membership.role, role), eq(membership.removed, false)))
    .orderBy(asc(membership.sortKey), asc(membership.id))
    .all();
  return members.find((one) => holdsOn(one, day))?.personId ?? null;
}

/**
 * Reads what stands around a register. Without a group, or where nobody holds its offices, the person of the workspace signs.
 * @param offices the first of these that somebody holds signs
 * @throws notFound
 */
export function readFrame(
  workspace: Reading,
  groupId: string | null,
  day: IsoDay,
  offices: readonly ('chair' | 'secretary')[],
): RegisterFrame {
  const { homeAgency, me } = readSettings(workspace);
  const people = peopleOn(workspace, day);
  const group =
    groupId === null ? null : workspace.db.select().from(workingGroup).where(eq(workingGroup.id, groupId)).get();
  if (group === undefined) throw new AppError('notFound', { what: 'workingGroup' });
  const holders =
    group === null ? [] : offices.map((office) => ({ office, id: holderOn(workspace, group.id, office, day) }));
  const holder = holders.find(({ id }) => id !== null);
  const mine = me === null ? undefined : workspace.db.select().from(person).where(eq(person.id, me)).get();
  const signatory =
    holder !== undefined
      ? { person: people.someone(holder.id), office: holder.office }
      : mine
        ? { person: people.someone(mine.id), office: 'position' as const }
        : null;
  return {
    language: group?.language ?? null,
    organisation: people.organisation(group?.organisationId ?? homeAgency)?.name ?? '',
    group: group && { name: group.name, nameGenitive: group.nameGenitive, shortName: group.shortName },
    day,
    signatory,
    contact: mine ? { person: people.someone(mine.id), phone: mine.phone, email: mine.email } : null,
  };
}

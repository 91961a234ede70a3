import { eq } from 'drizzle-orm';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { validatePattern } from '../../../shared/rules/numbering.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { NumberingPeriod, QuorumKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { readAll, readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { listMembers } from './members.ts';
import { listSeats } from './seats.ts';
import { workingGroup } from './tables.ts';

export interface GroupFields {
  name: string;
  nameGenitive: string;
  shortName: string;
  legalBasis: string;
  territory: string | null;
  quorumKind: QuorumKind;
  quorumFixed: number | null;
  numberingPattern: string;
  numberingPeriod: NumberingPeriod;
  termStartsOn: string | null;
  language: Language;
  place: string;
  organisationId: string | null;
}

type GroupRow = GroupFields & {
  id: string;
  seats: number;
  members: number;
  meetings: number;
  lastMeetingOn: string | null;
};

// Counts of meetings by SQL over that area's table: a list must not ask once for each of its rows.
const select = `
  SELECT g.id, g.name, g.nameGenitive, g.shortName, g.legalBasis, g.territory, g.quorumKind, g.quorumFixed,
    g.numberingPattern, g.numberingPeriod, g.termStartsOn, g.language, g.place, g.organisationId,
    (SELECT count(*) FROM seat s WHERE s.groupId = g.id AND s.removed = 0
      AND (s.startsOn IS NULL OR s.startsOn <= d.day) AND (s.endsOn IS NULL OR s.endsOn >= d.day)) AS seats,
    (SELECT count(*) FROM membership m WHERE m.groupId = g.id AND m.removed = 0
      AND (m.startsOn IS NULL OR m.startsOn <= d.day) AND (m.endsOn IS NULL OR m.endsOn >= d.day)) AS members,
    (SELECT count(*) FROM meeting t WHERE t.groupId = g.id AND t.removed = 0) AS meetings,
    (SELECT max(t.heldOn) FROM meeting t WHERE t.groupId = g.id AND t.removed = 0 AND t.status NOT IN ('planned', 'cancelled'))
      AS lastMeetingOn
  FROM working_group g, (SELECT ? AS day) d WHERE g.removed = 0`;

/** All working groups with their seats and members of a day (ISO), unordered. */
export const listGroups = (workspace: OpenWorkspace, on: string): GroupRow[] => readAll(workspace, select, on);

/** One group with all its seats and members, past ones too, and their offices of a day (ISO). Throws `notFound`. */
export function readGroup(workspace: OpenWorkspace, id: string, on: string) {
  const row = readOne<GroupRow>(workspace, `${select} AND g.id = ?`, on, id);
  if (!row) throw new AppError('notFound', { what: 'workingGroup' });
  return {
    ...row,
    clocks: workspace.ledger.clocks('workingGroup', id),
    seatRows: listSeats(workspace, id),
    memberRows: listMembers(workspace, id, on),
  };
}

function requireSound(fields: Sparse<GroupFields>) {
  if (fields.name !== undefined && fields.name.trim() === '') throw new AppError('required', {}, 'name');
  if (fields.numberingPattern !== undefined) {
    const problem = validatePattern(fields.numberingPattern);
    if (problem) throw new AppError(problem, {}, 'numberingPattern');
  }
  if (fields.quorumKind === 'fixed' && !fields.quorumFixed) throw new AppError('required', {}, 'quorumFixed');
  if (fields.numberingPeriod === 'term' && !fields.termStartsOn) throw new AppError('required', {}, 'termStartsOn');
}

type Rules = Pick<GroupFields, 'quorumKind' | 'quorumFixed' | 'numberingPeriod' | 'termStartsOn'>;

/** What belongs together is judged together, whichever half of it a patch brings. */
const quorumAfter = (before: Rules | undefined, patch: Sparse<Rules>) =>
  patch.quorumKind === undefined && patch.quorumFixed === undefined
    ? {}
    : {
        quorumKind: patch.quorumKind ?? before?.quorumKind,
        quorumFixed: patch.quorumFixed === undefined ? before?.quorumFixed : patch.quorumFixed,
      };

const periodAfter = (before: Rules | undefined, patch: Sparse<Rules>) =>
  patch.numberingPeriod === undefined && patch.termStartsOn === undefined
    ? {}
    : {
        numberingPeriod: patch.numberingPeriod ?? before?.numberingPeriod,
        termStartsOn: patch.termStartsOn === undefined ? before?.termStartsOn : patch.termStartsOn,
      };

/** Throws `required` and the problems of a numbering pattern. */
export function addGroup(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<GroupFields> & { name: string },
): string {
  requireSound(fields);
  return workspace.ledger.write(author, { label: 'directory.addGroup' }, (w) => w.insert(workingGroup, fields));
}

/** Throws `notFound`, `required` and the problems of a numbering pattern. */
export function updateGroup(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<GroupFields>,
  base?: Record<string, Base>,
) {
  const before = workspace.db.select().from(workingGroup).where(eq(workingGroup.id, id)).get();
  requireSound({ ...patch, ...quorumAfter(before, patch), ...periodAfter(before, patch) });
  workspace.ledger.write(author, { label: 'directory.updateGroup' }, (w) => w.update(workingGroup, id, patch, base));
}

/** Throws `groupHasMeetings`: minutes outlive the wish to be rid of a group; its members can be ended instead. */
export function removeGroup(workspace: OpenWorkspace, author: Author, id: string) {
  const { meetings } = readGroup(workspace, id, '9999-12-31');
  if (meetings > 0) throw new AppError('groupHasMeetings', { count: meetings });
  workspace.ledger.write(author, { label: 'directory.removeGroup' }, (w) => w.remove(workingGroup, id));
}

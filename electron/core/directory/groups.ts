import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import { validatePattern } from '../../../shared/rules/numbering.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { NumberingPeriod, QuorumKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { listMembers, listSeats } from './seats.ts';
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
    (SELECT count(*) FROM seat s WHERE s.groupId = g.id AND s.removed = 0) AS seats,
    (SELECT count(*) FROM membership m WHERE m.groupId = g.id AND m.removed = 0) AS members,
    (SELECT count(*) FROM meeting t WHERE t.groupId = g.id AND t.removed = 0) AS meetings,
    (SELECT max(t.heldOn) FROM meeting t WHERE t.groupId = g.id AND t.removed = 0 AND t.status NOT IN ('planned', 'cancelled'))
      AS lastMeetingOn
  FROM working_group g WHERE g.removed = 0`;

/** All working groups, unordered. */
export const listGroups = (workspace: OpenWorkspace) =>
  workspace.sqlite
    .prepare<[], GroupRow>(select)
    .all()
    .map((row) => ({ ...row, clocks: workspace.ledger.clocks('workingGroup', row.id) }));

/** One group with its seats and members as of a day. Throws `notFound`. */
export function readGroup(workspace: OpenWorkspace, id: string, on: string) {
  const row = workspace.sqlite.prepare<[string], GroupRow>(`${select} AND g.id = ?`).get(id);
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
}

/** Throws `required` and the problems of a numbering pattern. */
export function addGroup(
  workspace: OpenWorkspace,
  author: Author,
  fields: Sparse<GroupFields> & { name: string },
): string {
  requireSound(fields);
  return workspace.ledger.write(author, { label: 'directory.addGroup' }, (w) => w.insert(workingGroup, fields));
}

export function updateGroup(
  workspace: OpenWorkspace,
  author: Author,
  id: string,
  patch: Sparse<GroupFields>,
  base?: Record<string, Base>,
) {
  requireSound(patch);
  workspace.ledger.write(author, { label: 'directory.updateGroup' }, (w) => w.update(workingGroup, id, patch, base));
}

/** Throws `groupHasMeetings`: minutes outlive the wish to be rid of a group; its members can be ended instead. */
export function removeGroup(workspace: OpenWorkspace, author: Author, id: string) {
  const { meetings } = readGroup(workspace, id, '9999-12-31');
  if (meetings > 0) throw new AppError('groupHasMeetings', { count: meetings });
  workspace.ledger.write(author, { label: 'directory.removeGroup' }, (w) => w.remove(workingGroup, id));
}

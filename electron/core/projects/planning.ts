import type * as z from 'zod';
import type { projectFields } from '../../../shared/contract/projectViews.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base, Writer } from '../ledger/write.ts';
import { requireDay, requireOrder, requireText } from '../meetings/checks.ts';
import { readAll, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireGroup } from './checks.ts';
import { requireCurrency } from './money/checks.ts';
import { carriesOn, requireProject, type ProjectRecord } from './records.ts';
import { objective, project, projectPartner, projectPlace } from './tables.ts';

export type ProjectPatch = Sparse<z.infer<typeof projectFields>>;

export interface NewProject {
  title: string;
  language: Language;
  groupId: string | null;
  predecessorId: string | null;
}

type StoredPart<T extends { $inferSelect: object }> = Omit<T['$inferSelect'], 'removed'>;

/** Partners, places and objectives of a project into another one, in their order. */
function copyParts(w: Writer, reader: Reader, from: string, to: string) {
  for (const { organisationId, nameText, country, role, task, sortKey } of readAll<StoredPart<typeof projectPartner>>(
    reader,
    'SELECT * FROM project_partner WHERE projectId = ? AND removed = 0',
    from,
  ))
    w.insert(projectPartner, { projectId: to, organisationId, nameText, country, role, task, sortKey });
  for (const { country, territory, sortKey } of readAll<StoredPart<typeof projectPlace>>(
    reader,
    'SELECT * FROM project_place WHERE projectId = ? AND removed = 0',
    from,
  ))
    w.insert(projectPlace, { projectId: to, country, territory, sortKey });
  const objectives = readAll<StoredPart<typeof objective>>(
    reader,
    'SELECT * FROM objective WHERE projectId = ? AND removed = 0',
    from,
  );
  const copies = new Map(
    objectives.map(({ id, text, sortKey }) => [id, w.insert(objective, { projectId: to, text, sortKey })]),
  );
  for (const { id, parentId } of objectives) {
    const copy = copies.get(id);
    const parent = parentId === null ? undefined : copies.get(parentId);
    if (copy !== undefined && parent !== undefined) w.update(objective, copy, { parentId: parent });
  }
}

/** The money of the country whose directory it is. */
const homeCurrency = (workspace: OpenWorkspace): string => (namesLanguage(workspace) === 'uk' ? 'UAH' : 'EUR');

/**
 * A new project in preparation. One that carries another on begins with its lead, currency, partners, places and
 * objectives. Throws `required`, `notFound`.
 */
export function createProject(workspace: OpenWorkspace, author: Author, input: NewProject): string {
  const { title, language, groupId, predecessorId } = input;
  requireText(title, 'title');
  requireGroup(workspace, groupId);
  const before = predecessorId === null ? null : requireProject(workspace, predecessorId, 'predecessorId');
  const taken = before
    ? { leadId: before.leadId, leadText: before.leadText, currency: before.currency }
    : { currency: homeCurrency(workspace) };
  return workspace.ledger.write(author, { label: 'projects.create' }, (w) => {
    const id = w.insert(project, { ...taken, title: title.trim(), language, groupId, predecessorId });
    if (before) copyParts(w, workspace, before.id, id);
    return id;
  });
}

/** The first and last day are typed one after the other: the new one goes with the one that is there. */
function requireTerm(stored: Pick<ProjectRecord, 'startsOn' | 'endsOn'>, { startsOn, endsOn }: ProjectPatch) {
  requireDay(startsOn, 'startsOn');
  requireDay(endsOn, 'endsOn');
  if (endsOn !== undefined) requireOrder(startsOn === undefined ? stored.startsOn : startsOn, endsOn, 'endsOn');
  else if (startsOn !== undefined) requireOrder(startsOn, stored.endsOn, 'startsOn');
}

/** Throws `notFound`, `predecessorCircle`: a project cannot carry on itself, not even by way of others. */
function requirePredecessor(reader: Reader, id: string, predecessorId: string | null | undefined) {
  if (!predecessorId) return;
  requireProject(reader, predecessorId, 'predecessorId');
  if (carriesOn(reader, predecessorId, id)) throw new AppError('predecessorCircle', {}, 'predecessorId');
}

/**
 * Changes the fields of a project. Throws `notFound`, `required`, `dayMalformed`, `endBeforeStart`, `currencyUnknown`,
 * `predecessorCircle`.
 */
export function updateProject(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: ProjectPatch; base?: Record<string, Base> | undefined },
) {
  const { id, patch, base } = input;
  const stored = requireProject(workspace, id);
  if (patch.title !== undefined) requireText(patch.title, 'title');
  requireTerm(stored, patch);
  requireGroup(workspace, patch.groupId);
  requireCurrency(patch.currency);
  requirePredecessor(workspace, id, patch.predecessorId);
  workspace.ledger.write(author, { label: 'projects.update' }, (w) => w.update(project, id, patch, base));
}

/** Takes a project away with all its parts; undo brings it back. Throws `notFound`. */
export function removeProject(workspace: OpenWorkspace, author: Author, id: string) {
  requireProject(workspace, id);
  workspace.ledger.write(author, { label: 'projects.remove' }, (w) => w.remove(project, id));
}

import { AppError } from '../../../shared/errors.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireProject } from './records.ts';
import { projectMemorandum } from './tables.ts';

const linksOf = (reader: Reader, projectId: string, memorandumId: string): string[] =>
  readAll<{ id: string }>(
    reader,
    'SELECT id FROM project_memorandum WHERE projectId = ? AND memorandumId = ? AND removed = 0',
    projectId,
    memorandumId,
  ).map(({ id }) => id);

/** Says that a project rests on a memorandum; a second time it changes nothing. Throws `notFound`. */
export function linkMemorandum(
  workspace: OpenWorkspace,
  author: Author,
  { id, memorandumId }: { id: string; memorandumId: string },
) {
  requireProject(workspace, id);
  if (!readOne(workspace, 'SELECT 1 FROM memorandum WHERE id = ? AND removed = 0', memorandumId))
    throw new AppError('notFound', { what: 'memorandum' }, 'memorandumId');
  if (linksOf(workspace, id, memorandumId).length > 0) return;
  workspace.ledger.write(author, { label: 'projects.linkMemorandum' }, (w) =>
    w.insert(projectMemorandum, { projectId: id, memorandumId }),
  );
}

/** Takes the link away, twins of another device with it. Throws `notFound`. */
export function unlinkMemorandum(
  workspace: OpenWorkspace,
  author: Author,
  { id, memorandumId }: { id: string; memorandumId: string },
) {
  requireProject(workspace, id);
  const links = linksOf(workspace, id, memorandumId);
  if (links.length === 0) throw new AppError('notFound', { what: 'projectMemorandum' });
  workspace.ledger.write(author, { label: 'projects.unlinkMemorandum' }, (w) => {
    for (const link of links) w.remove(projectMemorandum, link);
  });
}

import type { PartName, PartPatch } from '../../../../shared/contract/projectParts.ts';
import { today } from '../../../../shared/dates.ts';
import { keyAtEnd, moveTo } from '../../../../shared/rules/order.ts';
import type { Author } from '../../ledger/ledger.ts';
import type { Base, Writer } from '../../ledger/write.ts';
import type { Reader } from '../../statements.ts';
import type { OpenWorkspace } from '../../workspace/open.ts';
import { requireProject } from '../records.ts';
import { besideOf, parts, requirePart, type PartCells, type StoredPart } from './definitions.ts';
import { letGo, requireRemovable } from './removing.ts';
import { rescaleIndicator } from './rescaling.ts';
import { soundPart } from './sound.ts';

/** A key after all that a part with these columns will stand beside; none for a kind without order. */
function keyFor(w: Writer, reader: Reader, part: PartName, cells: PartCells): { sortKey?: string } {
  if (parts[part].beside === null) return {};
  const { key, rekeyed } = keyAtEnd(besideOf(reader, part, cells));
  for (const twin of rekeyed) parts[part].update(w, twin.id, { sortKey: twin.key });
  return { sortKey: key };
}

/** A new part at the end of its list. Throws `notFound` and as `soundPart`. */
export function addPart(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  { projectId, patch }: { projectId: string; patch: PartPatch },
  now: Date,
): string {
  const { part } = patch;
  const project = requireProject(workspace, projectId);
  const sound = soundPart({ reader: workspace, resources, project, today: today(now), stored: null }, patch);
  const cells = part === 'translation' ? sound : { ...sound, projectId };
  return workspace.ledger.write(author, { label: `projects.addPart.${part}` }, (w) =>
    parts[part].insert(w, { ...cells, ...keyFor(w, workspace, part, cells) }),
  );
}

/** The place of a part that now stands beside others: at their end. */
function placeAnew(w: Writer, reader: Reader, part: PartName, row: StoredPart, cells: PartCells): PartCells {
  const moved = parts[part].beside?.some((column) => cells[column] !== undefined && cells[column] !== row[column]);
  return moved ? { ...cells, ...keyFor(w, reader, part, { ...row, ...cells }) } : cells;
}

/**
 * Changes fields of a part; `base` as everywhere (rule 2). Days and sums that do not fit together are not refused: they
 * are typed one after the other. Throws `notFound`, `decimalsLost` and as `soundPart`.
 */
export function updatePart(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  { id, patch, base }: { id: string; patch: PartPatch; base?: Record<string, Base> | undefined },
  now: Date,
) {
  const { part } = patch;
  const { row, project } = requirePart(workspace, part, id);
  const cells = soundPart({ reader: workspace, resources, project, today: today(now), stored: row }, patch);
  workspace.ledger.write(author, { label: `projects.updatePart.${part}` }, (w) => {
    const rescaled = part === 'indicator' ? rescaleIndicator(w, workspace, row, cells) : cells;
    parts[part].update(w, id, placeAnew(w, workspace, part, row, rescaled), base);
  });
}

/** Puts a part to a place among those it stands beside, counted from 0; rates have no order. Throws `notFound`. */
export function movePart(
  workspace: OpenWorkspace,
  author: Author,
  { part, id, to }: { part: PartName; id: string; to: number },
) {
  const { row } = requirePart(workspace, part, id);
  workspace.ledger.write(author, { label: `projects.movePart.${part}` }, (w) => {
    for (const moved of moveTo(besideOf(workspace, part, row), id, to))
      parts[part].update(w, moved.id, { sortKey: moved.key });
  });
}

/**
 * Takes a part away. What hung on it stays and lets go of it in the same act: the activities of a line stand without
 * one, objectives below move up. Throws `notFound`, `funderHasExpenses`, `budgetLineHasExpenses`.
 */
export function removePart(workspace: OpenWorkspace, author: Author, { part, id }: { part: PartName; id: string }) {
  const { row } = requirePart(workspace, part, id);
  requireRemovable(workspace, part, id);
  workspace.ledger.write(author, { label: `projects.removePart.${part}` }, (w) => {
    letGo(w, workspace, part, row);
    w.remove(parts[part].table, id);
  });
}

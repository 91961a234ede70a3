import type { ImportPreview } from '../../../../shared/contract/directory.ts';
import type { ProjectImportSettings } from '../../../../shared/contract/projectImport.ts';
import { today as dayOf } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core.ts';
import { tableBytes } from '../../files/tables/readTable.ts';
import type { Author } from '../../ledger/ledger.ts';
import { planImport, type PlanInput, type PlanResult } from './plan.ts';
import { writePlanned } from './write.ts';

/** A table up to here is read faster than a thread begins. */
const smallTable = 32 * 1024;

async function plan(
  core: Core,
  settings: ProjectImportSettings,
  skipLines: number[] | null,
  signal: AbortSignal | undefined,
): Promise<PlanResult> {
  const file = core.tickets.incoming(settings.ticket);
  const workspace = core.workspace();
  const bytes = await tableBytes(file);
  const input: PlanInput = {
    bytes,
    fileName: file.name,
    settings,
    resources: core.ports.resources,
    today: dayOf(new Date((core.ports.now ?? Date.now)())),
    skipLines,
  };
  if (bytes.length <= smallTable) return planImport(workspace, input);
  const { path, key } = workspace;
  return core.workers.run('projectImport', { ...input, path, key }, signal ? { signal } : {});
}

/**
 * What an import into a project would do; nothing is written. Throws what `tableBytes` and `planImport` throw,
 * `ticketExpired`.
 */
export async function previewImport(
  core: Core,
  settings: ProjectImportSettings,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const result = await plan(core, settings, null, signal);
  if (!('preview' in result)) throw new Error('asked for a preview');
  return result.preview;
}

/** How often an import is looked through again because somebody wrote meanwhile. */
const mostLooks = 3;

/**
 * Does what the preview showed, as one change set that one undo takes back. Throws `nothingToImport` and what the
 * preview throws; nothing is written then.
 */
export async function runImport(
  core: Core,
  author: Author,
  { mapping, skipLines, ...settings }: ProjectImportSettings & { mapping: (string | null)[]; skipLines: number[] },
  signal?: AbortSignal,
): Promise<{ added: number; updated: number; skipped: number }> {
  for (let look = 1; ; look += 1) {
    const before = core.workspace().ledger.lastClock();
    const result = await plan(core, { ...settings, mapping }, skipLines, signal);
    if (!('wanted' in result)) throw new Error('asked for rows');
    const { wanted, skipped } = result;
    const workspace = core.workspace();
    // Planned beside the core: what was written meanwhile could make a new row one that is there.
    if (workspace.ledger.lastClock() !== before && look < mostLooks) continue;
    if (wanted.rows.length === 0) throw new AppError('nothingToImport');
    workspace.ledger.write(author, { label: `projects.import.${settings.kind}` }, (w) => {
      const { projectId, activityId } = settings;
      writePlanned({ w, reader: workspace, projectId, activityId }, wanted);
    });
    const updated = wanted.rows.filter(({ existing }) => existing !== null).length;
    return { added: wanted.rows.length - updated, updated, skipped };
  }
}

import { AppError } from '../../../shared/errors.ts';
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import type { OpenWorkspace } from './open.ts';
import { setting } from './tables.ts';

/** Every setting a workspace can hold, with what it is until somebody sets it. */
const defaults = {
  /** Id of the organisation whose workspace this is. */
  homeAgency: null as string | null,
  /** Id of the person who works with it. */
  me: null as string | null,
  sample: false,
  holidaysAreWorkingDays: true,
  documentFont: 'Times New Roman',
  documentFontSize: 14,
};

export type Settings = typeof defaults;

const isLike = <T>(value: unknown, example: T): value is T =>
  example === null ? value === null || typeof value === 'string' : typeof value === typeof example;

/** The workspace's settings as they stand. */
export function readSettings(workspace: Pick<OpenWorkspace, 'sqlite'>): Settings {
  const rows = workspace.sqlite.prepare<[], { id: string; value: string }>('SELECT id, value FROM setting').all();
  const settings: Settings = { ...defaults };
  for (const { id, value } of rows) {
    if (!(id in defaults)) continue;
    const name = id as keyof Settings;
    const parsed: unknown = JSON.parse(value || 'null');
    if (isLike(parsed, defaults[name])) Object.assign(settings, { [name]: parsed });
  }
  return settings;
}

/** Writes settings inside a larger act, for example the making of a workspace. */
export function putSettings(w: Writer, known: ReadonlySet<string>, patch: Sparse<Settings>) {
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (known.has(name)) w.update(setting, name, { value: JSON.stringify(value) });
    else w.insert(setting, { id: name, value: JSON.stringify(value) });
  }
}

export function writeSettings(workspace: OpenWorkspace, author: Author, patch: Sparse<WorkspaceSettings>): Settings {
  const size = patch.documentFontSize;
  if (size !== undefined && !Number.isFinite(size)) throw new AppError('invalidValue', { field: 'documentFontSize' });
  workspace.ledger.write(author, { label: 'workspace.setSettings' }, (w) =>
    putSettings(w, settingNames(workspace), patch),
  );
  return readSettings(workspace);
}

export const settingNames = (workspace: Pick<OpenWorkspace, 'sqlite'>): Set<string> =>
  new Set(workspace.sqlite.prepare<[], string>('SELECT id FROM setting').pluck().all());

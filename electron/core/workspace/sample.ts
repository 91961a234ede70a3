import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Author } from '../ledger/ledger.ts';
import { signMinutes } from '../meetings/signing.ts';
import type { OpenWorkspace } from './open.ts';
import { insertDirectory } from './sample/directory.ts';
import { sampleDirectory, sampleIndex, sampleMeeting, sampleMemoranda, sampleProgress } from './sample/format.ts';
import { insertMeeting } from './sample/meeting.ts';
import { insertMemorandum } from './sample/memoranda.ts';
import { sampleProjects } from './sample/projectFormat.ts';
import { insertProject } from './sample/projects.ts';
import { createNames } from './sample/names.ts';
import { insertStep } from './sample/progress.ts';
import { putSettings, readSettings, settingNames } from './settings.ts';

const label = 'workspace.sample';

/**
 * Fills a new workspace with the sample: what `resources/sample/` says, written through the ledger, signed meetings by the
 * program's own signing. Theme by theme things come in the order in which they happened, so that signed minutes print how
 * earlier decisions stood on their day. All of it or nothing.
 * @param session one that no page has: nobody shall take the sample back with an undo
 */
export function loadSample(workspace: OpenWorkspace, resources: string, session: string): void {
  const author: Author = { person: readSettings(workspace).me ?? 'unknown', session };
  const root = join(resources, 'sample');
  workspace.sqlite.transaction(() => {
    for (const { folder, meetings } of readJson(join(root, 'sample.json'), sampleIndex).themes)
      loadTheme(workspace, author, resources, join(root, folder), meetings);
    workspace.ledger.write(author, { label }, (w) => putSettings(w, settingNames(workspace), { sample: true }));
  })();
}

function loadTheme(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  folder: string,
  meetings: readonly string[],
) {
  const { ledger } = workspace;
  const directory = readJson(join(folder, 'directory.json'), sampleDirectory);
  const theme = ledger.write(author, { label }, (w) => insertDirectory(w, directory));
  let steps = readJson(join(folder, 'progress.json'), sampleProgress);
  /** Each step is a write of its own: history tells them apart. */
  const takeStepsBefore = (day: string) => {
    for (const step of steps.filter(({ on }) => on < day))
      ledger.write(author, { label }, (w) => insertStep(w, workspace, theme, step));
    steps = steps.filter(({ on }) => on >= day);
  };
  for (const day of meetings) {
    const data = readJson(join(folder, `${day}.json`), sampleMeeting);
    const materials = { workspace, folder: join(folder, 'materials') };
    takeStepsBefore(data.heldOn);
    const id = ledger.write(author, { label }, (w) => insertMeeting(w, theme, data, materials));
    if (data.end.state !== 'signed') continue;
    const { on } = data.end;
    signMinutes(workspace, author, { id, on, number: null }, new Date(`${on}T12:00:00`));
  }
  takeStepsBefore('9999-12-31');
  const file = join(folder, 'memoranda.json');
  const memoranda = createNames('memorandum');
  for (const data of existsSync(file) ? readJson(file, sampleMemoranda) : [])
    insertMemorandum({ workspace, author, resources, theme, memoranda }, data);
  const projects = createNames('project');
  const projectsFile = join(folder, 'projects.json');
  for (const data of existsSync(projectsFile) ? readJson(projectsFile, sampleProjects) : [])
    ledger.write(author, { label }, (w) => insertProject(w, { theme, memoranda, projects }, data));
}

const readJson = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(file, 'utf8')));

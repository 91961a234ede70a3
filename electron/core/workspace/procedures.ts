import { on } from 'node:events';
import { languages } from '../../../shared/languages.ts';
import { proposePassphrase } from './passphrases.ts';
import { actsOf, implementer, type Core } from '../core.ts';
import { checkWorkspace } from './check.ts';
import { openConflicts, settleConflict } from './conflicts.ts';
import { foundWorkspace } from './create.ts';
import { loadDefaults } from './defaults.ts';
import { recordHistory } from './history.ts';
import type { Manager, WorkspaceNews } from './manager.ts';
import { reverseLast } from './bigWrite.ts';
import { readPreferences, shownIn, writePreferences } from './preferences.ts';
import { readSettings, writeSettings } from './settings.ts';
import { loadSample } from './sample.ts';

const { workspace: area } = implementer;

const asBackup = ({ ref, madeAt, bytes, kind }: Awaited<ReturnType<Manager['backUp']>>) => ({
  ref,
  madeAt,
  bytes,
  kind,
});

export const workspaceProcedures = (core: Core, manager: Manager) =>
  area.router({
    state: area.state.handler(() => manager.state()),
    known: area.known.handler(() => manager.recent.list()),
    proposePlace: area.proposePlace.handler(({ input }) => manager.proposePlace(input.agency)),
    create: area.create.handler(async ({ input, context }) => {
      const recovery = await manager.create({
        ...input,
        agency: input.agency.shortName || input.agency.name,
        fill: (workspace) => {
          // A session that no page has: an undo never takes back what a workspace begins with.
          const session = `founding ${context.session}`;
          foundWorkspace(workspace, input, session);
          loadDefaults(workspace, core.ports.resources, input.sample ? languages : [input.language], session);
          if (input.sample) loadSample(workspace, core.ports.resources, session);
        },
      });
      writePreferences(manager.installation, { language: input.language });
      return { recovery };
    }),
    open: area.open.handler(async ({ input }) => {
      await manager.open(input.ref, input);
      return {};
    }),
    forget: area.forget.handler(async ({ input }) => {
      await manager.forget(input.ref);
      return {};
    }),
    close: area.close.handler(async () => {
      await manager.close();
      return {};
    }),
    lock: area.lock.handler(async () => {
      await manager.lock();
      return {};
    }),
    changePassphrase: area.changePassphrase.handler(async ({ input }) => ({
      recovery: await manager.changePassphrase(input.current, input.next),
    })),
    recovery: area.recovery.handler(({ input }) => manager.recovery(input.passphrase)),
    proposePassphrase: area.proposePassphrase.handler(({ input }) => ({
      passphrase: proposePassphrase(core.ports.resources, input.language),
    })),
    remember: area.remember.handler(async ({ input }) => {
      await manager.remember(input.on);
      return {};
    }),
    preferences: area.preferences.handler(() => readPreferences(manager.installation)),
    setPreferences: area.setPreferences.handler(({ input }) => writePreferences(manager.installation, input)),
    settings: area.settings.handler(() => readSettings(core.workspace())),
    setSettings: area.setSettings.handler(({ input, context }) =>
      writeSettings(core.workspace(), core.author(context), input),
    ),
    backups: area.backups.handler(() => manager.backups.list(core.workspace().path).map(asBackup)),
    backupsOf: area.backupsOf.handler(({ input }) => manager.backupsOf(input.workspace).map(asBackup)),
    backUp: area.backUp.handler(async () => asBackup(await manager.backUp())),
    restore: area.restore.handler(async ({ input }) => {
      await manager.restore(input.ref, input.workspace);
      return {};
    }),
    undo: area.undo.handler(({ context }) => reverseLast(core, core.author(context), 'undo')),
    redo: area.redo.handler(({ context }) => reverseLast(core, core.author(context), 'redo')),
    stopWork: area.stopWork.handler(({ context }) => {
      core.longWorks.stop(context.session);
      return {};
    }),
    undoState: area.undoState.handler(({ context }) => core.workspace().ledger.undoState(context.session)),
    history: area.history.handler(({ input: { entity, row, language } }) =>
      recordHistory(core.workspace(), entity, row, shownIn(manager.installation, language)),
    ),
    conflicts: area.conflicts.handler(({ input }) =>
      openConflicts(core.workspace(), shownIn(manager.installation, input?.language)),
    ),
    settleConflict: area.settleConflict.handler(actsOf(core).done(settleConflict)),
    check: area.check.handler(() => checkWorkspace(core.workspace())),
    news: area.news.handler(async function* ({ signal }) {
      try {
        for await (const [item] of on(manager.news, 'news', signal ? { signal } : {})) yield item as WorkspaceNews;
      } catch (error) {
        // A page that goes away ends its stream; that is how streams end.
        if (!signal?.aborted) throw error;
      }
    }),
  });

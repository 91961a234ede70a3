import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import type { ActivityStatus } from '../../../shared/vocabulary.ts';
import { client } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { say } from '../../ui/window/say.ts';
import { LineDialog } from './dialogs/LineDialog.tsx';
import { ShiftDialog } from './dialogs/ShiftDialog.tsx';
import { StatusDialog } from './dialogs/StatusDialog.tsx';

/** What can be done with activities, one or many, each time as one act that one undo takes back. */
export type ActivityActs = {
  setStatus: (ids: readonly string[], status: ActivityStatus) => void;
  setLine: (ids: readonly string[]) => void;
  /** Asks by how many days. */
  shift: (ids: readonly string[]) => void;
  /** Shifts at once. */
  shiftBy: (ids: readonly string[], days: number, edge?: 'both' | 'start' | 'end', dependent?: boolean) => void;
  remove: (ids: readonly string[]) => void;
};

type Asked = { ids: readonly string[] } & (
  { kind: 'status'; status: ActivityStatus } | { kind: 'line' } | { kind: 'shift' }
);

/** The acts on the activities of a project, and the dialog that is open for one of them. */
export const useActivityActs = (project: ProjectDetail): { acts: ActivityActs; dialog: ReactNode } => {
  const { t } = useTranslation('projects');
  const errorText = useErrorText();
  const [asked, setAsked] = useState<Asked>();
  const close = useCallback(() => setAsked(undefined), []);
  const acts = useMemo((): ActivityActs => {
    const ask = (next: Asked): void => {
      if (next.ids.length > 0) setAsked(next);
    };
    const run = async (act: Promise<unknown>, said = ''): Promise<void> => {
      try {
        await trackSaving(act);
        if (said !== '') say(said);
      } catch (error) {
        say(errorText(error));
      }
    };
    return {
      setStatus: (ids, status) => {
        // back to the plan there is nothing to ask
        if (status === 'planned')
          void run(client.projects.setActivities({ ids: [...ids], patch: { status, statusReason: '' } }));
        else ask({ kind: 'status', ids, status });
      },
      setLine: (ids) => ask({ kind: 'line', ids }),
      shift: (ids) => ask({ kind: 'shift', ids }),
      shiftBy: (ids, days, edge = 'both', dependent = false) => {
        if (ids.length > 0 && days !== 0)
          void run(client.projects.shiftActivities({ ids: [...ids], days, edge, dependent }));
      },
      remove: (ids) => {
        if (ids.length === 0) return;
        void run(client.projects.removeActivities({ ids: [...ids] }), t('activity.removed', { count: ids.length }));
      },
    };
  }, [t, errorText]);
  const dialogOf = (now: Asked): ReactNode => {
    switch (now.kind) {
      case 'status':
        return <StatusDialog ids={now.ids} status={now.status} onClose={close} />;
      case 'line':
        return <LineDialog ids={now.ids} lines={project.lines} onClose={close} />;
      case 'shift':
        return <ShiftDialog ids={now.ids} onClose={close} />;
    }
  };
  return { acts, dialog: asked === undefined ? null : dialogOf(asked) };
};

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { DecisionDetail } from '../../shared/contract/decisionRegister.ts';
import type { ExecutionStatus } from '../../shared/vocabulary.ts';
import { client, orpc } from '../ui/core/client.ts';
import { say } from '../ui/window/say.ts';
import { useErrorText } from '../ui/core/errors.ts';
import { trackSaving } from '../ui/core/saving.ts';
import { DeadlineDialog } from './dialogs/DeadlineDialog.tsx';
import { DoneDialog } from './dialogs/DoneDialog.tsx';
import { ManyDialog, type ManyAct, type Refused } from './dialogs/ManyDialog.tsx';
import { NoteDialog } from './dialogs/NoteDialog.tsx';
import { RefusedDialog } from './dialogs/RefusedDialog.tsx';
import { ReminderDialog } from './dialogs/ReminderDialog.tsx';
import { RepetitionDialog } from './dialogs/RepetitionDialog.tsx';

/** What can be done with decisions: with one in a dialog of its own, with several in one act. */
export type DecisionActs = {
  note: (ids: readonly string[]) => void;
  deadline: (ids: readonly string[], period?: string) => void;
  done: (ids: readonly string[]) => void;
  setStatus: (ids: readonly string[], status: ExecutionStatus) => void;
  remind: (ids: readonly string[]) => void;
  repetition: (id: string) => void;
};

type Asked =
  | { kind: 'note' | 'repetition'; id: string }
  | { kind: 'deadline' | 'done'; id: string; period?: string | undefined }
  | { kind: 'many'; ids: readonly string[]; act: ManyAct }
  | { kind: 'remind'; organisationIds: readonly string[] }
  | { kind: 'refused'; refused: readonly Refused[]; changed: number };

/** As many decisions are asked for whom they concern before a letter is proposed. */
const asksAbout = 20;

const organisationsOf = (decisions: readonly DecisionDetail[]): string[] => [
  ...new Set(
    decisions
      .flatMap(({ assignees }) => assignees)
      .flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
  ),
];

const OfOne = ({ asked, onClose }: { asked: Extract<Asked, { id: string }>; onClose: () => void }) => {
  const { data } = useQuery(orpc.decisions.detail.queryOptions({ input: { id: asked.id } }));
  if (data === undefined) return null;
  switch (asked.kind) {
    case 'note':
      return <NoteDialog id={data.id} number={data.number} onClose={onClose} />;
    case 'repetition':
      return <RepetitionDialog decision={data} onClose={onClose} />;
    case 'deadline':
      return <DeadlineDialog decision={data} period={asked.period} onClose={onClose} />;
    case 'done':
      return <DoneDialog decision={data} period={asked.period} onClose={onClose} />;
  }
};

/**
 * The acts on decisions and the dialog that is open for one of them.
 * @param groupId the group that a letter is about; null: all
 */
export const useDecisionActs = (groupId: string | null): { acts: DecisionActs; dialog: ReactNode } => {
  const [asked, setAsked] = useState<Asked>();
  const errorText = useErrorText();
  const close = useCallback(() => setAsked(undefined), []);
  const acts = useMemo((): DecisionActs => {
    const ask = (ids: readonly string[], one: (id: string) => Asked, act: ManyAct): void => {
      const [first, ...rest] = ids;
      if (first !== undefined) setAsked(rest.length === 0 ? one(first) : { kind: 'many', ids, act });
    };
    return {
      note: (ids) => ask(ids, (id) => ({ kind: 'note', id }), { kind: 'note' }),
      deadline: (ids, period) => ask(ids, (id) => ({ kind: 'deadline', id, period }), { kind: 'deadline' }),
      done: (ids) => ask(ids, (id) => ({ kind: 'done', id }), { kind: 'status', status: 'done' }),
      setStatus: (ids, status) => {
        const [first, ...rest] = ids;
        if (first === undefined) return;
        if (rest.length > 0 || status === 'cancelled') setAsked({ kind: 'many', ids, act: { kind: 'status', status } });
        else
          trackSaving(client.decisions.setExecution({ id: first, status })).catch((error: unknown) =>
            say(errorText(error)),
          );
      },
      remind: (ids) => {
        const find = async (): Promise<void> => {
          const decisions = await Promise.all(ids.slice(0, asksAbout).map((id) => client.decisions.detail({ id })));
          setAsked({ kind: 'remind', organisationIds: organisationsOf(decisions) });
        };
        find().catch((error: unknown) => say(errorText(error)));
      },
      repetition: (id) => setAsked({ kind: 'repetition', id }),
    };
  }, [errorText]);

  const dialogOf = (now: Asked): ReactNode => {
    switch (now.kind) {
      case 'many':
        return (
          <ManyDialog
            act={now.act}
            ids={now.ids}
            onClose={close}
            onRefused={(refused, changed) => setAsked({ kind: 'refused', refused, changed })}
          />
        );
      case 'remind':
        return <ReminderDialog organisationIds={now.organisationIds} groupId={groupId} onClose={close} />;
      case 'refused':
        return <RefusedDialog refused={now.refused} changed={now.changed} onClose={close} />;
      case 'note':
      case 'repetition':
      case 'deadline':
      case 'done':
        return <OfOne asked={now} onClose={close} />;
    }
  };
  return { acts, dialog: asked === undefined ? null : dialogOf(asked) };
};

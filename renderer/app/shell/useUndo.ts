import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { flushAll, trackSaving } from '../../ui/core/saving.ts';
import { say } from '../../ui/window/say.ts';
import { useActWords } from './useActWords.ts';

export type Reversal = {
  /** What it would take back, for its button; plainly the action for an act that has no words here. */
  label: string;
  possible: boolean;
};

/** Undo and redo of the workspace: what each would take back, and the acts; what was done is said in the status bar. */
export const useUndo = () => {
  const { t } = useTranslation(['app', 'common']);
  const errorText = useErrorText();
  const actWords = useActWords();
  const { data } = useQuery(orpc.workspace.undoState.queryOptions());
  const undo = useCallback(async (): Promise<void> => {
    try {
      await flushAll(); // what is being typed is the latest act
      const { label, skipped } = await trackSaving(client.workspace.undo());
      const what = actWords(label);
      const done = what === undefined ? t('common:msg.undone') : t('app:undo.done', { what });
      say(skipped.length > 0 ? `${done}. ${t('app:undo.skipped', { count: skipped.length })}` : done);
    } catch (error) {
      say(errorText(error));
    }
  }, [t, errorText, actWords]);
  const redo = useCallback(async (): Promise<void> => {
    try {
      await flushAll();
      const { label } = await trackSaving(client.workspace.redo());
      const what = actWords(label);
      say(what === undefined ? t('common:msg.redone') : t('app:redo.done', { what }));
    } catch (error) {
      say(errorText(error));
    }
  }, [t, errorText, actWords]);
  const reversal = (kind: 'undo' | 'redo'): Reversal => {
    const act = data?.[kind] ?? null;
    if (act === null) return { label: t(`app:${kind}.nothing`), possible: false };
    const what = actWords(act);
    return { label: what === undefined ? t(`common:action.${kind}`) : t(`app:${kind}.what`, { what }), possible: true };
  };
  return { undoing: reversal('undo'), redoing: reversal('redo'), undo: () => void undo(), redo: () => void redo() };
};

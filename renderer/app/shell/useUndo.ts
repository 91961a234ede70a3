import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { flushAll, trackSaving } from '../../ui/core/saving.ts';
import { say } from '../../ui/window/say.ts';

/** Undo and redo of the workspace: what each would take back, and the acts; what was done is said in the status bar. */
export const useUndo = () => {
  const { t } = useTranslation('app');
  const errorText = useErrorText();
  const { data } = useQuery(orpc.workspace.undoState.queryOptions());
  const undo = useCallback(async (): Promise<void> => {
    try {
      await flushAll(); // what is being typed is the latest act
      const { label, skipped } = await trackSaving(client.workspace.undo());
      const how = { what: label, count: skipped.length };
      say(skipped.length > 0 ? t('undo.skipped', how) : t('undo.done', how));
    } catch (error) {
      say(errorText(error));
    }
  }, [t, errorText]);
  const redo = useCallback(async (): Promise<void> => {
    try {
      await flushAll();
      const { label } = await trackSaving(client.workspace.redo());
      say(t('redo.done', { what: label }));
    } catch (error) {
      say(errorText(error));
    }
  }, [t, errorText]);
  return {
    undoWhat: data?.undo ?? null,
    redoWhat: data?.redo ?? null,
    undo: () => void undo(),
    redo: () => void redo(),
  };
};

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../ui/core/client.ts';

/** Undo and redo of the workspace: what each would take back, the acts, and what was just done in words. */
export const useUndo = () => {
  const { t } = useTranslation('app');
  const [said, setSaid] = useState('');
  const { data } = useQuery(orpc.workspace.undoState.queryOptions());
  const undo = useMutation(
    orpc.workspace.undo.mutationOptions({
      onSuccess: ({ label, skipped }) =>
        setSaid(
          skipped.length > 0
            ? t('undo.skipped', { what: label, count: skipped.length })
            : t('undo.done', { what: label }),
        ),
    }),
  );
  const redo = useMutation(
    orpc.workspace.redo.mutationOptions({ onSuccess: ({ label }) => setSaid(t('redo.done', { what: label })) }),
  );
  return {
    said,
    undoWhat: data?.undo ?? null,
    redoWhat: data?.redo ?? null,
    undo: () => undo.mutate({}),
    redo: () => redo.mutate({}),
  };
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { trackSaving } from '../ui/core/saving.ts';

type Named = { id: string; name: string };

/**
 * Asks before records are taken away, one by one; what the core refuses is said here, beside what has gone already. The
 * caller draws it anew (by `key`) for other records.
 */
export const RemoveDialog = ({
  records,
  text,
  remove,
  onClose,
}: {
  records: readonly Named[];
  /** What becomes of what hangs on them. */
  text: string;
  remove: (id: string) => Promise<unknown>;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['directory', 'common']);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const left = records.filter(({ id }) => !gone.has(id));
  const [first] = left;
  const confirm = async (): Promise<void> => {
    for (const { id } of left) {
      await trackSaving(remove(id));
      setGone((now) => new Set(now).add(id));
    }
  };
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      title={
        left.length === 1 && first !== undefined
          ? t('remove.one', { name: first.name })
          : t('remove.many', { count: left.length })
      }
      text={
        <>
          {left.length > 1 ? <p style={{ marginBottom: 8 }}>{left.map(({ name }) => name).join('; ')}</p> : null}
          <p>{text}</p>
        </>
      }
      confirmLabel={t('common:action.remove')}
      onConfirm={confirm}
    />
  );
};

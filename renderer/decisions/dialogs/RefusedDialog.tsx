import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Refused } from './ManyDialog.tsx';

/** Which of many were left as they are, each with its reason. */
export const RefusedDialog = ({
  refused,
  changed,
  onClose,
}: {
  refused: readonly Refused[];
  changed: number;
  onClose: () => void;
}) => {
  const { t } = useTranslation('decisions');
  const errorText = useErrorText();
  return (
    <Dialog open title={t('many.refused', { count: refused.length })} onClose={onClose}>
      <Notice tone="amber">{t('many.outcome', { changed, count: refused.length })}</Notice>
      <Table
        label={t('many.refused', { count: refused.length })}
        head={[t('col.number'), t('many.why')]}
        rows={refused.map(({ id, number, code }) => ({ key: id, cells: [number, errorText(new AppError(code))] }))}
      />
    </Dialog>
  );
};

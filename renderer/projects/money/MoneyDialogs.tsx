import { useTranslation } from 'react-i18next';
import type { ExpenseRow, MoneyView } from '../../../shared/contract/moneyViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { client } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { ExpenseDialog } from './ExpenseDialog.tsx';
import { FunderDialog } from './FunderDialog.tsx';
import { LineDialog } from './LineDialog.tsx';
import type { MoneyDialog, MoneyWarnings } from './moneyState.ts';
import { RateDialog } from './RateDialog.tsx';

const remove = async (what: 'funder' | 'line' | 'rate' | 'expense', id: string): Promise<void> => {
  if (what === 'expense') await trackSaving(client.projects.removeExpense({ id }));
  else await trackSaving(client.projects.removePart({ part: what === 'line' ? 'budgetLine' : what, id }));
};

/** The dialog of the page that is open, if one is. */
export const MoneyDialogs = ({
  dialog,
  project,
  money,
  funderId,
  expenses,
  onClose,
  onFunder,
  onLine,
  onKept,
}: {
  dialog: MoneyDialog | undefined;
  project: ProjectDetail;
  money: MoneyView;
  funderId: string | null;
  /** Those that were read last; the one that is edited is among them. */
  expenses: readonly ExpenseRow[];
  onClose: () => void;
  onFunder: (id: string) => void;
  onLine: (id: string) => void;
  onKept: (warnings: MoneyWarnings) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  if (dialog === undefined) return null;
  if (dialog.of === 'funder')
    return (
      <FunderDialog
        projectId={project.id}
        currency={money.currency}
        funder={dialog.funder}
        onClose={onClose}
        onMade={onFunder}
      />
    );
  if (dialog.of === 'line')
    return (
      <LineDialog
        project={project}
        funders={money.funders}
        funderId={funderId}
        line={dialog.line}
        onClose={onClose}
        onMade={onLine}
      />
    );
  if (dialog.of === 'rate')
    return (
      <RateDialog
        projectId={project.id}
        into={money.currency}
        currency={dialog.currency}
        rate={dialog.rate}
        onClose={onClose}
      />
    );
  if (dialog.of === 'expense')
    return (
      <ExpenseDialog
        projectId={project.id}
        lines={money.lines}
        lineId={dialog.lineId}
        kind={dialog.kind}
        expense={expenses.find(({ id }) => id === dialog.expenseId) ?? null}
        onClose={onClose}
        onKept={onKept}
      />
    );
  return (
    <ConfirmDialog
      open
      danger
      title={t(`money.remove.${dialog.what}`)}
      text={t('common:msg.confirmDelete', { name: dialog.name })}
      confirmLabel={t('common:action.remove')}
      onConfirm={() => remove(dialog.what, dialog.id)}
      onClose={onClose}
    />
  );
};

import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetLineView, ExpenseRow, ExpensesFilter } from '../../../shared/contract/moneyViews.ts';
import { formatDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { formatAmount, formatMoney } from '../../../shared/rules/money.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { useWorkspaceChanges } from '../../ui/core/live.ts';
import { DataGrid } from '../../ui/grid/DataGrid.tsx';
import { useExportList } from '../../ui/grid/exportList.ts';
import type { GridColumn, GridPage, PageQuery } from '../../ui/grid/gridTypes.ts';
import { usePagedGrid } from '../../ui/grid/usePagedGrid.ts';
import { AttachIcon, CloseIcon, DownloadIcon, PlusIcon } from '../../ui/icons.tsx';
import { ErrorBar, Notice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { expensesOf, units, type MoneyDialog, type MoneyWarnings } from './moneyState.ts';

const sorts: Record<string, ExpensesFilter['sort']['by']> = {
  spentOn: 'day',
  inLine: 'amount',
  budgetLine: 'line',
  payee: 'payee',
};

const useColumns = (ofOneLine: boolean): GridColumn<ExpenseRow>[] => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'spentOn',
        title: fieldName('expense', 'spentOn'),
        width: 108,
        value: ({ spentOn }) => spentOn,
        render: ({ spentOn }) => (spentOn === null ? '' : formatDay(spentOn, language, 'numeric')),
      },
      {
        key: 'kind',
        title: fieldName('expense', 'kind'),
        width: 118,
        sortable: false,
        value: ({ kind }) => t(`vocabulary:expenseKind.${kind}`),
        render: ({ kind }) => (
          <Chip size="small" tone={kind === 'spending' ? 'ink' : 'neutral'}>
            {t(`vocabulary:expenseKind.${kind}`)}
          </Chip>
        ),
      },
      {
        key: 'document',
        title: fieldName('expense', 'document'),
        width: 130,
        sortable: false,
        value: ({ document }) => document || null,
        render: ({ document, files }) => (
          <span style={{ display: 'flex', minWidth: 0 }}>
            <span className="cut" title={document}>
              {document}
            </span>
            {files.length === 0 ? null : (
              <span className="soft" style={{ marginLeft: 6, whiteSpace: 'nowrap' }}>
                <AttachIcon size={12} /> {files.length}
              </span>
            )}
          </span>
        ),
      },
      {
        key: 'payee',
        title: fieldName('expense', 'payee'),
        grow: true,
        width: 130,
        value: ({ payee }) => payee || null,
      },
      {
        key: 'budgetLine',
        title: fieldName('expense', 'budgetLineId'),
        width: 150,
        hidden: ofOneLine,
        value: ({ budgetLine }) => budgetLine,
      },
      {
        key: 'activity',
        title: fieldName('expense', 'activityId'),
        width: 130,
        sortable: false,
        value: ({ activity }) => activity || null,
      },
      {
        key: 'amount',
        title: fieldName('expense', 'amount'),
        width: 128,
        align: 'right',
        sortable: false,
        value: ({ amount, currency }) => units(amount, currency),
        render: ({ amount, currency }) => (amount === null ? '' : formatMoney(amount, currency, language)),
      },
      {
        key: 'inLine',
        title: t('money.expense.inLineTitle'),
        width: 128,
        align: 'right',
        value: ({ inLine, lineCurrency }) => units(inLine, lineCurrency),
        render: ({ inLine, lineCurrency, amount }) =>
          inLine === null ? (
            amount === null ? (
              ''
            ) : (
              <span style={{ color: 'var(--amber)' }}>{t('money.expense.withoutRate')}</span>
            )
          ) : (
            formatMoney(inLine, lineCurrency, language)
          ),
      },
      {
        key: 'outstanding',
        title: t('money.expense.outstanding'),
        width: 110,
        align: 'right',
        sortable: false,
        value: ({ outstanding, lineCurrency }) => units(outstanding, lineCurrency),
        render: ({ outstanding, lineCurrency }) =>
          outstanding === null ? '' : formatAmount(outstanding, lineCurrency, language),
      },
      {
        key: 'note',
        title: fieldName('expense', 'note'),
        width: 150,
        hidden: true,
        sortable: false,
        value: ({ note }) => note || null,
      },
    ],
    [t, fieldName, language, ofOneLine],
  );
};

/** What was promised and spent on the chosen line, of the chosen funder, or on all of the project. */
export const Expenses = ({
  projectId,
  funderId,
  line,
  hasLines,
  warnings,
  onWarnings,
  ask,
  onRows,
}: {
  projectId: string;
  funderId: string | null;
  line: BudgetLineView | null;
  hasLines: boolean;
  warnings: MoneyWarnings;
  onWarnings: (warnings: MoneyWarnings) => void;
  ask: (dialog: MoneyDialog) => void;
  /** Rows that were read, for the dialog that opens one of them. */
  onRows: (rows: readonly ExpenseRow[]) => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common', 'ui']);
  const { language } = useLanguage();
  const errorText = useErrorText();
  const exportList = useExportList();
  const { run, error } = useActs();
  const place = useRef<HTMLDivElement>(null);
  const [version, setVersion] = useState(0);
  const [sums, setSums] = useState<readonly { currency: string; amount: number }[]>([]);
  const lineId = line?.id ?? null;
  useWorkspaceChanges(({ rows }) => {
    if (Object.keys(rows).some((entity) => /^(?:expense|budgetLine|funder|attachment|project)/.test(entity)))
      setVersion((n) => n + 1);
  });
  const filter = useMemo(
    () => ({ ...expensesOf(projectId), budgetLineId: lineId, funderId: lineId === null ? funderId : null }),
    [projectId, lineId, funderId],
  );
  const load = useCallback(
    async (offset: number, limit: number, { sort }: PageQuery): Promise<GridPage<ExpenseRow>> => {
      const by = sorts[sort?.key ?? ''];
      const page = await client.projects.expenses({
        ...filter,
        ...(by !== undefined && { sort: { by, descending: sort?.descending === true } }),
        offset,
        limit,
      });
      setSums(page.sums);
      onRows(page.rows);
      return page;
    },
    [filter, onRows],
  );
  const columns = useColumns(line !== null);
  const add = (kind: 'spending' | 'commitment'): void => {
    if (lineId !== null) ask({ of: 'expense', lineId, kind, expenseId: null });
  };
  const open = ({ id, kind, budgetLineId }: ExpenseRow): void =>
    ask({ of: 'expense', lineId: budgetLineId, kind, expenseId: id });
  const remove = ({ id, document, payee, kind }: ExpenseRow): void =>
    ask({ of: 'remove', what: 'expense', id, name: document || payee || t(`vocabulary:expenseKind.${kind}`) });
  const grid = usePagedGrid<ExpenseRow>({
    id: line === null ? 'projects.expenses' : 'projects.lineExpenses',
    label: t('money.expenses'),
    columns,
    getRowId: ({ id }) => id,
    load,
    version,
    onOpen: open,
    menu: (row) => [
      { id: 'edit', label: t('common:action.edit'), keys: 'Enter', run: () => open(row) },
      { id: 'remove', label: t('common:action.remove'), keys: 'Del', danger: true, run: () => remove(row) },
    ],
    empty: hasLines
      ? line === null
        ? { text: t('money.noExpenses') }
        : {
            text: t('money.noExpensesOfLine'),
            action: { label: t('money.expense.new.spending'), run: () => add('spending') },
          }
      : { text: t('money.noLinesYet') },
  });
  const current = grid.current === null ? undefined : grid.rowsOf(new Set([grid.current]))[0];
  useKeys({ Del: current === undefined ? undefined : () => remove(current) }, { scope: place });

  const exportAll = (): void =>
    void run(async () => {
      const rows: ExpenseRow[] = [];
      for (let offset = 0; ; offset += filter.limit) {
        const page = await client.projects.expenses({ ...filter, offset });
        rows.push(...page.rows);
        if (rows.length >= page.total || page.rows.length === 0) break;
      }
      const shown = columns.filter(({ key }) => key !== 'amount');
      const table = {
        columns: [
          ...shown.map(({ title }) => title),
          t('money.expense.amount'),
          t('money.expense.currency'),
          t('money.expense.rate'),
        ],
        rows: rows.map((row) => [
          ...shown.map(({ value }) => value(row)),
          units(row.amount, row.currency),
          row.currency,
          row.rate === null ? null : row.rate / 1_000_000,
        ]),
        ids: rows.map(({ id }) => id),
      };
      await exportList(
        line === null ? t('money.expenses') : `${t('money.expenses')} ${line.code || line.title}`,
        table,
      );
    });
  const said = sums.map(({ currency, amount }) => formatMoney(amount, currency, language)).join(' + ');
  return (
    <div ref={place} style={{ display: 'flex', flexDirection: 'column', flex: '2 0 190px', minHeight: 0 }}>
      <div style={{ borderTop: '1px solid var(--line-strong)' }}>
        <Tools>
          <h2 style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {line === null ? t('money.expenses') : t('money.expensesOf', { line: `${line.code} ${line.title}`.trim() })}
          </h2>
          <span className="soft small">{said}</span>
          <Grow />
          <Button size="small" icon={<DownloadIcon />} disabled={grid.total === 0} onClick={exportAll}>
            {t('ui:grid.export')}
          </Button>
          <Button size="small" icon={<PlusIcon />} disabled={lineId === null} onClick={() => add('commitment')}>
            {t('money.expense.new.commitment')}
          </Button>
          <Button size="small" icon={<PlusIcon />} disabled={lineId === null} onClick={() => add('spending')}>
            {t('money.expense.new.spending')}
          </Button>
        </Tools>
      </div>
      {warnings.length === 0 ? null : (
        <div style={{ padding: '6px 16px', display: 'flex', flexDirection: 'column', gap: 4 }}>
          {warnings.map(({ code, params }, at) => (
            <Notice
              key={code}
              tone="amber"
              action={
                at > 0 ? undefined : (
                  <IconButton
                    size="small"
                    label={t('common:action.close')}
                    icon={<CloseIcon size={13} />}
                    onClick={() => onWarnings([])}
                  />
                )
              }
            >
              {errorText(new AppError(code, params))}
            </Notice>
          ))}
        </div>
      )}
      <ErrorBar error={error} />
      <DataGrid grid={grid} />
    </div>
  );
};

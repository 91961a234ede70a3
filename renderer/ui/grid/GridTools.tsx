import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { ColumnsIcon, ReportsIcon } from '../icons.tsx';
import { MenuButton } from '../Menu.tsx';
import type { Grid } from './gridTypes.ts';

/** Which column makes the groups. */
export const GridGroup = <Row,>({ grid }: { grid: Grid<Row> }) => {
  const { t } = useTranslation('ui');
  const columns = grid.options.columns.filter((column) => column.groupable === true);
  const now = columns.find((column) => column.key === grid.group);
  if (columns.length === 0) return null;
  return (
    <>
      <span className="soft small">{t('grid.group')}:</span>
      <MenuButton
        size="small"
        label={now === undefined ? t('grid.noGroup') : (now.groupTitle ?? now.title)}
        items={[
          { id: '', label: t('grid.noGroup'), checked: grid.group === null, run: () => grid.setGroup(null) },
          ...columns.map((column) => ({
            id: column.key,
            label: column.groupTitle ?? column.title,
            checked: column.key === grid.group,
            run: () => grid.setGroup(column.key),
          })),
        ]}
      />
    </>
  );
};

/** Which columns are shown. */
export const GridColumns = <Row,>({ grid }: { grid: Grid<Row> }) => {
  const { t } = useTranslation('ui');
  const { columns } = grid.options;
  const lastOne = columns.length - grid.hidden.size <= 1;
  return (
    <MenuButton
      size="small"
      iconOnly
      variant="plain"
      icon={<ColumnsIcon />}
      label={t('grid.columns')}
      items={columns.map((column) => ({
        id: column.key,
        label: column.title,
        checked: !grid.hidden.has(column.key),
        disabled:
          (column.key === grid.group && column.keptWhenGrouped !== true) || (lastOne && !grid.hidden.has(column.key)),
        run: () => grid.setHidden(column.key, !grid.hidden.has(column.key)),
      }))}
    />
  );
};

/** Hands the list as shown to the area, which makes a worksheet of it. */
export const GridExport = <Row,>({ grid }: { grid: Grid<Row> }) => {
  const { t } = useTranslation('ui');
  const { onExport } = grid.options;
  if (onExport === undefined) return null;
  return (
    <Button
      size="small"
      icon={<ReportsIcon />}
      disabled={grid.shown === 0}
      onClick={() => onExport(grid.table(grid.marked.size > 0 ? grid.marked : undefined))}
    >
      {t('grid.export')}
    </Button>
  );
};

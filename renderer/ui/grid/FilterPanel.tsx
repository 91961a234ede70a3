import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { ChoiceList } from '../ChoiceList.tsx';
import { DateField } from '../DateField.tsx';
import { TextInput } from '../TextInput.tsx';
import { useFigure } from '../window/figures.ts';
import type { Grid, GridColumn, GridFilter } from './gridTypes.ts';

const Panel = styled('div')({ width: 280, padding: 12, display: 'flex', flexDirection: 'column', gap: 10 });

type PanelProps<Row> = { grid: Grid<Row>; column: GridColumn<Row>; now: GridFilter | undefined };

const ChoicePanel = <Row,>({ grid, column, now }: PanelProps<Row>) => {
  const chosen = now?.kind === 'choice' ? now.values : [];
  const { t } = useTranslation('ui');
  const figure = useFigure();
  return (
    <ChoiceList
      label={column.title}
      options={grid.choicesOf(column.key).map(({ value, count }) => ({
        value,
        label: value === '' ? t('filter.empty') : value,
        note: figure(count),
      }))}
      chosen={chosen}
      onChange={(values) =>
        grid.setFilter(column.key, values.length === 0 ? null : { key: column.key, kind: 'choice', values })
      }
    />
  );
};

const TextPanel = <Row,>({ grid, column, now }: PanelProps<Row>) => {
  const { t } = useTranslation('ui');
  return (
    <TextInput
      label={t('filter.contains')}
      takesFocus
      value={now?.kind === 'text' ? now.text : ''}
      onChange={(text) => grid.setFilter(column.key, text === '' ? null : { key: column.key, kind: 'text', text })}
    />
  );
};

const DayPanel = <Row,>({ grid, column, now }: PanelProps<Row>) => {
  const { t } = useTranslation('ui');
  const period = now?.kind === 'day' ? now : { from: null, to: null };
  const set = (part: { from?: string | null; to?: string | null }): void => {
    const { from, to } = { ...period, ...part };
    grid.setFilter(column.key, from === null && to === null ? null : { key: column.key, kind: 'day', from, to });
  };
  return (
    <>
      <DateField label={t('filter.from')} value={period.from} onChange={(from) => set({ from })} takesFocus />
      <DateField label={t('filter.to')} value={period.to} onChange={(to) => set({ to })} />
    </>
  );
};

/** Sets the condition on one column; it is in force at once. */
export const FilterPanel = <Row,>({
  grid,
  column,
  onClose,
}: {
  grid: Grid<Row>;
  column: GridColumn<Row>;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['ui', 'common']);
  const now = grid.filters.find((filter) => filter.key === column.key);
  const panel = { grid, column, now };
  return (
    <Panel>
      {column.filter === 'choice' ? <ChoicePanel {...panel} /> : null}
      {column.filter === 'text' ? <TextPanel {...panel} /> : null}
      {column.filter === 'day' ? <DayPanel {...panel} /> : null}
      <div style={{ display: 'flex', gap: 6, justifyContent: 'flex-end' }}>
        <Button
          size="small"
          disabled={now === undefined}
          onClick={() => {
            grid.setFilter(column.key, null);
            onClose();
          }}
        >
          {t('common:action.clearFilter')}
        </Button>
        <Button size="small" variant="primary" onClick={onClose}>
          {t('common:action.ok')}
        </Button>
      </div>
    </Panel>
  );
};

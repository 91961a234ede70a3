import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import ButtonBase from '@mui/material/ButtonBase';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import { useKeys } from '../window/keys.ts';
import { useLanguage } from '../window/language.ts';
import { FilterChip } from '../Chip.tsx';
import { PlusIcon } from '../icons.tsx';
import { Menu } from '../Menu.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { filterValueWords } from './filterWords.ts';
import type { Grid, GridColumn } from './gridTypes.ts';

const AddChip = styled(ButtonBase)({
  gap: 5,
  height: 26,
  padding: '0 10px',
  borderRadius: 13,
  border: '1px dashed var(--line-strong)',
  background: 'var(--surface)',
  color: 'var(--soft)',
  fontSize: 12,
  '&:hover': { background: 'var(--bg)' },
  '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
});

/** The conditions in force as chips, and the button that adds one (F). */
export const GridFilters = <Row,>({ grid }: { grid: Grid<Row> }) => {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const add = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [edited, setEdited] = useState<{ column: GridColumn<Row>; anchor: HTMLElement }>();
  const columns = grid.options.columns.filter((column) => column.filter !== undefined);
  useKeys({ F: () => setChoosing(true) }, { enabled: columns.length > 0 });
  if (columns.length === 0) return null;
  const anchor = add.current;
  return (
    <>
      {grid.filters.map((filter) => {
        const column = columns.find((one) => one.key === filter.key);
        if (column === undefined) return null;
        return (
          <FilterChip
            key={filter.key}
            name={column.title}
            value={filterValueWords(filter, t('filter.empty'), (day) => formatDay(day, language))}
            onRemove={() => grid.setFilter(filter.key, null)}
            onOpen={(element) => setEdited({ column, anchor: element })}
          />
        );
      })}
      <AddChip ref={add} aria-haspopup="menu" aria-expanded={choosing} onClick={() => setChoosing(true)}>
        <PlusIcon size={13} />
        {t('filter.add')}
      </AddChip>
      <Menu
        label={t('filter.which')}
        place={choosing && anchor !== null ? { element: anchor } : null}
        onClose={() => setChoosing(false)}
        items={columns.map((column) => ({
          id: column.key,
          label: column.title,
          run: () => {
            if (anchor !== null) setEdited({ column, anchor });
          },
        }))}
      />
      <Popover
        open={edited !== undefined}
        anchorEl={edited?.anchor ?? null}
        onClose={() => setEdited(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { mt: '4px' }, role: 'dialog', 'aria-label': edited?.column.title ?? '' } }}
      >
        {edited === undefined ? null : (
          <FilterPanel grid={grid} column={edited.column} onClose={() => setEdited(undefined)} />
        )}
      </Popover>
    </>
  );
};

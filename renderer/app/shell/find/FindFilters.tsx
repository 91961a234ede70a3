import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchAreas } from '../../../../shared/contract/search.ts';
import { Button } from '../../../ui/Button.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { orpc } from '../../../ui/core/client.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ChevronDownIcon, ChevronUpIcon } from '../../../ui/icons.tsx';
import { isNarrowed, noConditions, toggleArea, type Conditions, type SearchArea } from './conditions.ts';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: '7px 12px',
  borderBottom: '1px solid var(--line)',
  flex: 'none',
});

const Toggle = styled('button')({
  height: 26,
  padding: '0 10px',
  borderRadius: 13,
  border: '1px solid var(--line-strong)',
  background: 'var(--surface)',
  fontSize: 12,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  '&:hover': { background: 'var(--bg)' },
  '&[aria-pressed=true]': {
    background: 'var(--ink-soft)',
    borderColor: 'var(--ink)',
    color: 'var(--ink-text)',
    fontWeight: 600,
  },
});

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(180px, 2fr) minmax(120px, 1fr) minmax(120px, 1fr)',
  gap: 10,
  padding: '8px 12px 12px',
  borderBottom: '1px solid var(--line)',
  flex: 'none',
  '@media (max-width: 560px)': { gridTemplateColumns: '1fr 1fr' },
});

/** What an area is called, files kept with records among them. */
export const useAreaName = (): ((area: SearchArea) => string) => {
  const { t } = useTranslation(['search', 'common']);
  return (area) => (area === 'files' ? t('search:section.files') : t(`common:area.${area}`));
};

/** The working group and the days: what is asked for less often. */
const MoreConditions = (props: { conditions: Conditions; onChange: (conditions: Conditions) => void }) => {
  const { conditions, onChange } = props;
  const { t } = useTranslation('search');
  const { data: groups = [] } = useQuery(orpc.directory.groups.queryOptions());
  const { from, until } = conditions;
  const inOrder = from === null || until === null || from <= until;
  return (
    <Fields>
      <Combobox
        label={t('filter.group')}
        placeholder={t('filter.anyGroup')}
        value={conditions.group}
        options={groups.map(({ id, name }) => ({ id, label: name }))}
        onChange={(group) =>
          onChange({ ...conditions, group: group === null ? null : { id: group.id, label: group.label } })
        }
      />
      <DateField
        label={t('filter.from')}
        value={from}
        error={inOrder ? undefined : t('filter.order')}
        onChange={(day) => onChange({ ...conditions, from: day })}
      />
      <DateField label={t('filter.until')} value={until} onChange={(day) => onChange({ ...conditions, until: day })} />
    </Fields>
  );
};

/** Where to search: areas as buttons that stay pressed, group and dates behind one more. */
export const FindFilters = (props: { conditions: Conditions; onChange: (conditions: Conditions) => void }) => {
  const { conditions, onChange } = props;
  const { t } = useTranslation('search');
  const areaName = useAreaName();
  const { group, from, until } = conditions;
  const set = [group, from, until].filter((value) => value !== null).length;
  const [open, setOpen] = useState(set > 0);
  return (
    <>
      <Row role="group" aria-label={t('filter.areas')}>
        {searchAreas.map((area, index) => (
          <Toggle
            key={area}
            type="button"
            aria-pressed={conditions.areas.includes(area)}
            aria-keyshortcuts={`Alt+${index + 1}`}
            onClick={() => onChange(toggleArea(conditions, area))}
          >
            {areaName(area)}
          </Toggle>
        ))}
        <Toggle type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('filter.more')}
          {set > 0 ? ` · ${set}` : ''} {open ? <ChevronUpIcon size={11} /> : <ChevronDownIcon size={11} />}
        </Toggle>
        {isNarrowed(conditions) ? (
          <Button size="small" variant="bare" onClick={() => onChange(noConditions)}>
            {t('filter.clear')}
          </Button>
        ) : null}
      </Row>
      {open ? <MoreConditions conditions={conditions} onChange={onChange} /> : null}
    </>
  );
};

import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityStates } from '../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { activityKinds } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { CalendarIcon, SearchIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { formatDay } from '../../../shared/dates.ts';
import type { Conditions } from './conditions.ts';

const Narrow = styled('div')({ flex: '1 1 120px', maxWidth: 168, minWidth: 0 });

const all = 'all';

type Props = { project: ProjectDetail; conditions: Conditions; onChange: (patch: Partial<Conditions>) => void };

/** From which day until which the days of an activity must touch. */
const DaysDialog = ({ conditions, onChange, onClose }: Omit<Props, 'project'> & { onClose: () => void }) => {
  const { t } = useTranslation(['projects', 'common']);
  const [from, setFrom] = useState(conditions.from);
  const [until, setUntil] = useState(conditions.until);
  const backwards = from !== null && until !== null && until < from;
  return (
    <Dialog
      open
      width={440}
      title={t('activity.filter.days')}
      onClose={onClose}
      onSubmit={() => {
        onChange({ from, until });
        onClose();
      }}
      submitLabel={t('common:action.apply')}
      submitDisabled={backwards}
    >
      <FormGrid>
        <DateField label={t('activity.filter.from')} takesFocus value={from} onChange={setFrom} />
        <DateField
          label={t('activity.filter.until')}
          value={until}
          onChange={setUntil}
          error={backwards ? t('activity.endBeforeStart') : undefined}
        />
      </FormGrid>
    </Dialog>
  );
};

/** What the activities are narrowed to: kind, state, line, territory, days, words. */
export const FilterBar = ({ project, conditions, onChange }: Props) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const [asksDays, setAsksDays] = useState(false);
  const { kinds, states, from, until } = conditions;
  const several = (count: number): string => t('activity.filter.several', { count });
  const period = [from, until].map((day) => (day === null ? '…' : formatDay(day, language))).join(' – ');
  return (
    <>
      <Narrow>
        <Select
          label={t('activity.col.kind')}
          labelHidden
          value={kinds.length > 1 ? 'several' : (kinds[0] ?? all)}
          onChange={(value) => onChange({ kinds: activityKinds.filter((kind) => kind === value) })}
          options={[
            { value: all, label: t('activity.filter.allKinds') },
            ...activityKinds.map((kind) => ({ value: kind, label: t(`vocabulary:activityKind.${kind}`) })),
            ...(kinds.length > 1 ? [{ value: 'several', label: several(kinds.length) }] : []),
          ]}
        />
      </Narrow>
      <Narrow>
        <Select
          label={t('activity.filter.state')}
          labelHidden
          value={states.length > 1 ? 'several' : (states[0] ?? all)}
          onChange={(value) => onChange({ states: activityStates.filter((state) => state === value) })}
          options={[
            { value: all, label: t('activity.filter.allStates') },
            ...activityStates.map((state) => ({ value: state, label: t(`vocabulary:activityState.${state}`) })),
            ...(states.length > 1 ? [{ value: 'several', label: several(states.length) }] : []),
          ]}
        />
      </Narrow>
      {project.lines.length === 0 ? null : (
        <Narrow>
          <Select
            label={t('activity.col.line')}
            labelHidden
            value={conditions.lineId ?? all}
            onChange={(value) => onChange({ lineId: value === all ? null : value })}
            options={[
              { value: all, label: t('activity.filter.allLines') },
              ...project.lines.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
            ]}
          />
        </Narrow>
      )}
      <Narrow>
        <TerritoryField
          label={t('activity.filter.territory')}
          labelHidden
          value={conditions.territory}
          onChange={(territory) => onChange({ territory })}
        />
      </Narrow>
      {from === null && until === null ? (
        <Button icon={<CalendarIcon size={13} />} onClick={() => setAsksDays(true)}>
          {t('activity.filter.days')}
        </Button>
      ) : (
        <FilterChip
          name={t('activity.filter.days')}
          value={period}
          onOpen={() => setAsksDays(true)}
          onRemove={() => onChange({ from: null, until: null })}
        />
      )}
      <Narrow>
        <TextInput
          label={t('activity.filter.search')}
          labelHidden
          type="search"
          leading={<SearchIcon size={13} />}
          placeholder={t('activity.filter.search')}
          value={conditions.text}
          onChange={(text) => onChange({ text })}
        />
      </Narrow>
      {asksDays ? <DaysDialog conditions={conditions} onChange={onChange} onClose={() => setAsksDays(false)} /> : null}
    </>
  );
};

import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decisionStates } from '../../../shared/rules/decisionStatus.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { ChoiceList } from '../../ui/ChoiceList.tsx';
import { orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import {
  duePeriodOf,
  duePeriods,
  isInForce,
  without,
  yearOf,
  yearPeriod,
  type ConditionKind,
  type Conditions,
} from './registerFilter.ts';

const Panel = styled('div')({ width: 290, padding: 12, display: 'flex', flexDirection: 'column', gap: 10 });
const Quick = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 });

type EditorProps = { conditions: Conditions; onChange: (conditions: Conditions) => void };

/** As many years are offered to choose by one press; older ones by the days. */
const yearsOffered = 6;

const HeldEditor = ({ conditions, onChange }: EditorProps) => {
  const { t } = useTranslation('decisions');
  const { data } = useQuery(orpc.decisions.registerChoices.queryOptions());
  const chosen = yearOf(conditions.heldFrom, conditions.heldUntil);
  const years = (data?.years ?? []).toSorted((a, b) => b - a).slice(0, yearsOffered);
  return (
    <>
      <Quick role="group" aria-label={t('filter.year')}>
        {years.map((year) => (
          <Button
            key={year}
            size="small"
            pressed={year === chosen}
            onClick={() =>
              onChange(year === chosen ? without(conditions, 'held') : { ...conditions, ...yearPeriod(year) })
            }
          >
            {year}
          </Button>
        ))}
      </Quick>
      <DateField
        label={t('filter.from')}
        value={conditions.heldFrom}
        onChange={(heldFrom) => onChange({ ...conditions, heldFrom })}
        takesFocus
      />
      <DateField
        label={t('filter.to')}
        value={conditions.heldUntil}
        onChange={(heldUntil) => onChange({ ...conditions, heldUntil })}
      />
    </>
  );
};

const DueEditor = ({ conditions, onChange }: EditorProps) => {
  const { t } = useTranslation('decisions');
  const today = useToday();
  return (
    <>
      <Quick>
        {duePeriods.map((period) => {
          const days = duePeriodOf(period, today);
          const chosen = conditions.dueFrom === days.dueFrom && conditions.dueUntil === days.dueUntil;
          return (
            <Button
              key={period}
              size="small"
              pressed={chosen}
              onClick={() => onChange(chosen ? without(conditions, 'due') : { ...conditions, ...days })}
            >
              {t(`filter.${period}`)}
            </Button>
          );
        })}
      </Quick>
      <DateField
        label={t('filter.from')}
        value={conditions.dueFrom}
        onChange={(dueFrom) => onChange({ ...conditions, dueFrom })}
        takesFocus
      />
      <DateField
        label={t('filter.to')}
        value={conditions.dueUntil}
        onChange={(dueUntil) => onChange({ ...conditions, dueUntil })}
      />
    </>
  );
};

const repeatingOf = { all: null, repeating: true, once: false } as const;
type Repeating = keyof typeof repeatingOf;

const Editor = ({ kind, conditions, onChange }: EditorProps & { kind: ConditionKind }) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { data: choices } = useQuery(orpc.decisions.registerChoices.queryOptions());
  const named = (of: readonly { id: string; name: string }[] | undefined) =>
    (of ?? []).map(({ id, name }) => ({ value: id, label: name }));
  switch (kind) {
    case 'group':
      return (
        <ChoiceList
          label={t('filter.group')}
          options={named(choices?.groups)}
          chosen={conditions.groupIds}
          onChange={(groupIds) => onChange({ ...conditions, groupIds })}
        />
      );
    case 'assignee':
      return (
        <ChoiceList
          label={t('filter.assignee')}
          options={named(choices?.organisations)}
          chosen={conditions.organisationIds}
          onChange={(organisationIds) => onChange({ ...conditions, organisationIds })}
        />
      );
    case 'state':
      return (
        <ChoiceList
          label={t('filter.state')}
          options={decisionStates.map((value) => ({ value, label: t(`vocabulary:executionStatus.${value}`) }))}
          chosen={conditions.states}
          onChange={(states) => onChange({ ...conditions, states })}
        />
      );
    case 'held':
      return <HeldEditor conditions={conditions} onChange={onChange} />;
    case 'due':
      return <DueEditor conditions={conditions} onChange={onChange} />;
    case 'repeating':
      return (
        <Segmented<Repeating>
          label={t('filter.repeating')}
          full
          value={conditions.repeating === null ? 'all' : conditions.repeating ? 'repeating' : 'once'}
          onChange={(value) => onChange({ ...conditions, repeating: repeatingOf[value] })}
          options={[
            { value: 'all', label: t('filter.any') },
            { value: 'repeating', label: t('filter.repeatingOnly') },
            { value: 'once', label: t('filter.onceOnly') },
          ]}
        />
      );
    case 'text':
      return (
        <TextInput
          label={t('filter.textLabel')}
          value={conditions.text}
          onChange={(text) => onChange({ ...conditions, text })}
          maxLength={2000}
          takesFocus
        />
      );
    case 'meeting':
      return null;
  }
};

/** Sets one condition; it is in force at once. */
export const ConditionEditor = ({
  kind,
  conditions,
  onChange,
  onClose,
}: EditorProps & { kind: ConditionKind; onClose: () => void }) => {
  const { t } = useTranslation('common');
  return (
    <Panel>
      <Editor kind={kind} conditions={conditions} onChange={onChange} />
      <div style={{ display: 'flex', gap: 6, justifyContent: 'flex-end' }}>
        <Button
          size="small"
          disabled={!isInForce(conditions, kind)}
          onClick={() => {
            onChange(without(conditions, kind));
            onClose();
          }}
        >
          {t('action.clearFilter')}
        </Button>
        <Button size="small" variant="primary" onClick={onClose}>
          {t('action.ok')}
        </Button>
      </div>
    </Panel>
  );
};

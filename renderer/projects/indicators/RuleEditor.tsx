import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CountRule } from '../../../shared/rules/counted.ts';
import {
  activityKinds,
  countedThings,
  meetingKinds,
  participantDimensions,
  type CountedThing,
} from '../../../shared/vocabulary.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { MultiCombobox } from '../../ui/Combobox.tsx';
import { orpc } from '../../ui/core/client.ts';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useKeyWords } from './useKeyWords.ts';
import { useRuleWords } from './useRuleWords.ts';

const none = 'none';
const entered = 'entered';

/** A rule that counts everything of a kind of record. */
const startOf: Record<CountedThing, CountRule> = {
  activities: { count: 'activities', kinds: [], territory: null },
  meetings: { count: 'meetings', groupId: null, kinds: [] },
  participants: { count: 'participants', kinds: [], dimension: null, key: '', territory: null },
  decisions: { count: 'decisions', groupId: null, done: false },
  communities: { count: 'communities', kinds: [], territory: null },
};

/** Several of a closed list; none of them means all. */
const KindsField = <Kind extends string>({
  label,
  all,
  word,
  value,
  onChange,
}: {
  label: string;
  all: readonly Kind[];
  word: (kind: Kind) => string;
  value: readonly Kind[];
  onChange: (kinds: Kind[]) => void;
}) => {
  const { t } = useTranslation('projects');
  return (
    <MultiCombobox
      label={label}
      hint={value.length === 0 ? t('indicators.rule.allKinds') : undefined}
      full
      options={all.map((kind) => ({ id: kind, label: word(kind) }))}
      value={value.map((kind) => ({ id: kind, label: word(kind) }))}
      onChange={(chosen) => onChange(all.filter((kind) => chosen.some(({ id }) => id === kind)))}
    />
  );
};

/** How an indicator gets its values: entered by hand, or counted from the records by a rule that is told in words. */
export const RuleEditor = ({
  rule,
  onChange,
  error,
}: {
  rule: CountRule | null;
  onChange: (rule: CountRule | null) => void;
  error: string | undefined;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const keys = useKeyWords();
  const words = useRuleWords(rule);
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  return (
    <>
      <Select
        label={t('indicators.rule.how')}
        value={rule?.count ?? entered}
        onChange={(what) => onChange(what === entered ? null : startOf[what])}
        error={error}
        options={[
          { value: entered, label: t('indicators.rule.entered') },
          ...countedThings.map((value) => ({
            value,
            label: t('indicators.rule.counting', { what: t(`indicators.rule.what.${value}`) }),
          })),
        ]}
      />
      {rule === null ? null : (
        <FormGrid>
          {rule.count === 'activities' || rule.count === 'participants' || rule.count === 'communities' ? (
            <>
              <KindsField
                label={t('indicators.rule.activityKinds')}
                all={activityKinds}
                word={(kind) => t(`vocabulary:activityKind.${kind}`)}
                value={rule.kinds}
                onChange={(kinds) => onChange({ ...rule, kinds })}
              />
              <TerritoryField
                label={t('indicators.rule.territory')}
                hint={t('indicators.rule.territoryHint')}
                full={rule.count !== 'participants'}
                value={rule.territory}
                onChange={(territory) => onChange({ ...rule, territory })}
              />
            </>
          ) : null}
          {rule.count === 'meetings' ? (
            <KindsField
              label={t('indicators.rule.meetingKinds')}
              all={meetingKinds}
              word={(kind) => t(`vocabulary:meetingKind.${kind}`)}
              value={rule.kinds}
              onChange={(kinds) => onChange({ ...rule, kinds })}
            />
          ) : null}
          {rule.count === 'participants' ? (
            <>
              <Select
                label={t('indicators.rule.dimension')}
                value={rule.dimension ?? none}
                onChange={(dimension) =>
                  onChange({ ...rule, dimension: dimension === none ? null : dimension, key: '' })
                }
                options={[
                  { value: none, label: t('indicators.rule.everybody') },
                  ...participantDimensions.map((value) => ({
                    value,
                    label: t(`vocabulary:participantDimension.${value}`),
                  })),
                ]}
              />
              {rule.dimension === null ? null : (
                <Select
                  label={t('indicators.rule.key')}
                  full
                  value={rule.key === '' ? null : rule.key}
                  onChange={(key) => onChange({ ...rule, key })}
                  options={keys.all(rule.dimension).map(({ key, name }) => ({ value: key, label: name }))}
                />
              )}
            </>
          ) : null}
          {rule.count === 'meetings' || rule.count === 'decisions' ? (
            <Select
              label={t('indicators.rule.group')}
              full
              value={rule.groupId ?? none}
              onChange={(groupId) => onChange({ ...rule, groupId: groupId === none ? null : groupId })}
              options={[
                { value: none, label: t('indicators.rule.projectGroup') },
                ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          ) : null}
          {rule.count === 'decisions' ? (
            <Checkbox
              label={t('indicators.rule.done')}
              checked={rule.done}
              onChange={(done) => onChange({ ...rule, done })}
            />
          ) : null}
        </FormGrid>
      )}
      {rule === null ? null : <Notice>{words}</Notice>}
    </>
  );
};

import { useTranslation } from 'react-i18next';
import type { GroupDetail, groupFields } from '../../../shared/contract/directory.ts';
import type * as z from 'zod';
import { languageNames, languages } from '../../../shared/languages.ts';
import { requiredSeats } from '../../../shared/rules/quorum.ts';
import { numberingPeriods, quorumKinds } from '../../../shared/vocabulary.ts';
import { client } from '../../ui/core/client.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { useToday } from '../../ui/window/today.ts';
import { recordFields } from '../../ui/saved/recordFields.ts';
import { SavedDay, SavedOrganisation, SavedSelect, SavedTerritory } from '../../ui/saved/SavedChoice.tsx';
import { SavedNumber, SavedText } from '../../ui/saved/SavedText.tsx';
import { NumberingPattern } from './NumberingPattern.tsx';
import { QuorumMeaning, votersOf } from './QuorumMeaning.tsx';

type Editable = z.infer<typeof groupFields>;

/** What a choice needs beside it, so that no half of a rule is ever stored. */
const completed = (patch: Partial<Editable>, group: GroupDetail, today: string): Partial<Editable> => ({
  ...patch,
  ...(patch.quorumKind === 'fixed' && group.quorumFixed === null
    ? { quorumFixed: requiredSeats({ kind: 'majority' }, votersOf(group, today).count) }
    : {}),
  ...(patch.numberingPeriod === 'term' && group.termStartsOn === null
    ? { termStartsOn: `${today.slice(0, 4)}-01-01` }
    : {}),
});

/** Name, legal basis and the rules of a group, each saved as it is left. */
export const GroupFacts = ({ group, refetch }: { group: GroupDetail; refetch: () => Promise<unknown> }) => {
  const { t } = useTranslation(['directory', 'vocabulary']);
  const { fieldName } = useRecordWords();
  const today = useToday();
  const label = (field: string): string => fieldName('workingGroup', field);
  const field = recordFields<Editable>({
    name: `workingGroup.${group.id}`,
    record: group,
    clocks: group.clocks,
    registers: {
      quorumKind: 'quorum',
      quorumFixed: 'quorum',
      numberingPattern: 'numbering',
      numberingPeriod: 'numbering',
      termStartsOn: 'numbering',
    },
    write: (patch, base) => client.directory.updateGroup({ id: group.id, patch: completed(patch, group, today), base }),
    refetch,
  });
  return (
    <>
      <Section title={t('group.quorum')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <SavedSelect
            label={label('quorumKind')}
            field={field('quorumKind')}
            options={quorumKinds.map((value) => ({ value, label: t(`vocabulary:quorumKind.${value}`) }))}
          />
          {group.quorumKind === 'fixed' ? (
            <SavedNumber label={label('quorumFixed')} field={field('quorumFixed')} min={1} max={500} />
          ) : null}
          <QuorumMeaning group={group} />
        </FormGrid>
      </Section>
      <Section title={t('group.numbering')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <NumberingPattern group={group} field={field('numberingPattern')} />
          <SavedSelect
            label={label('numberingPeriod')}
            field={field('numberingPeriod')}
            options={numberingPeriods.map((value) => ({ value, label: t(`vocabulary:numberingPeriod.${value}`) }))}
          />
          {group.numberingPeriod === 'term' ? (
            <SavedDay label={label('termStartsOn')} field={field('termStartsOn')} />
          ) : null}
        </FormGrid>
      </Section>
      <Section title={t('group.about')}>
        <FormGrid columns={1} sx={{ rowGap: '8px' }}>
          <SavedText label={label('name')} field={field('name')} required />
          {group.language === 'uk' ? (
            <SavedText label={label('nameGenitive')} hint={t('group.genitiveHint')} field={field('nameGenitive')} />
          ) : null}
          <SavedText label={label('shortName')} hint={t('group.shortNameHint')} field={field('shortName')} />
          <SavedText label={label('legalBasis')} hint={t('group.legalBasisHint')} field={field('legalBasis')} />
          <SavedOrganisation label={label('organisationId')} field={field('organisationId')} />
          <SavedTerritory label={label('territory')} field={field('territory')} />
          <SavedText label={label('place')} field={field('place')} />
          <SavedSelect
            label={t('group.language')}
            field={field('language')}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </FormGrid>
      </Section>
    </>
  );
};

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '../../../shared/contract/directory.ts';
import { foldName } from '../../../shared/rules/fold.ts';
import { organisationKinds, type OrganisationKind } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';

const empty = { name: '', shortName: '', email: '', phone: '' };

type Words = typeof empty;

/** A new organisation; says where one of that name is there already. */
export const AddOrganisationDialog = (props: {
  organisations: readonly OrganisationRow[];
  onClose: () => void;
  onAdded: (id: string) => void;
}) => {
  const { organisations, onClose, onAdded } = props;
  const { t } = useTranslation(['directory', 'vocabulary', 'common']);
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [words, setWords] = useState<Words>(empty);
  const [kind, setKind] = useState<OrganisationKind>('other');
  const [territory, setTerritory] = useState<string | null>(null);
  const label = (field: string): string => fieldName('organisation', field);
  const namesakes = useMemo(() => {
    const key = foldName(words.name);
    return key === ''
      ? []
      : organisations.filter((one) => foldName(one.name) === key || foldName(one.shortName) === key);
  }, [organisations, words.name]);
  const text = (field: keyof Words) => ({
    label: label(field),
    value: words[field],
    onChange: (value: string) => setWords((now) => ({ ...now, [field]: value })),
    error: errorField(error) === field ? errorText(error) : undefined,
  });
  const add = async (): Promise<void> => {
    const fields = { ...words, name: words.name.trim(), shortName: words.shortName.trim(), kind, territory };
    const added = await run(() => client.directory.addOrganisation(fields));
    if (added !== undefined) onAdded(added.id);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('organisation.add')}
      submitLabel={t('common:action.add')}
      submitting={running}
      submitDisabled={words.name.trim() === ''}
      error={errorField(error) === undefined ? error : undefined}
      onSubmit={() => void add()}
    >
      <FormGrid>
        <TextInput full required takesFocus {...text('name')} />
        <TextInput {...text('shortName')} />
        <Select
          label={label('kind')}
          value={kind}
          onChange={setKind}
          options={organisationKinds.map((value) => ({ value, label: t(`vocabulary:organisationKind.${value}`) }))}
        />
        <TerritoryField full label={label('territory')} value={territory} onChange={setTerritory} />
        <TextInput type="email" {...text('email')} />
        <TextInput type="tel" {...text('phone')} />
      </FormGrid>
      {namesakes.map((one) => (
        <Notice
          key={one.id}
          tone="amber"
          action={
            <Button size="small" onClick={() => onAdded(one.id)}>
              {t('person.openNamesake')}
            </Button>
          }
        >
          {t('organisation.namesake', { name: one.name })}
        </Notice>
      ))}
    </Dialog>
  );
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, type Language } from '../../../shared/languages.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useWorkspaceState } from '../../ui/core/workspaceState.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';

/** A new working group: its name and language; the rest is set on its page. */
export const AddGroupDialog = ({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) => {
  const { t } = useTranslation(['directory', 'common']);
  const { fieldName } = useRecordWords();
  const { run, error, running } = useActs();
  const { state } = useWorkspaceState();
  const { language: shown } = useLanguage();
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const [language, setLanguage] = useState<Language>(shown);
  const [territory, setTerritory] = useState<string | null>(state?.workspace?.territory ?? null);
  const label = (field: string): string => fieldName('workingGroup', field);
  const add = async (): Promise<void> => {
    const organisationId = state?.workspace?.agencyId ?? null;
    const fields = { name: name.trim(), shortName: shortName.trim(), language, territory, organisationId };
    const added = await run(() => client.directory.addGroup(fields));
    if (added !== undefined) onAdded(added.id);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={560}
      title={t('group.add')}
      submitLabel={t('common:action.create')}
      submitting={running}
      submitDisabled={name.trim() === ''}
      error={error}
      onSubmit={() => void add()}
    >
      <FormGrid>
        <TextInput full required takesFocus label={label('name')} value={name} onChange={setName} />
        <TextInput
          label={label('shortName')}
          hint={t('group.shortNameHint')}
          value={shortName}
          onChange={setShortName}
        />
        <Select
          label={t('group.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <TerritoryField full label={label('territory')} value={territory} onChange={setTerritory} />
      </FormGrid>
    </Dialog>
  );
};

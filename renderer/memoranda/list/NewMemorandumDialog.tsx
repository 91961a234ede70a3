import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { languageNames, languages, type Language } from '../../../shared/languages.ts';
import { RadioCards } from '../../ui/Choice.tsx';
import type { Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { MemorandumField, useMemorandumOption } from '../fields/MemorandumField.tsx';
import { OrganisationsField } from '../../ui/directory/DirectoryFields.tsx';

type Source = 'template' | 'blank' | 'memorandum';

const noGroup = 'none';
const fields = ['title', 'language', 'groupId', 'organisationIds', 'copyFrom', 'supersedesId'];

/** A new memorandum: what it is about, between whom, and what its text begins with. */
export const NewMemorandumDialog = ({ copyOf = null, onClose }: { copyOf?: string | null; onClose: () => void }) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const navigate = useNavigate();
  const { language: shown } = useLanguage();
  const errorText = useErrorText();
  const { run, error, running } = useActs();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(shown);
  const [groupId, setGroupId] = useState(noGroup);
  const [parties, setParties] = useState<string[]>([]);
  const [from, setFrom] = useState<Source>(copyOf === null ? 'template' : 'memorandum');
  const first = useMemorandumOption(copyOf);
  const [chosenCopy, setCopy] = useState<Option | null>();
  const copy = chosenCopy === undefined ? first : chosenCopy;
  const [supersedes, setSupersedes] = useState<Option | null>(null);
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const create = async (): Promise<void> => {
    const made = await run(() =>
      client.memoranda.create({
        title: title.trim(),
        language,
        groupId: groupId === noGroup ? null : groupId,
        from,
        copyFrom: from === 'memorandum' ? (copy?.id ?? null) : null,
        supersedesId: supersedes?.id ?? null,
        organisationIds: parties,
      }),
    );
    if (made !== undefined) void navigate(`/memoranda/${made.id}`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={640}
      title={t('new.title')}
      submitLabel={t('common:action.create')}
      submitting={running}
      submitDisabled={title.trim() === '' || (from === 'memorandum' && copy === null)}
      error={fields.includes(field ?? '') ? undefined : error}
      onSubmit={() => void create()}
    >
      <FormGrid>
        <TextInput
          label={t('new.about')}
          hint={t('new.aboutHint')}
          placeholder={t('new.aboutExample')}
          full
          required
          takesFocus
          value={title}
          onChange={setTitle}
          error={wrong('title')}
        />
        <OrganisationsField
          label={t('new.parties')}
          hint={t('new.partiesHint')}
          full
          value={parties}
          onChange={setParties}
          error={wrong('organisationIds')}
        />
        <Select
          label={t('new.language')}
          hint={t('new.languageHint')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Select
          label={t('list.group')}
          value={groupId}
          onChange={setGroupId}
          error={wrong('groupId')}
          options={[
            { value: noGroup, label: t('new.noGroup') },
            ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormGrid>
      <RadioCards
        label={t('new.from')}
        value={from}
        onChange={setFrom}
        columns={3}
        options={(['template', 'blank', 'memorandum'] as const).map((value) => ({
          value,
          title: t(`new.source.${value}`),
          text: t(`new.sourceText.${value}`),
        }))}
      />
      {from === 'memorandum' ? (
        <MemorandumField label={t('new.copyOf')} required value={copy} onChange={setCopy} error={wrong('copyFrom')} />
      ) : null}
      <MemorandumField
        label={t('new.supersedes')}
        hint={t('new.supersedesHint')}
        value={supersedes}
        onChange={setSupersedes}
        error={wrong('supersedesId')}
      />
    </Dialog>
  );
};

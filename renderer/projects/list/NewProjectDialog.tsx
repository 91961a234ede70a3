import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { languageNames, languages, type Language } from '../../../shared/languages.ts';
import type { Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { ProjectField, useProjectOption } from '../ProjectField.tsx';
import { addressOfView } from '../views.ts';

const noGroup = 'none';
const fields = ['title', 'language', 'groupId', 'predecessorId'];

/** A new project: what it is called, in which language its papers are, whose it is and what it continues. */
export const NewProjectDialog = ({
  predecessorId = null,
  onClose,
}: {
  predecessorId?: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const { language: shown } = useLanguage();
  const errorText = useErrorText();
  const { run, error, running } = useActs();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(shown);
  const [groupId, setGroupId] = useState(noGroup);
  const given = useProjectOption(predecessorId);
  const [chosen, setChosen] = useState<Option | null>();
  const predecessor = chosen === undefined ? given : chosen;
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const create = async (): Promise<void> => {
    const made = await run(() =>
      client.projects.create({
        title: title.trim(),
        language,
        groupId: groupId === noGroup ? null : groupId,
        predecessorId: predecessor?.id ?? null,
      }),
    );
    if (made !== undefined) void navigate(addressOfView(made.id, 'about'));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('new.title')}
      submitLabel={t('common:action.create')}
      submitting={running}
      submitDisabled={title.trim() === ''}
      error={fields.includes(field ?? '') ? undefined : error}
      onSubmit={() => void create()}
    >
      <FormGrid>
        <TextInput
          label={t('new.name')}
          hint={t('new.nameHint')}
          full
          required
          takesFocus
          value={title}
          onChange={setTitle}
          error={wrong('title')}
        />
        <Select
          label={t('new.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Select
          label={t('new.group')}
          value={groupId}
          onChange={setGroupId}
          error={wrong('groupId')}
          options={[
            { value: noGroup, label: t('new.noGroup') },
            ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <ProjectField
          label={t('new.predecessor')}
          hint={t('new.predecessorHint')}
          full
          value={predecessor}
          onChange={setChosen}
          error={wrong('predecessorId')}
        />
      </FormGrid>
    </Dialog>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import { languageNames, languages, type Language } from '../../../shared/languages.ts';
import { meetingKinds, type MeetingKind } from '../../../shared/vocabulary.ts';
import { TextLink } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useActs } from '../../ui/core/acts.ts';
import { useMeetingTitle } from '../titles.ts';

/** Where the agenda comes from: nothing, an earlier meeting, a template. */
type Source = 'empty' | `copy:${string}` | `template:${string}`;

const fields = ['groupId', 'heldOn', 'startsAt', 'place', 'title'];

/** A new meeting of a group; its number is reserved and shown as provisional. */
export const NewMeetingDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language: shown } = useLanguage();
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const errorText = useErrorText();
  const { run, error, running } = useActs();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const { data: templates } = useQuery(orpc.meetings.templates.queryOptions());
  const [chosen, setGroupId] = useState<string | null>(null);
  const group = groups?.find(({ id }) => id === chosen) ?? groups?.[0];
  const [kind, setKind] = useState<MeetingKind>('ordinary');
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [startsAt, setStartsAt] = useState<string | null>('10:00');
  const [typedPlace, setPlace] = useState<string | null>(null);
  const [typedLanguage, setLanguage] = useState<Language | null>(null);
  const [chosenSource, setSource] = useState<Source>('empty');
  const { data: earlier } = useQuery({
    ...orpc.meetings.list.queryOptions({
      input: { groupId: group?.id ?? null, status: null, text: '', offset: 0, limit: 8 },
    }),
    enabled: group !== undefined,
  });
  const place = typedPlace ?? group?.place ?? '';
  const language = typedLanguage ?? group?.language ?? 'uk';

  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const sources: { value: Source; label: string }[] = [
    { value: 'empty', label: t('new.fromNothing') },
    ...(earlier?.rows ?? []).map((row) => ({
      value: `copy:${row.id}` as Source,
      label: t('new.copyOf', {
        title: [titleOf(row), row.heldOn === null ? '' : formatDay(row.heldOn, shown)].filter(Boolean).join(', '),
      }),
    })),
    ...(templates ?? [])
      .filter((template) => template.language === language)
      .map((template) => ({
        value: `template:${template.id}` as Source,
        label: t('new.template', { title: template.title }),
      })),
  ];
  // What another group or language offered is not on this list any more.
  const source = sources.find(({ value }) => value === chosenSource)?.value ?? 'empty';
  const create = async (): Promise<void> => {
    if (group === undefined) return;
    const made = await run(() =>
      client.meetings.create({
        groupId: group.id,
        kind,
        title: title.trim(),
        heldOn,
        startsAt,
        place: place.trim(),
        language,
        copyFrom: source.startsWith('copy:') ? source.slice('copy:'.length) : null,
        template: source.startsWith('template:') ? source.slice('template:'.length) : null,
      }),
    );
    if (made !== undefined) void navigate(`/meetings/${made.id}`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={600}
      title={t('list.new')}
      submitLabel={t('common:action.create')}
      submitting={running}
      submitDisabled={group === undefined}
      error={fields.includes(field ?? '') ? undefined : error}
      onSubmit={() => void create()}
    >
      {groups?.length === 0 ? (
        <Notice tone="amber" action={<TextLink to="/directory/groups">{t('new.toGroups')}</TextLink>}>
          {t('new.noGroups')}
        </Notice>
      ) : null}
      <FormGrid>
        <Select
          label={t('list.group')}
          full
          required
          value={group?.id ?? null}
          onChange={setGroupId}
          error={wrong('groupId')}
          options={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={t('new.kind')}
          value={kind}
          onChange={setKind}
          options={meetingKinds.map((value) => ({ value, label: t(`vocabulary:meetingKind.${value}`) }))}
        />
        <Select
          label={t('new.language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <DateField
          label={t('common:col.date')}
          takesFocus
          hint={t('new.dateHint')}
          value={heldOn}
          onChange={setHeldOn}
          error={wrong('heldOn')}
        />
        <TimeField label={t('new.startsAt')} value={startsAt} onChange={setStartsAt} error={wrong('startsAt')} />
        <TextInput label={t('common:col.place')} full value={place} onChange={setPlace} error={wrong('place')} />
        <TextInput
          label={t('new.about')}
          hint={t('new.aboutHint')}
          full
          value={title}
          onChange={setTitle}
          error={wrong('title')}
        />
        <Select label={t('new.agendaFrom')} full value={source} onChange={setSource} options={sources} />
      </FormGrid>
    </Dialog>
  );
};

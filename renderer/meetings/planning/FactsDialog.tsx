import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { languageNames, languages } from '../../../shared/languages.ts';
import { meetingKinds } from '../../../shared/vocabulary.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { nameOption } from '../live/decisionActs.ts';
import type { Names } from '../names/names.ts';
import { useActs } from '../../ui/core/acts.ts';

const fieldNames = ['heldOn', 'startsAt', 'endsAt', 'place', 'link', 'title'];

/** The head of a meeting, to be changed. */
export const FactsDialog = (props: { meeting: MeetingDetail; names: Names; onClose: () => void }) => {
  const { meeting, names, onClose } = props;
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [facts, setFacts] = useState({
    kind: meeting.kind,
    title: meeting.title,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place,
    link: meeting.link,
    language: meeting.language,
    chairId: meeting.chairId,
    secretaryId: meeting.secretaryId,
    note: meeting.note,
  });
  const change = (patch: Partial<typeof facts>): void => setFacts({ ...facts, ...patch });
  const people = useMemo(
    () => names.all.filter(({ kind, id }) => kind === 'person' && id !== null).map(nameOption),
    [names],
  );
  const optionOf = (id: string | null): Option | null => {
    const name = names.person(id);
    return name === undefined ? null : nameOption(name);
  };
  const personOf = (option: Option | null): string | null =>
    names.all.find(({ key }) => key === option?.id)?.id ?? null;
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const save = async (): Promise<void> => {
    const patch = { ...facts, title: facts.title.trim(), place: facts.place.trim(), link: facts.link.trim() };
    if ((await run(() => client.meetings.update({ id: meeting.id, patch }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={t('facts.title')}
      submitting={running}
      error={fieldNames.includes(field ?? '') ? undefined : error}
      onSubmit={() => void save()}
    >
      <FormGrid>
        <Select
          label={t('new.kind')}
          value={facts.kind}
          onChange={(kind) => change({ kind })}
          options={meetingKinds.map((value) => ({ value, label: t(`vocabulary:meetingKind.${value}`) }))}
        />
        <Select
          label={t('new.language')}
          value={facts.language}
          onChange={(language) => change({ language })}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <TextInput
          label={t('new.about')}
          full
          value={facts.title}
          onChange={(title) => change({ title })}
          error={wrong('title')}
        />
        <DateField
          label={t('common:col.date')}
          full
          takesFocus
          value={facts.heldOn}
          onChange={(heldOn) => change({ heldOn })}
          error={wrong('heldOn')}
        />
        <TimeField
          label={t('new.startsAt')}
          value={facts.startsAt}
          onChange={(startsAt) => change({ startsAt })}
          error={wrong('startsAt')}
        />
        <TimeField
          label={t('facts.endsAt')}
          value={facts.endsAt}
          onChange={(endsAt) => change({ endsAt })}
          error={wrong('endsAt')}
        />
        <TextInput
          label={t('common:col.place')}
          value={facts.place}
          onChange={(place) => change({ place })}
          error={wrong('place')}
        />
        <TextInput
          label={t('facts.link')}
          type="url"
          value={facts.link}
          onChange={(link) => change({ link })}
          error={wrong('link')}
        />
        <Combobox
          label={t('chair.chair')}
          options={people}
          value={optionOf(facts.chairId)}
          onChange={(option) => change({ chairId: personOf(option) })}
        />
        <Combobox
          label={t('chair.secretary')}
          options={people}
          value={optionOf(facts.secretaryId)}
          onChange={(option) => change({ secretaryId: personOf(option) })}
        />
        <TextArea
          label={t('common:col.note')}
          hint={t('facts.noteHint')}
          full
          minRows={2}
          value={facts.note}
          onChange={(note) => change({ note })}
        />
      </FormGrid>
    </Dialog>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { languageNames, languages } from '../../../shared/languages.ts';
import { validityKinds } from '../../../shared/vocabulary.ts';
import type { Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { NumberField, TextArea, TextInput } from '../../ui/TextInput.tsx';
import { MemorandumField, useMemorandumOption } from '../fields/MemorandumField.tsx';

const noGroup = 'none';

const draftOf = (memorandum: MemorandumDetail) => ({
  title: memorandum.title,
  number: memorandum.number,
  place: memorandum.place,
  language: memorandum.language,
  groupId: memorandum.groupId,
  subject: memorandum.subject,
  legalBasis: memorandum.legalBasis,
  validity: memorandum.validity,
  startsOn: memorandum.ownStartsOn,
  endsOn: memorandum.ownEndsOn,
  renewMonths: memorandum.renewMonths,
  noticeMonths: memorandum.noticeMonths,
  supersedesId: memorandum.supersedesId,
  note: memorandum.note,
});
type Draft = ReturnType<typeof draftOf>;

const changed = (now: Draft, before: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => before[name as keyof Draft] !== value));

const shownFields = Object.keys({
  title: 0,
  number: 0,
  place: 0,
  groupId: 0,
  subject: 0,
  legalBasis: 0,
  startsOn: 0,
  endsOn: 0,
  renewMonths: 0,
  noticeMonths: 0,
  supersedesId: 0,
  note: 0,
});

/** The facts of a memorandum beside its text: term and notice first, since they are what reminds. */
export const FactsDialog = ({
  memorandum,
  about,
  onClose,
}: {
  memorandum: MemorandumDetail;
  /** Which half is asked for. */
  about: 'term' | 'facts';
  onClose: () => void;
}) => {
  const { t } = useTranslation(['memoranda', 'vocabulary', 'common']);
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const [before] = useState(() => draftOf(memorandum));
  const [draft, setDraft] = useState(before);
  const set = (patch: Partial<Draft>): void => setDraft((now) => ({ ...now, ...patch }));
  const stored = useMemorandumOption(before.supersedesId);
  const [chosen, setChosen] = useState<Option | null>();
  const field = errorField(error);
  const wrong = (name: string): string | undefined => (field === name ? errorText(error) : undefined);
  const save = async (): Promise<void> => {
    const patch = changed(draft, before);
    const saved = await run(async () => {
      if (Object.keys(patch).length > 0) await client.memoranda.update({ id: memorandum.id, patch });
      return true;
    });
    if (saved === true) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={t(about === 'term' ? 'term.title' : 'facts.title')}
      submitting={running}
      error={shownFields.includes(field ?? '') ? undefined : error}
      onSubmit={() => void save()}
    >
      {about === 'term' ? (
        <FormGrid>
          <Select
            label={t('term.validity')}
            full
            value={draft.validity}
            onChange={(validity) => set({ validity })}
            options={validityKinds.map((value) => ({ value, label: t(`term.kind.${value}`) }))}
          />
          <DateField
            label={t('field.startsOn')}
            hint={t('term.startsHint')}
            takesFocus
            value={draft.startsOn}
            onChange={(startsOn) => set({ startsOn })}
            error={wrong('startsOn')}
          />
          {draft.validity === 'openEnded' ? null : (
            <DateField
              label={t('field.endsOn')}
              hint={t('term.endsHint')}
              value={draft.endsOn}
              onChange={(endsOn) => set({ endsOn })}
              error={wrong('endsOn')}
            />
          )}
          {draft.validity === 'autoRenewing' ? (
            <NumberField
              label={t('field.renewMonths')}
              min={1}
              max={1200}
              value={draft.renewMonths}
              onChange={(renewMonths) => set({ renewMonths })}
              error={wrong('renewMonths')}
            />
          ) : null}
          <NumberField
            label={t('field.noticeMonths')}
            hint={t('term.noticeHint')}
            min={1}
            max={120}
            value={draft.noticeMonths}
            onChange={(noticeMonths) => set({ noticeMonths })}
            error={wrong('noticeMonths')}
          />
          <MemorandumField
            label={t('new.supersedes')}
            hint={t('new.supersedesHint')}
            full
            without={memorandum.id}
            value={chosen === undefined ? stored : chosen}
            onChange={(option) => {
              setChosen(option);
              set({ supersedesId: option?.id ?? null });
            }}
            error={wrong('supersedesId')}
          />
        </FormGrid>
      ) : (
        <FormGrid>
          <TextInput
            label={t('field.title')}
            full
            required
            takesFocus
            value={draft.title}
            onChange={(title) => set({ title })}
            error={wrong('title')}
          />
          <TextInput
            label={t('field.number')}
            value={draft.number}
            onChange={(number) => set({ number })}
            error={wrong('number')}
          />
          <TextInput
            label={t('field.place')}
            value={draft.place}
            onChange={(place) => set({ place })}
            error={wrong('place')}
          />
          <Select
            label={t('new.language')}
            value={draft.language}
            onChange={(language) => set({ language })}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <Select
            label={t('list.group')}
            value={draft.groupId ?? noGroup}
            onChange={(value) => set({ groupId: value === noGroup ? null : value })}
            error={wrong('groupId')}
            options={[
              { value: noGroup, label: t('new.noGroup') },
              ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextArea
            label={t('field.subject')}
            full
            minRows={2}
            value={draft.subject}
            onChange={(subject) => set({ subject })}
            error={wrong('subject')}
          />
          <TextArea
            label={t('field.legalBasis')}
            full
            minRows={2}
            value={draft.legalBasis}
            onChange={(legalBasis) => set({ legalBasis })}
            error={wrong('legalBasis')}
          />
          <TextArea
            label={t('common:col.note')}
            full
            minRows={2}
            value={draft.note}
            onChange={(note) => set({ note })}
            error={wrong('note')}
          />
        </FormGrid>
      )}
    </Dialog>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingStatus } from '../../../shared/vocabulary.ts';
import { TextLink } from '../../ui/Button.tsx';
import { MultiCombobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useOrganisationOptions, usePersonOptions } from '../../ui/directory/options.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

/** Minutes that are being written, and not yet signed. */
const open: readonly MeetingStatus[] = ['inSession', 'draftMinutes', 'underApproval'];

/** As many meetings are looked through for unsigned minutes, the newest first. */
const lookedThrough = 100;

const typedKey = 'typed:';
type Assignee = { organisationId: string | null; personId: string | null; nameText: string };

const assigneeOf = ({ id, label }: Option): Assignee => {
  const [kind, record = ''] = id.split(/:(.*)/su);
  if (kind === 'organisation') return { organisationId: record, personId: null, nameText: '' };
  if (kind === 'person') return { organisationId: null, personId: record, nameText: '' };
  return { organisationId: null, personId: null, nameText: label };
};

const fields = ['itemId', 'text', 'dueOn', 'assignees'];

/** A decision written down after the meeting, under an item of minutes that are not yet signed. */
export const NewDecisionDialog = (props: {
  groupId: string | null;
  onClose: () => void;
  onMade: (id: string) => void;
}) => {
  const { t } = useTranslation(['decisions', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { run, error, running } = useActs();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const organisations = useOrganisationOptions();
  const people = usePersonOptions();
  const [chosenGroup, setGroup] = useState(props.groupId);
  const group = groups?.find(({ id }) => id === chosenGroup) ?? groups?.[0];
  const { data: list } = useQuery({
    ...orpc.meetings.list.queryOptions({
      input: { groupId: group?.id ?? null, status: null, text: '', offset: 0, limit: lookedThrough },
    }),
    enabled: group !== undefined,
  });
  const meetings = (list?.rows ?? []).filter(({ status }) => open.includes(status));
  const [chosenMeeting, setMeeting] = useState<string | null>(null);
  const meeting = meetings.find(({ id }) => id === chosenMeeting) ?? meetings[0];
  const { data: detail } = useQuery({
    ...orpc.meetings.get.queryOptions({ input: { id: meeting?.id ?? '' } }),
    enabled: meeting !== undefined,
  });
  const items = meeting === undefined ? [] : (detail?.itemRows ?? []);
  const [chosenItem, setItem] = useState<string | null>(null);
  const item = items.find(({ id }) => id === chosenItem) ?? items[0];
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [assignees, setAssignees] = useState<Option[]>([]);
  const options = useMemo(
    (): Option[] => [
      // the short name is what a register says
      ...organisations.map(({ id, label, note }) => ({
        id: `organisation:${id}`,
        label: note ?? label,
        note: note === undefined ? undefined : label,
      })),
      ...people.map(({ id, label, note }) => ({ id: `person:${id}`, label, note })),
    ],
    [organisations, people],
  );
  const { at, rest } = useFieldError(error, fields);
  const save = async (): Promise<void> => {
    if (item === undefined) return;
    const made = await run(() =>
      client.decisions.add({ itemId: item.id, text: text.trim(), dueOn, assignees: assignees.map(assigneeOf) }),
    );
    if (made === undefined) return;
    props.onClose();
    props.onMade(made.id);
  };
  const nowhere = list !== undefined && meetings.length === 0;
  return (
    <Dialog
      open
      width={600}
      title={t('new.title')}
      onClose={props.onClose}
      onSubmit={() => void save()}
      submitLabel={t('new.do')}
      submitting={running}
      submitDisabled={item === undefined || text.trim() === ''}
      error={rest}
    >
      <FormGrid>
        <Select
          label={t('filter.group')}
          full
          value={group?.id ?? null}
          onChange={setGroup}
          options={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {nowhere || groups?.length === 0 ? (
          <div style={{ gridColumn: '1 / -1' }}>
            <Notice tone="amber" action={<TextLink to="/meetings">{t('new.toMeetings')}</TextLink>}>
              {t('new.noMinutes')}
            </Notice>
          </div>
        ) : (
          <>
            <Select
              label={t('filter.meeting')}
              value={meeting?.id ?? null}
              onChange={setMeeting}
              options={meetings.map(({ id, number, heldOn, status }) => ({
                value: id,
                label: [
                  number === '' ? '' : t('common:numbered', { number }),
                  heldOn === null ? '' : formatDay(heldOn, language),
                  t(`vocabulary:meetingStatus.${status}`),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <Select
              label={t('new.item')}
              value={item?.id ?? null}
              onChange={setItem}
              error={at('itemId')}
              options={items.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${title}` }))}
            />
          </>
        )}
      </FormGrid>
      <TextArea label={t('new.text')} required takesFocus value={text} onChange={setText} error={at('text')} />
      <MultiCombobox
        label={t('col.assignees')}
        hint={t('new.assigneesHint')}
        value={assignees}
        onChange={setAssignees}
        options={options}
        error={at('assignees')}
        createLabel={(typed) => t('new.asTyped', { name: typed })}
        onCreate={(typed) => setAssignees([...assignees, { id: `${typedKey}${typed}`, label: typed }])}
      />
      <DateField label={t('col.due')} value={dueOn} onChange={setDueOn} error={at('dueOn')} />
    </Dialog>
  );
};

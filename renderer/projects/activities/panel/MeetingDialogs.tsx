import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { formatDay } from '../../../../shared/dates.ts';
import { TextLink } from '../../../ui/Button.tsx';
import { Combobox, type Option } from '../../../ui/Combobox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client, orpc } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useLanguage } from '../../../ui/window/language.ts';

type Props = { activity: ActivityDetail; onClose: () => void };

/** Plans the meeting of a round table in a group, with its day, place and title. */
export const MakeMeetingDialog = (props: Props & { onMade: (id: string) => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const { data: groups } = useQuery(orpc.directory.groups.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const groupId = chosen ?? groups?.[0]?.id ?? null;
  const save = async (): Promise<void> => {
    if (groupId === null) return;
    const made = await run(() => client.projects.makeMeeting({ id: props.activity.id, groupId }));
    if (made === undefined) return;
    props.onClose();
    props.onMade(made.meetingId);
  };
  return (
    <Dialog
      open
      width={480}
      title={t('activity.makeMeeting')}
      onClose={props.onClose}
      onSubmit={() => void save()}
      submitLabel={t('activity.makeMeetingDo')}
      submitting={running}
      submitDisabled={groupId === null}
      error={error}
    >
      <p>{t('activity.makeMeetingText')}</p>
      {groups?.length === 0 ? (
        <Notice tone="amber" action={<TextLink to="/directory/groups">{t('activity.toGroups')}</TextLink>}>
          {t('activity.noGroups')}
        </Notice>
      ) : (
        <Select
          label={t('activity.group')}
          value={groupId}
          onChange={setChosen}
          options={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Dialog>
  );
};

/** Links a meeting that is there already. */
export const LinkMeetingDialog = ({ activity, onClose }: Props) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const { run, error, running } = useActs();
  const [meeting, setMeeting] = useState<Option | null>(null);
  const load = useCallback(
    async (text: string): Promise<Option[]> =>
      (await client.meetings.list({ groupId: null, status: null, text, offset: 0, limit: 40 })).rows.map((one) => ({
        id: one.id,
        label: one.title || t(`vocabulary:meetingKind.${one.kind}`),
        note: [
          one.number === '' ? '' : t('common:numbered', one),
          one.heldOn === null ? '' : formatDay(one.heldOn, language),
        ]
          .filter(Boolean)
          .join(', '),
      })),
    [t, language],
  );
  const save = async (): Promise<void> => {
    if (meeting === null) return;
    const done = await run(() => client.projects.linkMeeting({ id: activity.id, meetingId: meeting.id }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={520}
      title={t('activity.linkMeeting')}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={meeting === null}
      error={error}
    >
      <Combobox label={t('activity.meeting')} takesFocus value={meeting} onChange={setMeeting} load={load} />
    </Dialog>
  );
};

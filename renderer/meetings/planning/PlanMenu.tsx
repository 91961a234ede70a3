import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { CalendarIcon, DeleteIcon, HistoryIcon, NoteIcon } from '../../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { MeetingHistory } from '../MeetingHistory.tsx';
import type { Acts } from '../../ui/core/acts.ts';
import { TextBlocksDialog } from '../live/dialogs/TextBlocksDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';

type Ask = 'cancel' | 'remove' | 'templates' | 'textBlocks' | 'history';

/** What else can be done with a planned meeting. */
export const PlanMenu = ({ meeting, acts }: { meeting: MeetingDetail; acts: Acts }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const navigate = useNavigate();
  const [ask, setAsk] = useState<Ask | null>(null);
  const { id, status } = meeting;
  const planned = status === 'planned';
  const close = (): void => setAsk(null);
  const save = (file: () => Promise<{ ticket: string; name: string }>): void =>
    void acts.run(async () => saveFile(await file()));
  const items: MenuEntry[] = [
    {
      id: 'calendar',
      label: t('plan.calendarFile'),
      icon: <CalendarIcon />,
      disabled: meeting.heldOn === null,
      run: () => save(() => client.meetings.calendarFile({ id })),
    },
    {
      id: 'mail',
      label: t('plan.invitationMail'),
      icon: <NoteIcon />,
      disabled: meeting.heldOn === null,
      run: () => save(() => client.meetings.invitationMail({ id, form: meeting.language })),
    },
    'line',
    { id: 'templates', label: t('templates.menu'), run: () => setAsk('templates') },
    { id: 'textBlocks', label: t('textBlocks.title'), run: () => setAsk('textBlocks') },
    { id: 'history', label: t('common:action.showHistory'), icon: <HistoryIcon />, run: () => setAsk('history') },
    ...(planned
      ? ([
          'line',
          { id: 'cancel', label: t('plan.cancel'), danger: true, run: () => setAsk('cancel') },
          { id: 'remove', label: t('plan.remove'), icon: <DeleteIcon />, danger: true, run: () => setAsk('remove') },
        ] as MenuEntry[])
      : []),
  ];
  return (
    <>
      <MenuButton label={t('live.more')} iconOnly items={items} />
      <ConfirmDialog
        open={ask === 'cancel'}
        onClose={close}
        title={t('plan.cancel')}
        text={t('plan.cancelText')}
        confirmLabel={t('plan.cancel')}
        danger
        reason={{ label: t('plan.cancelReason'), required: true }}
        onConfirm={async (reason) => {
          await client.meetings.cancel({ id, reason });
        }}
      />
      <ConfirmDialog
        open={ask === 'remove'}
        onClose={close}
        title={t('plan.remove')}
        text={t('plan.removeText')}
        confirmLabel={t('common:action.delete')}
        danger
        onConfirm={async () => {
          await client.meetings.remove({ id });
          void navigate('/meetings');
        }}
      />
      {ask === 'templates' ? <TemplatesDialog meeting={meeting} onClose={close} /> : null}
      {ask === 'textBlocks' ? <TextBlocksDialog language={meeting.language} onClose={close} /> : null}
      {ask === 'history' ? <MeetingHistory id={id} onClose={close} /> : null}
    </>
  );
};

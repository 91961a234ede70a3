import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { statusAfter } from '../../../shared/rules/meetingLifecycle.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { EditIcon, LockIcon } from '../../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Page, Panes, Tools } from '../../ui/Page.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useStatusFact, useStatusKeys } from '../../ui/window/status.ts';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import { Lifecycle } from '../Lifecycle.tsx';
import { statusTones } from '../list/MeetingsPage.tsx';
import { MeetingHistory } from '../MeetingHistory.tsx';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { useActs } from '../../ui/core/acts.ts';
import { ApprovalPanel } from './ApprovalPanel.tsx';
import { CirculateDialog } from './CirculateDialog.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { MinutesText } from './MinutesText.tsx';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { Remarks } from './Remarks.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SignedPanel } from './SignedPanel.tsx';

type Ask = 'circulate' | 'sign' | 'correct' | 'history';

/** The minutes after the meeting: read, sent round, signed; then locked, with corrections beside them. */
export const MinutesPage = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  const acts = useActs();
  const [ask, setAsk] = useState<Ask | null>(null);
  const { id, status } = meeting;
  const signed = status === 'signed';
  const close = (): void => setAsk(null);
  const main: Ask = signed ? 'correct' : statusAfter(status, 'circulate') === null ? 'sign' : 'circulate';
  const mainLabel = {
    circulate: t('common:action.circulate'),
    sign: t('common:action.sign'),
    correct: t('common:action.correct'),
    history: '',
  }[main];
  const compare = (): void => void navigate(`/meetings/${id}/signed`);
  const write = (): void => void navigate(`/meetings/${id}/write`);
  useCommands([
    {
      id: `meetings.${main}`,
      group: t('common:area.meetings'),
      label: mainLabel,
      keys: 'Ctrl+Shift+Enter',
      run: () => setAsk(main),
    },
    ...(meeting.signatures.length > 1
      ? [{ id: 'meetings.apart', group: t('common:area.meetings'), label: t('apart.show'), run: compare }]
      : []),
    ...(signed
      ? []
      : [{ id: 'meetings.write', group: t('common:area.meetings'), label: t('after.write'), keys: 'E', run: write }]),
  ]);
  useStatusKeys([
    ...(signed ? [] : [{ keys: 'E', label: t('after.write') }]),
    { keys: 'Ctrl+Shift+Enter', label: mainLabel },
  ]);
  useStatusFact(signed ? t('after.locked') : t('live.words', { count: meeting.words }));

  const more: MenuEntry[] = [
    { id: 'plan', label: t('live.toPlan'), run: () => void navigate(`/meetings/${id}/plan`) },
    ...(statusAfter(status, 'reopen') === null
      ? []
      : [
          {
            id: 'reopen',
            label: t('after.reopen'),
            run: () => void acts.run(() => client.meetings.reopen({ id })),
          },
        ]),
    ...(statusAfter(status, 'withdraw') === null
      ? []
      : [
          {
            id: 'withdraw',
            label: t('after.withdraw'),
            run: () => void acts.run(() => client.meetings.withdraw({ id })),
          },
        ]),
    { id: 'history', label: t('common:action.showHistory'), run: () => setAsk('history') },
  ];
  return (
    <Page
      fill
      title={titleOf(meeting)}
      subtitle={subtitleOf(meeting)}
      chips={
        <>
          {meeting.undecided ? <Chip tone="amber">{t('apart.chip')}</Chip> : null}
          <Chip tone={statusTones[status]} {...(signed && { icon: <LockIcon size={13} /> })}>
            {t(`vocabulary:meetingStatus.${status}`)}
          </Chip>
        </>
      }
      actions={
        <>
          <DocumentsMenu meeting={meeting} />
          <MenuButton label={t('live.more')} iconOnly items={more} />
          {signed ? null : (
            <Button icon={<EditIcon />} onClick={write}>
              {t('after.write')}
            </Button>
          )}
          {main === 'circulate' ? <Button onClick={() => setAsk('sign')}>{t('common:action.sign')}</Button> : null}
          {meeting.undecided ? (
            <Button variant="primary" onClick={compare}>
              {t('apart.compare')}
            </Button>
          ) : null}
          <Button variant={signed ? 'plain' : 'primary'} onClick={() => setAsk(main)}>
            {mainLabel}
          </Button>
        </>
      }
    >
      <Tools>
        <Lifecycle status={status} />
        <Grow />
      </Tools>
      {acts.error === undefined ? null : (
        <div style={{ padding: '8px 16px' }}>
          <ErrorNotice error={acts.error} />
        </div>
      )}
      <Panes
        label={t('after.text')}
        rightLabel={t('after.state')}
        rightWidth={372}
        right={
          signed ? (
            <SignedPanel meeting={meeting} onCorrect={() => setAsk('correct')} />
          ) : (
            <>
              {status === 'underApproval' ? <ApprovalPanel meeting={meeting} acts={acts} /> : null}
              <Remarks meeting={meeting} acts={acts} />
              <ReadinessPanel meeting={meeting} />
            </>
          )
        }
      >
        <MinutesText meeting={meeting} />
      </Panes>
      {ask === 'circulate' ? <CirculateDialog meeting={meeting} onClose={close} /> : null}
      {ask === 'sign' ? <SignDialog meeting={meeting} onClose={close} /> : null}
      {ask === 'correct' ? <CorrectionDialog meeting={meeting} onClose={close} /> : null}
      {ask === 'history' ? <MeetingHistory id={id} onClose={close} /> : null}
    </Page>
  );
};

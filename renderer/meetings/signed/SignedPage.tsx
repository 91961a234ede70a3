import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { SignedChoice } from './SignedChoice.tsx';

/** The minutes of one meeting that were signed more than once: side by side, and the decision which are in force. */
export const SignedPage = () => {
  const { t } = useTranslation('meetings');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  useMuchRoom();
  const meeting = useQuery(orpc.meetings.get.queryOptions({ input: { id } }));
  const signed = useQuery(orpc.meetings.signedMinutes.queryOptions({ input: { id } }));
  const leave = (): void => void navigate(`/meetings/${id}`);
  useKeys({ Esc: leave });
  const error = meeting.error ?? signed.error;
  return (
    <Page
      fill
      title={t('apart.title')}
      subtitle={meeting.data === undefined ? undefined : `${titleOf(meeting.data)} · ${subtitleOf(meeting.data)}`}
      actions={
        <Button shortcut="Esc" onClick={leave}>
          {t('documents.back')}
        </Button>
      }
    >
      {error === null ? null : (
        <div style={{ padding: 16 }}>
          <ErrorNotice error={error} />
        </div>
      )}
      {signed.data === undefined ? (
        error === null ? (
          <Waiting />
        ) : null
      ) : (
        <SignedChoice key={id} minutes={signed.data} onDone={leave} />
      )}
    </Page>
  );
};

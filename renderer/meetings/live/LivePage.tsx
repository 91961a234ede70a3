import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBar, ErrorNotice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useNoIdleLock } from '../../ui/window/awake.ts';
import { useStatusFact, useStatusKeys } from '../../ui/window/status.ts';
import { instantNow } from '../clock.ts';
import type { Names } from '../names/names.ts';
import { useNames } from '../names/useNames.ts';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { useActs, type Acts } from '../../ui/core/acts.ts';
import type { WordsKeeper } from '../words/keeper.ts';
import { AgendaPane } from './AgendaPane.tsx';
import { AttendancePane } from './AttendancePane.tsx';
import { BreakBanner } from './BreakBanner.tsx';
import { LiveProvider, type Live } from './liveContext.ts';
import { LiveFrame, type Drawer } from './LiveFrame.tsx';
import { LiveActions, LiveChips } from './LiveHead.tsx';
import { QuorumBox } from './QuorumBox.tsx';
import { useLiveKeys } from './useLiveKeys.ts';
import { useSession, type Session } from './useSession.ts';
import { useWords } from './useWords.ts';
import { useWordsActs } from './useWordsActs.ts';
import type { WordsDialog } from './wordsDialogs.ts';
import { WordsDialogs } from './WordsDialogs.tsx';
import { WordsPane } from './WordsPane.tsx';

type MiddleProps = {
  meeting: MeetingDetail;
  item: ItemView;
  keeper: WordsKeeper;
  names: Names;
  acts: Acts;
  session: Session;
  onFinish: () => void;
  addItem: () => void;
  focusAttendance: () => void;
  backToText: () => void;
};

/** The words with everything that acts on them: keys, lists and questions. */
const Middle = (props: MiddleProps) => {
  const { meeting, item, keeper, names, acts, session } = props;
  const [dialog, setDialog] = useState<WordsDialog | null>(null);
  const ask = useCallback((next: WordsDialog) => setDialog(next), []);
  const live = useMemo(
    (): Live => ({ meeting, item, names, keeper, acts, ask }),
    [meeting, item, names, keeper, acts, ask],
  );
  const words = useWordsActs(live, {
    nextItem: () => session.step(1),
    takeBreak: () => session.takeBreak('pause'),
  });
  useLiveKeys({ ...props, live, words });
  const floor = meeting.itemRows.find(({ id }) => id === session.floorId);
  const away = meeting.status === 'inSession' && floor !== undefined && floor.id !== item.id;
  const elsewhere = away
    ? {
        title: `${floor.position}. ${floor.title}`,
        back: () => session.select(floor.id),
        start: () => session.start(item.id),
      }
    : undefined;
  return (
    <LiveProvider value={live}>
      <WordsPane meeting={meeting} acts={words} elsewhere={elsewhere} />
      <WordsDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </LiveProvider>
  );
};

const focusFirstRow = (): void => {
  document.querySelector<HTMLElement>('[data-attendance] button[data-participant]')?.focus();
};

/** Taking minutes: the agenda, the words of one item, who is in the room. Also for the draft after the meeting. */
export const LivePage = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  const acts = useActs();
  const names = useNames(meeting);
  const [search] = useSearchParams();
  const session = useSession(meeting, acts, search.get('item'));
  const item = meeting.itemRows.find(({ id }) => id === session.selectedId);
  const { keeper, error } = useWords(meeting, item, names);
  const [adding, setAdding] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const [drawer, setDrawer] = useState<Drawer>(null);
  const inSession = meeting.status === 'inSession';

  useNoIdleLock(inSession);
  useStatusFact(t('live.words', { count: meeting.words }));
  useStatusKeys([
    { keys: '/', label: t('live.keys.commands') },
    { keys: '@', label: t('live.keys.names') },
    { keys: 'Ctrl+Enter', label: t('live.keys.speech') },
    { keys: 'Ctrl+Shift+D', label: t('live.keys.decision') },
    { keys: 'Ctrl+Down', label: t('live.keys.nextItem') },
  ]);
  const finish = (): void => {
    if (inSession) setFinishing(true);
    else void navigate(`/meetings/${meeting.id}`);
  };
  const addItem = (): void => {
    flushSync(() => {
      setDrawer('left');
      setAdding(true);
    });
  };
  const focusAttendance = (): void => {
    // at once: the next key may already be somebody's
    flushSync(() => setDrawer('right'));
    focusFirstRow();
  };
  return (
    <Page
      fill
      title={titleOf(meeting)}
      subtitle={subtitleOf(meeting)}
      chips={<LiveChips meeting={meeting} />}
      actions={
        <LiveActions
          meeting={meeting}
          session={session}
          onFinish={finish}
          more={[{ id: 'plan', label: t('live.toPlan'), run: () => void navigate(`/meetings/${meeting.id}/plan`) }]}
        />
      }
    >
      <BreakBanner
        meeting={meeting}
        onResume={session.resume}
        returned={session.returned}
        onSeen={session.clearReturned}
      />
      <ErrorBar error={acts.error} />
      <LiveFrame
        label={t('live.minutesOfItem')}
        leftLabel={t('live.agenda')}
        rightLabel={t('attendance.title')}
        drawer={drawer}
        setDrawer={setDrawer}
        left={
          <AgendaPane
            meeting={meeting}
            selectedId={session.selectedId}
            onSelect={session.select}
            acts={acts}
            adding={adding}
            setAdding={setAdding}
          />
        }
        right={
          <>
            <AttendancePane meeting={meeting} acts={acts} />
            <QuorumBox meeting={meeting} />
          </>
        }
      >
        {item === undefined ? (
          <EmptyState text={t('live.noItems')} action={{ label: t('live.addItem'), shortcut: 'Alt+N', run: addItem }} />
        ) : keeper === undefined ? (
          <>
            <ErrorNotice error={error} />
            {error === undefined ? <Waiting /> : null}
          </>
        ) : (
          <Middle
            key={item.id}
            meeting={meeting}
            item={item}
            keeper={keeper}
            names={names}
            acts={acts}
            session={session}
            onFinish={finish}
            addItem={addItem}
            focusAttendance={focusAttendance}
            backToText={() => setDrawer(null)}
          />
        )}
      </LiveFrame>
      <ConfirmDialog
        open={finishing}
        onClose={() => setFinishing(false)}
        title={t('live.finishTitle')}
        text={t('live.finishText')}
        confirmLabel={t('live.finish')}
        onConfirm={async () => {
          await keeper?.flush();
          await client.meetings.finish({ id: meeting.id, at: instantNow() });
        }}
      />
    </Page>
  );
};

import { styled } from '@mui/material/styles';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail, ParticipantView } from '../../../shared/contract/meetings.ts';
import type { AttendanceState } from '../../../shared/vocabulary.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu, type MenuEntry, type MenuPlace } from '../../ui/Menu.tsx';
import { useKeys, type KeyHandler } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { timeNow } from '../clock.ts';
import type { Acts } from '../../ui/core/acts.ts';
import { isIn, rowKeys, shownAttendance, toggleAttendance } from './attendance.ts';
import { ParticipantDialog } from '../planning/ParticipantDialog.tsx';
import { PresenceDialog } from './dialogs/PresenceDialog.tsx';

const Head = styled('header')({ display: 'flex', alignItems: 'center', gap: 8, padding: '10px 12px 6px' });

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('button')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) auto',
  gap: '0 8px',
  alignItems: 'center',
  width: '100%',
  minHeight: 43,
  padding: '5px 12px',
  border: 0,
  background: 'none',
  textAlign: 'left',
  cursor: 'pointer',
  'li:nth-of-type(even) > &': { background: 'color-mix(in srgb, var(--sunken) 45%, transparent)' },
  '&:hover': { background: 'var(--bg)' },
  '&:focus-visible': { outlineOffset: -2 },
  '& kbd': {
    font: 'inherit',
    fontSize: 11,
    color: 'var(--soft)',
    border: '1px solid var(--line)',
    borderRadius: 4,
    textAlign: 'center',
    height: 18,
    lineHeight: '17px',
  },
  '& > span:nth-of-type(1)': { minWidth: 0, lineHeight: 1.25 },
  '& b': { display: 'block', fontWeight: 400, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': {
    display: 'block',
    color: 'var(--soft)',
    fontSize: 12,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

const Attendance = ({ meeting, one }: { meeting: MeetingDetail; one: ParticipantView }) => {
  const { t } = useTranslation('meetings');
  const { tone, word, time } = shownAttendance(one, meeting);
  return <Chip tone={tone}>{t(`attendance.${word}`, { time: time ?? '' })}</Chip>;
};

/** The line under a name: whom one speaks for, and that he is a guest. */
const useUnder = (): ((one: ParticipantView) => string) => {
  const { t } = useTranslation('meetings');
  return (one) =>
    [
      one.shortName || one.organisation,
      ...(one.role === 'guest' ? [t('attendance.invited')] : []),
      ...(one.insteadOf === '' ? [] : [t('attendance.insteadOf', { name: one.insteadOf })]),
    ]
      .filter(Boolean)
      .join(' · ');
};

export type AttendancePaneProps = { meeting: MeetingDetail; acts: Acts };

type Ask =
  | { ask: 'menu'; one: ParticipantView; place: MenuPlace }
  | { ask: 'times' | 'edit'; one: ParticipantView }
  | { ask: 'add' };

/**
 * Who is in the room, one key each while the focus is here (F4): a first press is coming, the next is going, with the
 * time. Enter opens everything else that can be said of somebody.
 */
export const AttendancePane = ({ meeting, acts }: AttendancePaneProps) => {
  const { t } = useTranslation(['meetings', 'common']);
  const list = useRef<HTMLUListElement>(null);
  const under = useUnder();
  const [ask, setAsk] = useState<Ask | null>(null);
  const [focused, setFocused] = useState(false);
  const { participants } = meeting;

  const toggle = (one: ParticipantView): void => void acts.run(() => toggleAttendance(one, meeting, timeNow()));
  const state = (one: ParticipantView, attendance: AttendanceState, at: string | null = null): void =>
    void acts.run(() => client.meetings.setAttendance({ participantId: one.id, attendance, at }));

  const handlers: Record<string, KeyHandler> = {};
  participants.slice(0, rowKeys.length).forEach((one, index) => {
    const key = rowKeys[index];
    if (key !== undefined) handlers[key] = () => toggle(one);
  });
  useKeys(handlers, { scope: list });
  useStatusKeys(
    focused
      ? [
          { keys: ['1', '2', '3'], label: t('attendance.keys.toggle') },
          { keys: ['Up', 'Down'], label: t('attendance.keys.row') },
          { keys: 'Space', label: t('attendance.keys.this') },
          { keys: 'Enter', label: t('attendance.keys.more') },
          { keys: 'Esc', label: t('attendance.keys.back') },
        ]
      : [],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, one: ParticipantView, index: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('button[data-participant]') ?? [])];
    const moves: Record<string, number> = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.code];
    if (to !== undefined && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
    }
    if (event.code === 'Space') {
      event.preventDefault();
      toggle(one);
    }
  };
  const menuOf = (one: ParticipantView): MenuEntry[] => {
    const inSession = meeting.status !== 'planned';
    return [
      { id: 'present', label: t('attendance.set.present'), run: () => state(one, 'present') },
      ...(inSession && !isIn(one, meeting)
        ? [{ id: 'now', label: t('attendance.set.now'), run: () => state(one, 'present', timeNow()) }]
        : []),
      { id: 'remote', label: t('attendance.set.remote'), run: () => state(one, 'remote') },
      ...(inSession && isIn(one, meeting)
        ? [
            {
              id: 'leave',
              label: t('attendance.set.leave'),
              run: () => void acts.run(() => client.meetings.leave({ participantId: one.id, at: timeNow() })),
            },
          ]
        : []),
      ...(one.spans.length > 0
        ? [{ id: 'times', label: t('attendance.set.times'), run: () => setAsk({ ask: 'times', one }) }]
        : []),
      'line',
      { id: 'excused', label: t('attendance.set.excused'), run: () => state(one, 'excused') },
      { id: 'absent', label: t('attendance.set.absent'), run: () => state(one, 'absent') },
      { id: 'expected', label: t('attendance.set.expected'), run: () => state(one, 'expected') },
      'line',
      { id: 'edit', label: t('attendance.set.edit'), run: () => setAsk({ ask: 'edit', one }) },
      {
        id: 'remove',
        label: t('common:action.remove'),
        danger: true,
        run: () => void acts.run(() => client.meetings.removeParticipant({ id: one.id })),
      },
    ];
  };
  return (
    <>
      <Head>
        <h2>{t('attendance.title')}</h2>
        <span style={{ flex: 1 }} />
        <IconButton
          size="small"
          label={t('attendance.add')}
          icon={<PlusIcon />}
          onClick={() => setAsk({ ask: 'add' })}
        />
        <Kbd keys="F4" />
      </Head>
      {participants.length === 0 ? (
        <p className="soft small" style={{ padding: '0 12px' }}>
          {t('attendance.empty')}
        </p>
      ) : null}
      <List
        ref={list}
        aria-label={t('attendance.title')}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {participants.map((one, index) => (
          <li key={one.id}>
            <Row
              type="button"
              data-participant={one.id}
              aria-haspopup="menu"
              aria-keyshortcuts={rowKeys[index]}
              onKeyDown={(event) => onKeyDown(event, one, index)}
              onClick={(event) => {
                // a click on the state is the one key of the mouse; anywhere else it opens the menu
                const onState = event.target instanceof Element && event.target.closest('[data-state]') !== null;
                if (onState && event.detail > 0) toggle(one);
                else setAsk({ ask: 'menu', one, place: { element: event.currentTarget } });
              }}
            >
              {rowKeys[index] === undefined ? <i /> : <kbd aria-hidden="true">{rowKeys[index]}</kbd>}
              <span>
                <b title={one.name}>{one.name}</b>
                <small title={under(one)}>{under(one)}</small>
              </span>
              <span data-state="">
                <Attendance meeting={meeting} one={one} />
              </span>
            </Row>
          </li>
        ))}
      </List>
      {ask?.ask === 'menu' ? (
        <Menu place={ask.place} label={ask.one.name} items={menuOf(ask.one)} onClose={() => setAsk(null)} />
      ) : null}
      {ask?.ask === 'times' ? <PresenceDialog one={ask.one} onClose={() => setAsk(null)} /> : null}
      {ask?.ask === 'edit' ? <ParticipantDialog meeting={meeting} one={ask.one} onClose={() => setAsk(null)} /> : null}
      {ask?.ask === 'add' ? <ParticipantDialog meeting={meeting} onClose={() => setAsk(null)} /> : null}
    </>
  );
};

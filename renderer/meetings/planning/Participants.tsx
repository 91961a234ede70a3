import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail, ParticipantView } from '../../../shared/contract/meetings.ts';
import { canEdit } from '../../../shared/rules/meetingLifecycle.ts';
import type { InvitationAnswer } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Panel.tsx';
import type { Acts } from '../../ui/core/acts.ts';
import { ParticipantDialog } from './ParticipantDialog.tsx';

const List = styled('ul')({ listStyle: 'none', margin: '0 -14px', padding: 0 });

const Row = styled('button')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: 8,
  alignItems: 'center',
  width: '100%',
  minHeight: 44,
  padding: '4px 14px',
  border: 0,
  borderBottom: '1px solid var(--line)',
  background: 'none',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { background: 'var(--bg)' },
  '&:focus-visible': { outlineOffset: -2 },
  '& b': { fontWeight: 400, display: 'block', overflowWrap: 'anywhere' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12, overflowWrap: 'anywhere' },
});

const tones: Record<InvitationAnswer, Tone> = { none: 'neutral', coming: 'green', notComing: 'red', substitute: 'ink' };

const useUnder = (): ((one: ParticipantView) => string) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  return (one) =>
    [
      one.position,
      one.shortName || one.organisation,
      ...(one.role === 'member' ? [] : [t(`vocabulary:participantRole.${one.role}`)]),
      ...(one.insteadOf === '' ? [] : [t('attendance.insteadOf', { name: one.insteadOf })]),
      ...(one.votes || one.role === 'guest' ? [] : [t('participants.noVote')]),
      one.answerNote,
    ]
      .filter(Boolean)
      .join(' · ');
};

type Ask =
  | { one: ParticipantView; ask: 'menu'; element: HTMLElement }
  | { one: ParticipantView | null; ask: 'edit' | 'substitute' };

/** Who is invited, on whose seat, and what they answered. */
export const Participants = ({ meeting, acts }: { meeting: MeetingDetail; acts: Acts }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const under = useUnder();
  const [ask, setAsk] = useState<Ask | null>(null);
  const editable = canEdit(meeting.status, 'invitations');
  const coming = meeting.participants.filter(({ answer }) => answer === 'coming').length;
  const close = (): void => setAsk(null);
  const answer = (one: ParticipantView, value: InvitationAnswer): MenuEntry => ({
    id: value,
    label: t(`vocabulary:invitationAnswer.${value}`),
    checked: one.answer === value,
    run: () => void acts.run(() => client.meetings.updateParticipant({ id: one.id, patch: { answer: value } })),
  });
  const menuOf = (one: ParticipantView): MenuEntry[] => [
    answer(one, 'coming'),
    answer(one, 'notComing'),
    answer(one, 'none'),
    {
      id: 'substitute',
      label: t('participants.substitute'),
      disabled: one.personId === null || one.role === 'guest',
      run: () => setAsk({ one, ask: 'substitute' }),
    },
    'line',
    { id: 'edit', label: t('common:action.edit'), run: () => setAsk({ one, ask: 'edit' }) },
    {
      id: 'remove',
      label: t('common:action.remove'),
      danger: true,
      run: () => void acts.run(() => client.meetings.removeParticipant({ id: one.id })),
    },
  ];
  const addMembers = (): void => void acts.run(() => client.meetings.addMembers({ meetingId: meeting.id }));
  return (
    <Section
      title={t('participants.title')}
      count={t('participants.count', { coming, total: meeting.participants.length })}
      action={
        editable ? (
          <Button
            size="small"
            variant="bare"
            icon={<PlusIcon size={13} />}
            onClick={() => setAsk({ one: null, ask: 'edit' })}
          >
            {t('common:action.add')}
          </Button>
        ) : null
      }
    >
      {meeting.participants.length === 0 ? (
        <p className="soft" style={{ marginBottom: 8 }}>
          {t('participants.empty')}
        </p>
      ) : null}
      <List>
        {meeting.participants.map((one) => (
          <li key={one.id}>
            <Row
              type="button"
              disabled={!editable}
              aria-haspopup="menu"
              onClick={(event) => setAsk({ one, ask: 'menu', element: event.currentTarget })}
            >
              <span>
                <b>{one.name}</b>
                <small>{under(one)}</small>
              </span>
              <Chip tone={tones[one.answer]}>{t(`participants.answer.${one.answer}`)}</Chip>
            </Row>
          </li>
        ))}
      </List>
      {editable ? (
        <div style={{ marginTop: 10 }}>
          <Button size="small" onClick={addMembers}>
            {t('participants.addMembers')}
          </Button>
        </div>
      ) : null}
      {ask?.ask === 'menu' ? (
        <Menu place={{ element: ask.element }} label={ask.one.name} items={menuOf(ask.one)} onClose={close} />
      ) : null}
      {ask?.ask === 'edit' ? (
        <ParticipantDialog meeting={meeting} {...(ask.one !== null && { one: ask.one })} onClose={close} />
      ) : null}
      {ask?.ask === 'substitute' && ask.one !== null ? (
        <ParticipantDialog meeting={meeting} insteadOf={ask.one} onClose={close} />
      ) : null}
    </Section>
  );
};

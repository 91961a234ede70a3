import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { approvalStates, type ApprovalState } from '../../../shared/vocabulary.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import type { Acts } from '../../ui/core/acts.ts';

const List = styled('ul')({ listStyle: 'none', margin: '6px -14px 0', padding: 0 });

const Row = styled('button')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: 8,
  alignItems: 'center',
  width: '100%',
  minHeight: 40,
  padding: '3px 14px',
  border: 0,
  borderBottom: '1px solid var(--line)',
  background: 'none',
  textAlign: 'left',
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  '&:hover': { background: 'var(--bg)' },
  '&:focus-visible': { outlineOffset: -2 },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12 },
});

const tones: Record<ApprovalState, Tone> = { waiting: 'neutral', approved: 'green', remarks: 'amber', noAnswer: 'red' };

type Approval = MeetingDetail['approvals'][number];

/** Who has agreed to the minutes, until when they may. */
export const ApprovalPanel = ({ meeting, acts }: { meeting: MeetingDetail; acts: Acts }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { language } = useLanguage();
  const today = useToday();
  const [menu, setMenu] = useState<{ one: Approval; element: HTMLElement } | null>(null);
  const answered = meeting.approvals.filter(({ state }) => state !== 'waiting').length;
  const until = meeting.remarksUntil;
  const late = until !== null && until < today;
  return (
    <Section title={t('approval.title')} count={t('approval.count', { answered, total: meeting.approvals.length })}>
      {until === null ? null : (
        <p className="small" style={{ color: late ? 'var(--red)' : 'var(--soft)' }}>
          {late
            ? t('approval.over', { date: formatDay(until, language, 'long') })
            : t('approval.until', { date: formatDay(until, language, 'long') })}
        </p>
      )}
      <List>
        {meeting.approvals.map((one) => (
          <li key={one.id}>
            <Row type="button" aria-haspopup="menu" onClick={(event) => setMenu({ one, element: event.currentTarget })}>
              <span>
                {one.name}
                <small>
                  {[one.organisation, one.answeredOn === null ? '' : formatDay(one.answeredOn, language)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <Chip tone={tones[one.state]}>{t(`vocabulary:approvalState.${one.state}`)}</Chip>
            </Row>
          </li>
        ))}
      </List>
      {menu === null ? null : (
        <Menu
          place={{ element: menu.element }}
          label={menu.one.name}
          onClose={() => setMenu(null)}
          items={approvalStates.map((state) => ({
            id: state,
            label: t(`vocabulary:approvalState.${state}`),
            checked: menu.one.state === state,
            run: () =>
              void acts.run(() =>
                client.meetings.setApproval({
                  id: menu.one.id,
                  state,
                  answeredOn: state === 'approved' || state === 'remarks' ? today : null,
                }),
              ),
          }))}
        />
      )}
    </Section>
  );
};

import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { orpc } from '../../ui/core/client.ts';
import { HistoryDialog } from '../../ui/history/History.tsx';
import { ChevronRightIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { PanelActions, Section } from '../../ui/Panel.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import type { DecisionActs } from '../useDecisionActs.tsx';
import { nearDays, stateTones } from '../stateLook.ts';
import { Assignees } from './Assignees.tsx';
import { Deadlines } from './Deadlines.tsx';
import { Evidence } from './Evidence.tsx';
import { Notes } from './Notes.tsx';
import { Periods } from './Periods.tsx';

const Scrolling = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

const Head = styled('header')({
  padding: '8px 14px 10px',
  borderBottom: '1px solid var(--line)',
  '& h2': { fontSize: 15, lineHeight: 1.35, fontWeight: 550, margin: '4px 0 7px', overflowWrap: 'anywhere' },
});

const Path = styled('nav')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 3px',
  fontSize: 12,
  color: 'var(--soft)',
  '& ol': { display: 'contents', listStyle: 'none' },
  '& li': { display: 'inline-flex', alignItems: 'center', gap: 3 },
});

const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 });

/** Minutes › item › decision; the first two lead there. */
const Breadcrumbs = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const minutes = [
    t('panel.minutes', { number: decision.meetingNumber.replace(/^№\s*/u, '') }),
    decision.heldOn === null ? '' : formatDay(decision.heldOn, language),
  ];
  return (
    <Path aria-label={t('panel.path')}>
      <ol>
        <li>
          <TextLink to={`/meetings/${decision.meetingId}`}>{minutes.filter(Boolean).join(', ')}</TextLink>
          <ChevronRightIcon size={12} />
        </li>
        <li title={decision.itemTitle}>
          <TextLink to={`/meetings/${decision.meetingId}?item=${decision.itemId}`}>
            {t('panel.item', { number: decision.itemPosition })}
          </TextLink>
          <ChevronRightIcon size={12} />
        </li>
        <li aria-current="location">{t('panel.decision', { number: decision.number })}</li>
      </ol>
    </Path>
  );
};

const States = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { state, daysLeft, voteMode, votesFor, votesAgainst, votesAbstained } = decision;
  const near = daysLeft !== null && daysLeft >= 0 && daysLeft <= nearDays;
  return (
    <Chips>
      <Chip tone={stateTones[state]}>
        {state === 'overdue' && daysLeft !== null
          ? t('panel.overdueBy', { count: -daysLeft })
          : t(`vocabulary:executionStatus.${state}`)}
      </Chip>
      {near ? (
        <Chip tone="amber">{daysLeft === 0 ? t('panel.dueToday') : t('panel.dueIn', { count: daysLeft })}</Chip>
      ) : null}
      {voteMode === 'none' ? null : (
        <Chip>
          {votesFor === null
            ? t(`vocabulary:voteMode.${voteMode}`)
            : t('panel.votes', { for: votesFor, against: votesAgainst ?? 0, abstained: votesAbstained ?? 0 })}
        </Chip>
      )}
    </Chips>
  );
};

const Obligations = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation('decisions');
  if (decision.obligations.length === 0) return null;
  return (
    <Section title={t('panel.obligations')} count={decision.obligations.length}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, fontSize: 13 }}>
        {decision.obligations.map(({ id, memorandumId, memorandum, label, text }) => (
          <li key={id} style={{ marginBottom: 6, overflowWrap: 'anywhere' }}>
            <TextLink to={`/memoranda/${memorandumId}?obligation=${id}`}>
              {[memorandum, label].filter(Boolean).join(', ')}
            </TextLink>
            <div className="soft">{text}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** One decision with all of its carrying out. */
export const DecisionPanel = ({ id, acts, marked }: { id: string; acts: DecisionActs; marked: boolean }) => {
  const { t } = useTranslation(['decisions', 'vocabulary', 'ui']);
  const navigate = useNavigate();
  const [history, setHistory] = useState(false);
  const shown = useDeferredValue(id);
  const { data, error, refetch } = useQuery(
    orpc.decisions.detail.queryOptions({ input: { id: shown }, placeholderData: keepPreviousData }),
  );
  if (error !== null)
    return (
      <div style={{ padding: 14 }}>
        <ErrorNotice error={error} retry={() => void refetch()} />
      </div>
    );
  if (data === undefined) return <Waiting />;
  const { repeat } = data.repetition;
  // with rows marked the keys act on these
  const key = (name: string): { shortcut?: string } => (marked ? {} : { shortcut: name });
  const single = [data.id];
  return (
    <>
      <Scrolling role="region" aria-label={t('panel.of', { number: data.number })} tabIndex={0}>
        <Head>
          <Breadcrumbs decision={data} />
          <h2 lang={data.language}>{data.text}</h2>
          <States decision={data} />
        </Head>
        <Assignees decision={data} />
        <Deadlines decision={data} onMove={() => acts.deadline(single)} />
        {repeat === 'none' ? null : (
          <Periods
            decision={data}
            onEdit={() => acts.repetition(data.id)}
            onMove={(period) => acts.deadline(single, period)}
          />
        )}
        <Notes decision={data} />
        <Evidence decision={data} />
        <Obligations decision={data} />
      </Scrolling>
      <PanelActions>
        <Button size="small" variant="primary" {...key('E')} onClick={() => acts.note(single)}>
          {t('note.short')}
        </Button>
        <Button size="small" {...key('D')} onClick={() => acts.deadline(single)}>
          {t('deadline.title')}
        </Button>
        <Button size="small" {...key('V')} disabled={!isUnfinished(data.status)} onClick={() => acts.done(single)}>
          {t('done.do')}
        </Button>
        <MenuButton
          size="small"
          iconOnly
          label={t('panel.more')}
          items={[
            ...(['open', 'inProgress', 'cancelled'] as const).map((status) => ({
              id: status,
              label: t(`vocabulary:executionStatus.${status}`),
              checked: data.status === status,
              run: () => acts.setStatus(single, status),
            })),
            'line',
            { id: 'repetition', label: t('repetition.title'), run: () => acts.repetition(data.id) },
            { id: 'remind', label: t('remind.do'), run: () => acts.remind(single) },
            {
              id: 'extract',
              label: t('panel.extract'),
              run: () => void navigate(`/meetings/${data.meetingId}/documents/extract?decision=${data.id}`),
            },
            'line',
            { id: 'history', label: t('ui:history.title'), run: () => setHistory(true) },
          ]}
        />
      </PanelActions>
      <HistoryDialog open={history} onClose={() => setHistory(false)} entity="execution" row={data.id} />
    </>
  );
};

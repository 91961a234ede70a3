import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { KeptConflict } from '../../../shared/contract/workspace.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRecordWords } from '../../ui/records/useRecordWords.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { ConflictValues } from './ConflictValues.tsx';
import { SignedApartList } from './SignedApartList.tsx';
import { conflictKey, mayBe, useConflictActs, type Decision } from './useConflictActs.ts';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, background: 'var(--surface)' });

const Row = styled('li')({
  padding: '12px 16px 14px 13px',
  borderLeft: '3px solid transparent',
  borderBottom: '1px solid var(--line)',
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  '&[aria-current=true]': { borderLeftColor: 'var(--ink)', background: 'var(--ink-soft)' },
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

const Line = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' });

const decisions: readonly { decision: Decision; key: string }[] = [
  { decision: 'take', key: 'T' },
  { decision: 'remark', key: 'R' },
  { decision: 'leave', key: 'L' },
];

/** Where the meeting shows what is in dispute. */
const pageOf = ({ meetingId, field }: KeptConflict): string =>
  `/meetings/${meetingId ?? ''}${field === 'ruling' ? '/signed' : ''}`;

const Conflict = ({ conflict, acts }: { conflict: KeptConflict; acts: ReturnType<typeof useConflictActs> }) => {
  const { t } = useTranslation('exchange');
  const { fieldName } = useRecordWords();
  const { entity, field, kind, meetingId } = conflict;
  const key = conflictKey(conflict);
  return (
    <>
      <Line>
        <h2>{acts.recordWords(conflict)}</h2>
        <Chip tone={kind === 'displaced' ? 'red' : 'amber'} size="small">
          {t(`conflicts.kind.${kind}`)}
        </Chip>
        <span style={{ flex: 1 }} />
        {meetingId === null ? null : <TextLink to={pageOf(conflict)}>{t('conflicts.openMeeting')}</TextLink>}
      </Line>
      <p style={{ fontWeight: 600 }}>{fieldName(entity, field)}</p>
      <ConflictValues conflict={conflict} />
      {kind === 'concurrent' ? null : <p className="soft small">{t(`conflicts.advice.${kind}`)}</p>}
      {acts.refusal?.key === key ? <ErrorNotice error={acts.refusal.error} /> : null}
      <Line>
        {decisions
          .filter(({ decision }) => mayBe(conflict, decision))
          .map(({ decision, key: shortcut }) => (
            <Button
              key={decision}
              size="small"
              shortcut={shortcut}
              waiting={acts.running === key}
              onClick={() => acts.decide(conflict, decision)}
            >
              {t(`conflicts.${decision}`)}
            </Button>
          ))}
      </Line>
    </>
  );
};

const Conflicts = ({ conflicts }: { conflicts: readonly KeptConflict[] }) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const acts = useConflictActs();
  const list = useRef<HTMLOListElement>(null);
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, conflicts.length - 1);
  const current = conflicts[at];
  const shown = current === undefined ? '' : conflictKey(current);

  // a decision takes a row off the list: the keyboard goes on at the one that came in its place
  useEffect(() => {
    const focused = document.activeElement;
    if (focused !== null && focused !== document.body && list.current?.contains(focused) !== true) return;
    const row = list.current?.children[at];
    if (row instanceof HTMLElement && !row.contains(focused)) row.focus();
  }, [shown, at]);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(to, conflicts.length - 1));
    setWanted(next);
    const row = list.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
  };
  const decide = (decision: Decision) => (): void => {
    if (current !== undefined) acts.decide(current, decision);
  };
  useKeys({
    Up: () => go(at - 1),
    Down: () => go(at + 1),
    Home: () => go(0),
    End: () => go(conflicts.length - 1),
    T: decide('take'),
    L: decide('leave'),
    R: decide('remark'),
    Enter: () => {
      if (current === undefined || current.meetingId === null) return false;
      void navigate(pageOf(current));
      return true;
    },
  });
  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('conflicts.next') },
    ...decisions
      .filter(({ decision }) => current !== undefined && mayBe(current, decision))
      .map(({ decision, key }) => ({ keys: key, label: t(`conflicts.${decision}`).toLocaleLowerCase() })),
    ...(current !== undefined && current.meetingId !== null
      ? [{ keys: 'Enter', label: t('conflicts.openMeeting').toLocaleLowerCase() }]
      : []),
  ]);
  return (
    <List ref={list} aria-label={t('conflicts.list')}>
      {conflicts.map((conflict, index) => (
        <Row
          key={conflictKey(conflict)}
          tabIndex={index === at ? 0 : -1}
          aria-current={index === at}
          onFocus={() => setWanted(index)}
        >
          <Conflict conflict={conflict} acts={acts} />
        </Row>
      ))}
    </List>
  );
};

/** Values that two hands wrote at once: what is in force, what is not, and the decision between them. */
export const ConflictsPage = () => {
  const { t } = useTranslation('exchange');
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(orpc.workspace.conflicts.queryOptions({ input: { language } }));
  const { data: apart = [] } = useQuery(orpc.meetings.signedApart.queryOptions());
  return (
    <Page
      title={t('conflicts.title')}
      subtitle={data !== undefined && data.length > 0 ? t('conflicts.lead') : undefined}
    >
      {error === null ? null : <ErrorNotice error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {apart.length === 0 ? null : <SignedApartList rows={apart} />}
      {data?.length === 0 && apart.length === 0 ? <EmptyState text={t('conflicts.none')} /> : null}
      {data !== undefined && data.length > 0 ? <Conflicts conflicts={data} /> : null}
    </Page>
  );
};

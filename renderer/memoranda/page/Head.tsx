import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Acts } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { LockIcon, ReportsIcon } from '../../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { isLocked, isNoticeNear } from '../states.ts';
import type { Ask } from './asks.ts';
import type { MainAct } from './useMainAct.ts';

/** What it replaces or what replaces it, and whether notice is near. */
export const HeadChips = ({ memorandum }: { memorandum: MemorandumDetail }) => {
  const { t } = useTranslation('memoranda');
  const { language } = useLanguage();
  const today = useToday();
  const { supersedesId, supersedes, supersededBy, noticeOn } = memorandum;
  const { data: earlier } = useQuery({
    ...orpc.memoranda.get.queryOptions({ input: { id: supersedesId ?? '' } }),
    enabled: supersedesId !== null,
  });
  const until = earlier?.endsOn ?? null;
  const name = earlier?.number || supersedes;
  return (
    <>
      {supersedesId === null ? null : (
        <Chip>
          <span className="cut">
            {until === null
              ? t('page.replaces', { name })
              : t('page.replacesUntil', { name, date: formatDay(until, language) })}
          </span>
        </Chip>
      )}
      {supersededBy === '' ? null : (
        <Chip>
          <span className="cut">
            {t(memorandum.state === 'superseded' ? 'page.replacedBy' : 'page.willBeReplaced', { name: supersededBy })}
          </span>
        </Chip>
      )}
      {isNoticeNear(memorandum, today) && noticeOn !== null ? (
        <Chip tone="amber">{t('term.noticeBy', { date: formatDay(noticeOn, language) })}</Chip>
      ) : null}
      {isLocked(memorandum) ? (
        <Chip tone="green" icon={<LockIcon size={13} />}>
          {memorandum.number === '' ? t('page.locked') : t('page.numbered', { number: memorandum.number })}
        </Chip>
      ) : null}
    </>
  );
};

/** Everything else that can be done with it, by its state. */
const useMore = (memorandum: MemorandumDetail, acts: Acts, ask: (ask: Ask) => void): MenuEntry[] => {
  const { t } = useTranslation(['memoranda', 'common']);
  const navigate = useNavigate();
  const { id, state, status } = memorandum;
  const entry = (kind: Exclude<Ask['kind'], 'party' | 'obligation' | 'amendment'>, label: string): MenuEntry => ({
    id: kind,
    label,
    run: () => ask({ kind }),
  });
  const running = state === 'inForce' || state === 'signed';
  return [
    ...(status === 'draft' ? [entry('send', t('act.send')), entry('agree', t('act.agree'))] : []),
    ...(status === 'agreed'
      ? [{ id: 'reopen', label: t('act.reopen'), run: () => void acts.run(() => client.memoranda.reopen({ id })) }]
      : []),
    ...(running ? [entry('terminate', t('act.terminate'))] : []),
    ...(status === 'terminated'
      ? [
          {
            id: 'reinstate',
            label: t('act.reinstate'),
            run: () => void acts.run(() => client.memoranda.reinstate({ id })),
          },
        ]
      : []),
    ...(isLocked(memorandum) ? [entry('propose', t('act.propose'))] : []),
    'line',
    entry('facts', t('facts.title')),
    ...(memorandum.editable ? [entry('term', t('term.title'))] : []),
    { id: 'versions', label: t('outline.versions'), run: () => void navigate(`/memoranda/${id}/versions`) },
    entry('duplicate', t('common:action.duplicate')),
    entry('history', t('common:action.showHistory')),
    ...(status === 'draft'
      ? ['line' as const, { ...(entry('remove', t('common:action.remove')) as object), danger: true } as MenuEntry]
      : []),
  ];
};

export const HeadActions = (props: {
  memorandum: MemorandumDetail;
  acts: Acts;
  ask: (ask: Ask) => void;
  main: MainAct;
}) => {
  const { memorandum, acts, ask, main } = props;
  const { t } = useTranslation(['memoranda', 'vocabulary']);
  const navigate = useNavigate();
  const more = useMore(memorandum, acts, ask);
  const open = (report: string): void =>
    void navigate(`/memoranda/${memorandum.id}/documents/${report}?form=${memorandum.language}`);
  return (
    <>
      <MenuButton
        label={t('page.word')}
        icon={<ReportsIcon />}
        items={[
          { id: 'memorandum', label: t('page.paper'), run: () => open('memorandum') },
          { id: 'obligationState', label: t('list.wordObligations'), run: () => open('obligationState') },
        ]}
      />
      <MenuButton label={t('page.more')} iconOnly items={more} />
      <Button variant={main.primary ? 'primary' : 'plain'} onClick={main.run}>
        {main.label}
      </Button>
    </>
  );
};

import { styled } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import type { ProjectDetail } from '../../../../shared/contract/projects.ts';
import { daysBetween, formatDay, isIsoDay } from '../../../../shared/dates.ts';
import { formatMoney } from '../../../../shared/rules/money.ts';
import { activityStatuses } from '../../../../shared/vocabulary.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { orpc } from '../../../ui/core/client.ts';
import { useErrorText } from '../../../ui/core/errors.ts';
import { HistoryDialog } from '../../../ui/history/History.tsx';
import { MenuButton } from '../../../ui/Menu.tsx';
import { ErrorNotice, Notice } from '../../../ui/Notice.tsx';
import { DetailList, PanelActions, Section } from '../../../ui/Panel.tsx';
import { usePanelFocus, type PanelWish } from '../../../ui/Split.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { useToday } from '../../../ui/window/today.ts';
import { Waiting } from '../../../ui/Waiting.tsx';
import { AppError } from '../../../../shared/errors.ts';
import { activityTones } from '../../states.ts';
import type { ActivityActs } from '../useActivityActs.tsx';
import { daysOf, periodText } from '../days.ts';
import { Evidence } from './Evidence.tsx';
import { Facts, Outcome } from './Facts.tsx';
import { Dependencies, Meeting, Obligations } from './Links.tsx';
import { Participants } from './Participants.tsx';
import { Places } from './Places.tsx';

const Scrolling = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

/** The head of a panel about an activity: number and kind, title, state. */
export const PanelHead = styled('header')({
  padding: '10px 14px',
  borderBottom: '1px solid var(--line)',
  '& .over': {
    fontSize: 11,
    fontWeight: 650,
    letterSpacing: '0.04em',
    textTransform: 'uppercase',
    color: 'var(--soft)',
  },
  '& h2': { fontSize: 15, lineHeight: 1.35, fontWeight: 600, margin: '4px 0 7px', overflowWrap: 'anywhere' },
});

const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 6 });

/** A warning in words; the core names days as it keeps them. */
const useWarningText = (): ((code: string, params: Record<string, string | number>) => string) => {
  const errorText = useErrorText();
  const { language } = useLanguage();
  return (code, params) => {
    const shown = Object.entries(params).map(([name, value]) => [
      name,
      isIsoDay(value) ? formatDay(value, language) : value,
    ]);
    return errorText(new AppError(code, Object.fromEntries(shown) as Record<string, string | number>));
  };
};

export const ActivityHead = ({ activity }: { activity: ActivityDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const warningText = useWarningText();
  const today = useToday();
  const { state, status, statusReason } = activity;
  const due = activity.plannedUntil ?? activity.plannedFrom;
  return (
    <PanelHead>
      <span className="over">
        {activity.number} · {t(`vocabulary:activityKind.${activity.kind}`)}
      </span>
      <h2>{activity.title}</h2>
      <Chips>
        <Chip tone={activityTones[state]}>
          {state === 'late' && due !== null
            ? t('activity.lateBy', { count: daysBetween(due, today) })
            : t(`vocabulary:activityState.${state}`)}
        </Chip>
        {state === 'late' && status === 'postponed' ? (
          <Chip tone="amber">{t('vocabulary:activityStatus.postponed')}</Chip>
        ) : null}
        <span className="soft small">{periodText(daysOf(activity), language)}</span>
      </Chips>
      {statusReason === '' ? null : <p className="soft small">{t('activity.because', { reason: statusReason })}</p>}
      {activity.warnings.map(({ code, params }) => (
        <div key={code} style={{ marginTop: 7 }}>
          <Notice tone="amber">{warningText(code, params)}</Notice>
        </div>
      ))}
    </PanelHead>
  );
};

const More = ({ activity, acts }: { activity: ActivityDetail; acts: ActivityActs }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common', 'ui']);
  const [history, setHistory] = useState(false);
  const single = [activity.id];
  return (
    <>
      <PanelActions>
        {activity.status === 'held' ? null : (
          <Button size="small" shortcut="V" onClick={() => acts.setStatus(single, 'held')}>
            {t('activity.markHeld')}
          </Button>
        )}
        <MenuButton
          size="small"
          label={t('common:col.status')}
          items={activityStatuses.map((status) => ({
            id: status,
            label: t(`vocabulary:activityStatus.${status}`),
            checked: status === activity.status,
            run: () => acts.setStatus(single, status),
          }))}
        />
        <MenuButton
          size="small"
          iconOnly
          label={t('activity.more')}
          items={[
            { id: 'shift', label: t('activity.shiftDo'), keys: 'S', run: () => acts.shift(single) },
            { id: 'history', label: t('ui:history.title'), run: () => setHistory(true) },
            'line',
            {
              id: 'remove',
              label: t('common:action.delete'),
              keys: 'Del',
              danger: true,
              run: () => acts.remove(single),
            },
          ]}
        />
      </PanelActions>
      <HistoryDialog open={history} onClose={() => setHistory(false)} entity="activity" row={activity.id} />
    </>
  );
};

/** One activity with everything that is known of it, each field saved where it stands. */
export const ActivityPanel = (props: { id: string; project: ProjectDetail; acts: ActivityActs; wish?: PanelWish }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const shown = useDeferredValue(props.id);
  const { data, error, refetch } = useQuery(
    orpc.projects.activity.queryOptions({ input: { id: shown }, placeholderData: keepPreviousData }),
  );
  usePanelFocus(data?.id, props.wish ?? { id: null, done: () => undefined });
  if (error !== null)
    return (
      <div style={{ padding: 14 }}>
        <ErrorNotice error={error} retry={() => void refetch()} />
      </div>
    );
  if (data === undefined) return <Waiting />;
  return (
    <>
      <Scrolling role="region" aria-label={t('activity.panelOf', { number: data.number })} tabIndex={0}>
        <ActivityHead activity={data} />
        <Facts key={data.id} activity={data} project={props.project} refetch={refetch} />
        <Places activity={data} />
        <Participants activity={data} />
        <Outcome key={`outcome ${data.id}`} activity={data} refetch={refetch} />
        <Evidence activity={data} />
        <Meeting activity={data} />
        <Dependencies activity={data} />
        <Obligations activity={data} />
        {data.deliverables.length + data.spent.length === 0 ? null : (
          <Section title={t('activity.alsoOf')}>
            <DetailList
              items={[
                { label: t('activity.deliverables'), value: data.deliverables.map(({ title }) => title).join(', ') },
                {
                  label: t('activity.spent'),
                  value: data.spent.map(({ amount, currency }) => formatMoney(amount, currency, language)).join(', '),
                },
              ]}
            />
          </Section>
        )}
      </Scrolling>
      <More activity={data} acts={props.acts} />
    </>
  );
};

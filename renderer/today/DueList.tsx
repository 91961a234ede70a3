import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DueRow, TodayView } from '../../shared/contract/today.ts';
import { formatDay } from '../../shared/dates.ts';
import { TextLink } from '../ui/Button.tsx';
import { Dot } from '../ui/Chip.tsx';
import { useKeys } from '../ui/window/keys.ts';
import { useLanguage } from '../ui/window/language.ts';
import { Box, Foot } from './Box.tsx';
import { actAt, dueGroups, placeOf, type DueGroup } from './dueGroups.ts';

/** Beyond these days the year is told, too. */
const closeDays = 7;
/** Rows of the list while it is not known. */
const usualRows = 9;

const GroupHead = styled('h3')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 26,
  padding: '0 12px',
  background: 'var(--bg)',
  borderBlock: '1px solid var(--line)',
  fontSize: 12,
  fontWeight: 600,
  color: 'var(--soft)',
  '& a': { color: 'inherit' },
});

const Rows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled(Link)({
  display: 'grid',
  gridTemplateColumns: 'minmax(52px, auto) minmax(0, 1fr) minmax(0, 124px) minmax(96px, auto)',
  gap: '0 10px',
  alignItems: 'center',
  minHeight: 'var(--row)',
  padding: '0 12px',
  color: 'var(--text)',
  textDecoration: 'none',
  'li + li > &': { borderTop: '1px solid var(--line)' },
  '&:hover': { background: 'var(--bg)' },
  '&[data-current]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
  '& > span': { fontSize: 12, color: 'var(--soft)' },
  '& > span:nth-of-type(2)': { fontSize: 14, color: 'var(--text)' },
  '& > span:last-of-type': { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  '& > span[data-tone=red]': { color: 'var(--red)' },
  '& > span[data-tone=amber]': { color: 'var(--amber)' },
  '@container (max-width: 540px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: '5px 12px',
    '& > span:nth-of-type(2)': { gridColumn: '1 / -1', gridRow: 1, whiteSpace: 'normal' },
    '& > span:nth-of-type(3)': { display: 'none' },
  },
});

const useDay = (): ((row: DueRow) => string) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  return ({ dueOn, daysLeft }) => {
    if (daysLeft === 0) return t('due.today');
    if (daysLeft === 1) return t('due.tomorrow');
    if (daysLeft > closeDays) return formatDay(dueOn, language);
    return `${formatDay(dueOn, language, 'weekdayShort')}, ${formatDay(dueOn, language, 'short')}`;
  };
};

const RowDay = ({ row, tone }: { row: DueRow; tone: DueGroup['tone'] }) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const dayOf = useDay();
  return (
    <span data-tone={tone ?? undefined}>
      {row.daysLeft < 0 ? (
        <>
          <b>{t('due.late', { count: -row.daysLeft })}</b> · {formatDay(row.dueOn, language, 'short')}
        </>
      ) : (
        dayOf(row)
      )}
    </span>
  );
};

/**
 * What is overdue, due this week, within two weeks and later: one list for the keyboard. One row is current and takes the
 * focus of the list; arrows move it, letters act on it.
 */
export const DueList = ({ view }: { view: TodayView | undefined }) => {
  const { t } = useTranslation('today');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const groups = view === undefined ? [] : dueGroups(view);
  const rows = groups.flatMap((group) => group.rows);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[at];
  const isThere = current !== undefined;

  const focusOn = (row: DueRow | undefined): void => {
    if (row === undefined) return;
    setChosen(row.id);
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const act = (what: 'note' | 'deadline' | 'done') => () => {
    if (current === undefined) return false;
    void navigate(actAt(current, what));
    return true;
  };
  useKeys(
    {
      Down: () => focusOn(rows[Math.min(rows.length - 1, at + 1)]),
      Up: () => focusOn(rows[Math.max(0, at - 1)]),
      Home: () => focusOn(rows[0]),
      End: () => focusOn(rows.at(-1)),
      E: act('note'),
      D: act('deadline'),
      V: act('done'),
    },
    { enabled: isThere },
  );
  // Whoever came by opening the program or by the navigation is in the list from the first.
  useEffect(() => {
    if (isThere && document.activeElement?.matches('body, main, nav *') !== false)
      list.current?.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: true });
  }, [isThere]);

  const counts = view?.counts;
  const undated = counts === undefined ? 0 : counts.unfinished - counts.overdue - counts.soon - counts.later;
  return (
    <Box
      title={t('due.title')}
      count={counts === undefined || counts.unfinished === 0 ? undefined : t('due.open', { count: counts.unfinished })}
      action={<TextLink to="/decisions?state=overdue,open,inProgress">{t('due.all')}</TextLink>}
    >
      {view === undefined ? (
        <div aria-hidden="true">
          {Array.from({ length: usualRows }, (_, row) => (
            <div key={row} style={{ padding: '8px 12px', borderTop: '1px solid var(--line)' }}>
              <Skeleton variant="rectangular" height={16} width={`${90 - ((row * 13) % 40)}%`} />
            </div>
          ))}
        </div>
      ) : null}
      {view !== undefined && rows.length === 0 ? (
        <p className="soft" style={{ padding: '10px 12px', borderTop: '1px solid var(--line)' }}>
          {t('due.none')}
        </p>
      ) : null}
      <div ref={list}>
        {groups.map(({ key, until, tone, count, rows: inGroup, to }) => (
          <section
            key={key}
            aria-label={t(`due.group.${key}`, { day: formatDay(until ?? '0001-01-01', language, 'short') })}
          >
            <GroupHead>
              {tone === null ? <Dot tone="neutral" hollow /> : <Dot tone={tone} />}
              {t(`due.group.${key}`, { day: formatDay(until ?? '0001-01-01', language, 'short') })}
              <Link to={to} style={{ fontWeight: 450 }}>
                {count}
              </Link>
            </GroupHead>
            <Rows>
              {inGroup.map((row) => (
                <li key={row.id}>
                  <Row
                    to={placeOf(row)}
                    data-row={row.id}
                    data-current={row.id === current?.id ? '' : undefined}
                    tabIndex={row.id === current?.id ? 0 : -1}
                    onFocus={() => setChosen(row.id)}
                  >
                    <span className="cut">{row.number}</span>
                    <span className="cut" title={row.text}>
                      {row.text}
                    </span>
                    <span className="cut" title={row.who}>
                      {row.who}
                    </span>
                    <RowDay row={row} tone={tone} />
                  </Row>
                </li>
              ))}
            </Rows>
            {count > inGroup.length ? (
              <Foot>
                <TextLink to={to}>{t('due.more', { count: count - inGroup.length })}</TextLink>
              </Foot>
            ) : null}
          </section>
        ))}
      </div>
      {undated > 0 ? <Foot className="soft">{t('due.noDay', { count: undated })}</Foot> : null}
    </Box>
  );
};

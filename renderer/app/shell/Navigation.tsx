import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { orpc } from '../../ui/core/client.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { areas, type Area } from '../areas.tsx';

const Bar = styled('nav')({
  borderRight: '1px solid var(--line)',
  padding: 8,
  background: 'var(--bg)',
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  overflow: 'auto',
  '& hr': { border: 0, borderTop: '1px solid var(--line)', width: '100%', margin: '6px 0', flex: 'none' },
});

const Entry = styled(NavLink)({
  display: 'flex',
  gap: 10,
  alignItems: 'center',
  height: 'var(--row)',
  flex: 'none',
  padding: '0 10px',
  borderRadius: 'var(--radius)',
  color: 'var(--text)',
  textDecoration: 'none',
  '&:hover': { background: 'var(--fill)' },
  '&.active': { background: 'var(--ink-soft)', color: 'var(--ink-text)', fontWeight: 600 },
  '&[data-slim]': { justifyContent: 'center', padding: 0, position: 'relative' },
});

/** A number beside an area; of what is overdue red and strong. In the slim navigation only a dot that something is. */
const Badge = styled('span')({
  marginLeft: 'auto',
  fontSize: 12,
  fontWeight: 450,
  fontVariantNumeric: 'tabular-nums',
  color: 'var(--soft)',
  '&[data-hot]': { color: 'var(--red)', fontWeight: 650 },
  '[data-slim] > &': {
    position: 'absolute',
    top: 6,
    right: 8,
    width: 7,
    height: 7,
    borderRadius: 4,
    background: 'var(--red)',
  },
});

/** More is not read as a number any more. */
const most = 9999;

const useBadge = (area: Area): { count: number; words: string } | undefined => {
  const { t } = useTranslation(['today', 'exchange']);
  const { data } = useQuery({ ...orpc.today.counts.queryOptions(), enabled: area.badge !== undefined });
  const count = area.badge === undefined ? undefined : data?.[area.badge];
  if (area.badge === undefined || count === undefined || count === 0) return undefined;
  const words = {
    overdue: () => t('badge.overdue', { count }),
    unfinished: () => t('badge.open', { count }),
    exchange: () => t('exchange:waits.badge', { count }),
  };
  return { count, words: words[area.badge]() };
};

const AreaLink = ({ area, slim }: { area: Area; slim: boolean }) => {
  const { t } = useTranslation('common');
  const name = t(`area.${area.key}`);
  const badge = useBadge(area);
  const hot = area.badge === 'overdue' ? '' : undefined;
  const isFirst = area.to === '/';
  if (!slim) {
    return (
      <Entry to={area.to} end={isFirst}>
        {area.icon}
        {name}
        {badge === undefined ? null : (
          <Badge data-hot={hot}>
            <span aria-hidden="true">{badge.count > most ? `${most}+` : badge.count}</span>
            <span className="unseen">{badge.words}</span>
          </Badge>
        )}
      </Entry>
    );
  }
  return (
    <Tooltip text={badge === undefined ? name : `${name} · ${badge.words}`}>
      <Entry to={area.to} end={isFirst} data-slim="">
        {area.icon}
        {badge === undefined || hot === undefined ? null : <Badge aria-hidden="true" />}
      </Entry>
    </Tooltip>
  );
};

/** The areas, 200 wide with words or 52 with their drawings only. */
export const Navigation = ({ slim }: { slim: boolean }) => {
  const { t } = useTranslation('app');
  return (
    <Bar aria-label={t('navigation.label')} className="noPrint">
      {areas.map((part, index) => (
        <Fragment key={part[0]?.key}>
          {index > 0 ? <hr /> : null}
          {part.map((area) => (
            <AreaLink key={area.key} area={area} slim={slim} />
          ))}
        </Fragment>
      ))}
    </Bar>
  );
};

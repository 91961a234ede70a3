import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
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
  '&[data-slim]': { justifyContent: 'center', padding: 0 },
});

const AreaLink = ({ area, slim }: { area: Area; slim: boolean }) => {
  const { t } = useTranslation('common');
  const name = t(`area.${area.key}`);
  if (!slim) {
    return (
      <Entry to={area.to}>
        {area.icon}
        {name}
      </Entry>
    );
  }
  return (
    <Tooltip text={name}>
      <Entry to={area.to} data-slim="">
        {area.icon}
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

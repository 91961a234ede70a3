import { styled } from '@mui/material/styles';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/Button.tsx';
import { ChartIcon, TableIcon } from '../../ui/icons.tsx';

const Sheet = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '9px 14px 12px',
  flex: 'none',
  '& > h2': { display: 'flex', alignItems: 'center', gap: 8, minHeight: 26, marginBottom: 4 },
  '@media print': { breakInside: 'avoid' },
});

/** One sheet at the side of the overview; with `table` its drawing can be read as figures. */
export const OverviewCard = ({
  title,
  note,
  action,
  table,
  children,
}: {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  /** The same figures in rows. */
  table?: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation('projects');
  const [asTable, setAsTable] = useState(false);
  return (
    <Sheet aria-label={title}>
      <h2>
        <span className="cut" title={title}>
          {title}
        </span>
        {note === undefined ? null : (
          <span className="soft small" style={{ fontWeight: 450 }}>
            {note}
          </span>
        )}
        <span style={{ flex: 1 }} />
        {action}
        {table === undefined ? null : (
          <IconButton
            size="small"
            label={t(asTable ? 'overview.asChart' : 'overview.asTable')}
            icon={asTable ? <ChartIcon size={14} /> : <TableIcon size={14} />}
            pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          />
        )}
      </h2>
      {asTable && table !== undefined ? table : children}
    </Sheet>
  );
};

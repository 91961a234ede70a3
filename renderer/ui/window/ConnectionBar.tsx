import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { useLasting } from '../Waiting.tsx';
import { useConnection } from '../core/connection.ts';

const Bar = styled('div')({
  padding: '5px 12px',
  fontSize: 13,
  background: 'var(--amber-soft)',
  color: 'var(--amber)',
  borderBottom: '1px solid var(--line)',
});

/** Says quietly that the core is away; nothing is blocked, what was typed stays. */
export const ConnectionBar = () => {
  const { t } = useTranslation('app');
  const connection = useConnection();
  const lost = useLasting(connection === 'lost');
  return (
    <div role="status">
      {lost ? <Bar>{t('connection.lost')}</Bar> : null}
      {connection === 'refused' ? <Bar>{t('connection.noToken')}</Bar> : null}
    </div>
  );
};

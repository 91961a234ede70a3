import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';

const Name = styled('span')({
  display: 'flex',
  gap: 8,
  alignItems: 'center',
  fontWeight: 650,
  letterSpacing: '.01em',
  color: 'var(--ink)',
  '& i': {
    width: 18,
    height: 18,
    borderRadius: '50%',
    border: '4px solid var(--ink)',
    borderRightColor: 'transparent',
    transform: 'rotate(35deg)',
  },
});

/** The open ring, people around a table with room for one more, and the name. */
export const Brand = ({ width }: { width?: number }) => {
  const { t } = useTranslation('common');
  return (
    <Name style={width === undefined ? {} : { width }}>
      <i aria-hidden="true" />
      {t('app.name')}
    </Name>
  );
};

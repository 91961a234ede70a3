import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '../../../../shared/contract/projects.ts';
import { Mark } from './marks.tsx';

const List = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 14px',
  flex: 'none',
  listStyle: 'none',
  margin: 0,
  padding: '0 14px 6px',
  fontSize: 12,
  color: 'var(--soft)',
  '& li': { display: 'flex', alignItems: 'center', gap: 6 },
  '@media print': { padding: '0 0 6px' },
});

const looks = ['held', 'planned', 'none', 'never'] as const;

/** What the marks of the matrix mean. */
export const Legend = ({ view }: { view: CoverageView }) => {
  const { t } = useTranslation('projects');
  return (
    <List>
      {looks
        .filter((look) => look !== 'never' || view.never > 0)
        .map((look) => (
          <li key={look}>
            <Mark look={look} />
            {t(`coverage.${look}`)}
          </li>
        ))}
    </List>
  );
};

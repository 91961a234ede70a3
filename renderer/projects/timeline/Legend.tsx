import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 14px',
  fontSize: 12,
  color: 'var(--soft)',
  '& > li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  '& i': { display: 'inline-block', width: 20, height: 9, borderRadius: 2.5, printColorAdjust: 'exact' },
  '@media screen and (max-width: 900px)': { display: 'none' },
  '@media print': { paddingBottom: 6 },
});

const marks = [
  ['actual', { background: 'var(--ink)' }],
  ['plan', { background: 'var(--ink-soft)', border: '1.5px solid var(--ink)' }],
  ['late', { background: 'var(--amber-fill)' }],
  ['baseline', { height: 5, background: 'var(--line-strong)', border: '1px solid var(--edge)' }],
  ['day', { width: 9, borderRadius: 0, background: 'var(--ink)', transform: 'rotate(45deg) scale(0.85)' }],
  ['end', { width: 2, height: 13, borderRadius: 0, background: 'var(--red)' }],
] as const;

/** What the marks of the timeline mean. */
export const Legend = () => {
  const { t } = useTranslation('projects');
  return (
    <List aria-label={t('timeline.legend.label')}>
      {marks.map(([name, style]) => (
        <li key={name}>
          <i aria-hidden="true" style={style} />
          {t(`timeline.legend.${name}`)}
        </li>
      ))}
    </List>
  );
};

import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { SignedApart } from '../../../shared/contract/meetings.ts';
import { formatDay } from '../../../shared/dates.ts';
import { TextLink } from '../../ui/Button.tsx';
import { useLanguage } from '../../ui/window/language.ts';

const Frame = styled('section')({
  padding: '12px 16px 14px',
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line-strong)',
  '& ul': { listStyle: 'none', margin: '6px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: 8 },
  '& li': { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px' },
  '& li > span': { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** Minutes that two have signed apart: before everything else that waits, because what is in force hangs on them. */
export const SignedApartList = ({ rows }: { rows: readonly SignedApart[] }) => {
  const { t } = useTranslation(['exchange', 'vocabulary', 'common']);
  const { language } = useLanguage();
  return (
    <Frame>
      <h2>{t('conflicts.apart')}</h2>
      <ul>
        {rows.map(({ id, title, kind, group, number, heldOn, signatures }) => (
          <li key={id}>
            <span>
              {[
                title || t(`vocabulary:meetingKind.${kind}`),
                number === '' ? '' : t('common:numbered', { number }),
                group,
                heldOn === null ? '' : formatDay(heldOn, language),
              ]
                .filter(Boolean)
                .join(' · ')}
              <br />
              <span className="soft small">{t('conflicts.apartText', { count: signatures })}</span>
            </span>
            <TextLink to={`/meetings/${id}/signed`}>{t('conflicts.compare')}</TextLink>
          </li>
        ))}
      </ul>
    </Frame>
  );
};

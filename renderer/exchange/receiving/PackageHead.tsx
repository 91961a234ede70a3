import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { PackagePreview } from '../../../shared/contract/exchangeViews.ts';
import { cardChecks } from '../../../shared/vocabulary.ts';
import { ShieldIcon } from '../../ui/icons.tsx';
import { useFigure } from '../../ui/window/figures.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 24px',
  alignItems: 'center',
  flex: 'none',
  minHeight: 66,
  padding: '8px 16px',
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
  lineHeight: 1.35,
});

const Numbers = styled('dl')({
  display: 'flex',
  margin: '0 0 0 auto',
  '& > div': {
    display: 'flex',
    flexDirection: 'column-reverse',
    padding: '0 16px',
    borderLeft: '1px solid var(--line)',
    whiteSpace: 'nowrap',
    '&:last-of-type': { paddingRight: 0 },
  },
  '& dt': { fontSize: 12, color: 'var(--soft)' },
  '& dd': { margin: 0, fontSize: 19, lineHeight: '24px', fontWeight: 650 },
});

const shown = ['new', 'changed', 'removed', 'waiting', 'conflict', 'refused'] as const;
const always: readonly string[] = ['new', 'changed'];
const colours: Partial<Record<(typeof shown)[number], string>> = { conflict: 'var(--amber)', refused: 'var(--red)' };

/** Who sent the package, how far we know it is they, and how much is in it. */
export const PackageHead = ({ preview }: { preview: PackagePreview }) => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const words = useExchangeWords();
  const figure = useFigure();
  const { sender, counts, since } = preview;
  const how = cardChecks.find((check) => check === sender.checked);
  const checked =
    sender.trustedAt === null || how === undefined
      ? ''
      : t('receive.checked', {
          how: t(`vocabulary:cardCheck.${how}`),
          day: words.day(sender.trustedAt),
        });
  return (
    <Row>
      <span style={{ color: 'var(--green)', display: 'flex' }}>
        <ShieldIcon size={26} />
      </span>
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <b>{sender.name}</b>
        <p className="soft small">
          {[
            t('receive.valid'),
            checked,
            since === null ? t('receive.full') : t('receive.since', { day: words.day(since) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="soft small">
        {t('own.fingerprint')}
        <p style={{ color: 'var(--text)', fontWeight: 550, fontVariantNumeric: 'tabular-nums' }}>
          {sender.fingerprint}
        </p>
      </div>
      <Numbers>
        {shown
          .filter((fate) => counts[fate] > 0 || always.includes(fate))
          .map((fate) => (
            <div key={fate}>
              <dt>{t(`fate.${fate}`)}</dt>
              <dd style={{ color: counts[fate] > 0 ? colours[fate] : undefined }}>{figure(counts[fate])}</dd>
            </div>
          ))}
      </Numbers>
    </Row>
  );
};

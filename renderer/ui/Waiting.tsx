import Skeleton from '@mui/material/Skeleton';
import { keyframes, styled } from '@mui/material/styles';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Meter } from './Meter.tsx';
import { useLanguage } from './window/language.ts';

/** True once `active` has lasted that long, so that what is quick does not flicker. */
export const useLasting = (active: boolean, milliseconds = 300): boolean => {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [active, milliseconds]);
  return lasting;
};

const slide = keyframes({ from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(350%)' } });

const Track = styled('div')({ position: 'relative', height: 0, zIndex: 1 });

const Bar = styled('div')({
  position: 'absolute',
  inset: '0 0 auto',
  height: 2,
  '&[data-thick]': { position: 'relative', height: 4, borderRadius: 2 },
  overflow: 'hidden',
  background: 'var(--ink-soft)',
  '&::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    width: '30%',
    background: 'var(--ink)',
    animation: `${slide} 1.2s linear infinite`,
  },
});

/** A thin bar at the top of the place that waits; appears after 300 ms and takes no room. */
export const WaitBar = ({ active }: { active: boolean }) => {
  const { t } = useTranslation('common');
  const shown = useLasting(active);
  return <Track>{shown ? <Bar role="progressbar" aria-label={t('msg.loading')} /> : null}</Track>;
};

const Lines = styled('div')({ display: 'flex', flexDirection: 'column', gap: 8, padding: 16 });

/** Grey lines where text will stand; appears after 300 ms. */
export const Waiting = ({ lines = 5 }: { lines?: number }) => {
  const { t } = useTranslation('common');
  const shown = useLasting(true);
  return (
    <div role="status" aria-busy="true">
      <span className="unseen">{t('msg.loading')}</span>
      {shown ? (
        <Lines aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} variant="rectangular" height={16} width={`${92 - ((line * 17) % 45)}%`} />
          ))}
        </Lines>
      ) : null}
    </div>
  );
};

/** Work that takes longer than two seconds: done of total where that is known, what it is at, and Cancel. */
export const LongWork = ({
  progress,
  inPercent = false,
  onCancel,
  children,
}: {
  /** Null: nobody knows how long it takes; what it is at the children say. */
  progress: { done: number; total: number; note?: string | undefined } | null;
  /** Where done and total are nothing that a person counts. */
  inPercent?: boolean;
  onCancel?: (() => void) | undefined;
  children?: ReactNode;
}) => {
  const { t } = useTranslation(['ui', 'common']);
  const { locale } = useLanguage();
  const { done, total } = progress ?? { done: 0, total: 0 };
  const label = inPercent
    ? new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor((100 * done) / Math.max(1, total)) / 100)
    : t('ui:longWork.of', { done, total });
  return (
    <div role="status" style={{ display: 'flex', flexDirection: 'column', gap: 6 }}>
      {children}
      {progress === null ? (
        <Bar data-thick="" role="progressbar" aria-label={t('common:msg.loading')} />
      ) : (
        <Meter value={done} max={Math.max(1, total)} label={label} />
      )}
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', minHeight: 26 }} className="soft small">
        <span>{progress === null ? '' : label}</span>
        <span className="cut">{progress?.note}</span>
        <span style={{ flex: 1 }} />
        {onCancel === undefined ? null : (
          <Button size="small" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
};

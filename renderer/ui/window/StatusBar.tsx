import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../Kbd.tsx';
import { useSaving } from '../core/saving.ts';
import { useSaid } from './say.ts';
import { useShownStatus, type StatusKey } from './status.ts';
import { StatusLine } from './frame.ts';

/** How long a save counts as "just now", in milliseconds. */
const justNow = 10_000;

const useJustSaved = (savedAt: number | undefined): boolean => {
  const [old, setOld] = useState<number>();
  useEffect(() => {
    if (savedAt === undefined) return undefined;
    const timer = setTimeout(() => setOld(savedAt), justNow);
    return () => clearTimeout(timer);
  }, [savedAt]);
  return savedAt !== undefined && old !== savedAt;
};

const Saving = () => {
  const { t } = useTranslation('app');
  const { state, savedAt } = useSaving();
  const justSaved = useJustSaved(savedAt);
  if (state === 'saved') {
    return <span style={{ color: 'var(--green)' }}>✓ {justSaved ? t('saving.now') : t('saving.all')}</span>;
  }
  if (state === 'failed') return <span style={{ color: 'var(--red)' }}>! {t('saving.failed')}</span>;
  return <span>{state === 'saving' ? t('saving.running') : t('saving.unsaved')}</span>;
};

const KeyHint = ({ hint }: { hint: StatusKey }) => (
  <span>
    {(typeof hint.keys === 'string' ? [hint.keys] : hint.keys).map((keys) => (
      <Fragment key={keys}>
        <Kbd keys={keys} />
      </Fragment>
    ))}
    {hint.label}
  </span>
);

/** Left the saving state (or what a page without records says there), then the keys that work now, right one fact. */
export const StatusBar = ({ left }: { left?: ReactNode }) => {
  const { keys, fact } = useShownStatus();
  const said = useSaid();
  return (
    <StatusLine className="noPrint">
      {left === undefined ? <Saving /> : <span>{left}</span>}
      {keys.map((hint) => (
        <KeyHint key={hint.label} hint={hint} />
      ))}
      <span style={{ flex: 1 }} />
      <span role="status">{said}</span>
      {said === '' ? <span>{fact}</span> : null}
    </StatusLine>
  );
};

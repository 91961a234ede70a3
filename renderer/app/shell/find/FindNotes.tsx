import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isNarrowed, type Conditions } from './conditions.ts';
import type { Found } from './useFound.ts';

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  padding: '6px 14px',
  borderTop: '1px solid var(--line)',
  color: 'var(--soft)',
  fontSize: 12,
  flex: 'none',
});

/** Counting stops there; the core says how far it counts. */
const mostCounted = 1000;

/** How much was found, or that it is being looked for; undefined where nothing is. */
const useCount = (found: Found): string | undefined => {
  const { t } = useTranslation('search');
  if (found.idle) return undefined;
  if (found.stale) return t('searching');
  if (found.error !== null) return undefined;
  if (found.total === 0) return t('foundNone');
  return found.total >= mostCounted ? t('foundMany', { n: mostCounted }) : t('found', { n: found.total });
};

/** The count, said to a screen reader once typing rests; and that a long query was cut. */
export const FindFoot = ({ id, found }: { id: string; found: Found }) => {
  const { t } = useTranslation('search');
  const count = useCount(found);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (found.stale) return undefined;
    const timer = setTimeout(() => setSaid(count ?? ''), 400);
    return () => clearTimeout(timer);
  }, [count, found.stale]);
  return (
    <>
      <span role="status" className="unseen">
        {[said, found.cut ? t('cut') : ''].filter(Boolean).join(' ')}
      </span>
      {count === undefined ? (
        <span id={id} className="unseen">
          {t('hint.commands')}
        </span>
      ) : (
        <Foot>
          <span id={id}>{count}</span>
          {found.cut ? <span>{t('cut')}</span> : null}
        </Foot>
      )}
    </>
  );
};

const Hints = styled('div')({
  padding: '10px 16px 14px',
  color: 'var(--soft)',
  '& p + p': { marginTop: 6 },
  '& p:first-of-type': { color: 'var(--text)' },
});

/** Nothing was found: what might help. */
export const NothingFound = ({ conditions, onlyCommands }: { conditions: Conditions; onlyCommands: boolean }) => {
  const { t } = useTranslation('search');
  if (onlyCommands) {
    return (
      <Hints>
        <p>{t('nothingCommand')}</p>
      </Hints>
    );
  }
  return (
    <Hints>
      <p>{t('nothing')}</p>
      {isNarrowed(conditions) ? <p>{t('hint.filters')}</p> : null}
      <p>{t('hint.forms')}</p>
      <p>{t('hint.commands')}</p>
    </Hints>
  );
};

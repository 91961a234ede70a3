import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { PackagePreview } from '../../../shared/contract/exchangeViews.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useExchangeWords } from '../useExchangeWords.ts';
import type { Receiving } from './useReceiving.ts';

const Notes = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  padding: '8px 16px',
  flex: 'none',
  maxHeight: '40%',
  overflow: 'auto',
  borderBottom: '1px solid var(--line)',
  // there the page itself scrolls
  '@media (max-height: 560px)': { maxHeight: 'none', overflow: 'visible' },
});

/** What else a package brings: groups to join, troubles, introductions, files, erasures, what is held or known. */
export const PackageNotes = ({
  preview,
  refusedGroups,
  onJoin,
}: {
  preview: PackagePreview;
  refusedGroups: Receiving['refusedGroups'];
  onJoin: Receiving['join'];
}) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const { offered, troubles, introductions, attachments, attachmentBytes, erasures, held, known, signedApart } =
    preview;
  const facts = [
    attachments === 0 ? '' : t('receive.attachments', { count: attachments, size: words.size(attachmentBytes) }),
    known === 0 ? '' : t('receive.known', { count: known }),
    introductions.length === 0
      ? ''
      : t('receive.introductions', { names: introductions.map(({ name }) => name).join(', ') }),
  ].filter(Boolean);
  if (offered.length + troubles.length + erasures + held + signedApart.length + facts.length === 0) return null;
  return (
    <Notes>
      {offered.length === 0 ? null : (
        <Notice>
          <b style={{ fontWeight: 600 }}>{t('receive.offered')}</b>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 18px' }}>
            {offered.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={!refusedGroups.has(id)}
                onChange={(joins) => onJoin(id, joins)}
              />
            ))}
          </div>
          <span className="soft small">{t('receive.offeredHint')}</span>
        </Notice>
      )}
      {troubles.map((trouble) => (
        <Notice key={trouble.code} tone="amber">
          {words.trouble(trouble)}
        </Notice>
      ))}
      {signedApart.length === 0 ? null : (
        <Notice tone="amber">{t('receive.signedApart', { names: signedApart.join('; ') })}</Notice>
      )}
      {erasures === 0 ? null : <Notice tone="amber">{t('receive.erasures', { count: erasures })}</Notice>}
      {held === 0 ? null : <Notice tone="amber">{t('receive.held', { count: held })}</Notice>}
      {facts.length === 0 ? null : <p className="soft small">{facts.join(' · ')}</p>}
    </Notes>
  );
};

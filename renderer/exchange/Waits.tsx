import { useTranslation } from 'react-i18next';
import type { ExchangeStatus } from '../../shared/contract/exchange.ts';
import { LinkButton, TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { CardSource } from './cards/CardDialog.tsx';
import { useExchangeWords } from './useExchangeWords.ts';

/** What a person has to look at: troubles of agencies in words, and what waits for a decision. */
export const Waits = ({ status, openCard }: { status: ExchangeStatus; openCard: (source: CardSource) => void }) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const troubles = status.agencies.flatMap(({ card, renewed, troubles: own }) =>
    own.map((trouble) => ({ trouble, key: `${card.id} ${trouble.code}`, renewed })),
  );
  if (troubles.length === 0 && status.heldBatches === 0 && status.openConflicts === 0) return null;
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 6, padding: '10px 16px', flex: 'none' }}>
      {status.openConflicts === 0 ? null : (
        <Notice tone="amber" action={<TextLink to="/conflicts">{t('waits.look')}</TextLink>}>
          {t('waits.conflicts', { count: status.openConflicts })}
        </Notice>
      )}
      {status.heldBatches === 0 ? null : (
        <Notice tone="amber" action={<TextLink to="/exchange/log">{t('waits.look')}</TextLink>}>
          {t('waits.held', { count: status.heldBatches })}
        </Notice>
      )}
      {troubles.map(({ trouble, key, renewed }) => (
        <Notice
          key={key}
          tone="amber"
          action={
            trouble.code === 'renewedCard' && renewed !== null ? (
              <LinkButton onClick={() => openCard({ card: renewed })}>{t('waits.look')}</LinkButton>
            ) : undefined
          }
        >
          {words.trouble(trouble)}
        </Notice>
      ))}
    </div>
  );
};

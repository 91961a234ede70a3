import { useTranslation } from 'react-i18next';
import type { AgencyCardView } from '../../../shared/contract/exchange.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DetailList } from '../../ui/Panel.tsx';
import { cardTones } from '../stateLook.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

/** How far a card is believed, in a word. */
export const CardChip = ({ state }: { state: AgencyCardView['state'] }) => {
  const { t } = useTranslation('vocabulary');
  return (
    <Chip size="small" tone={cardTones[state]}>
      {t(`cardState.${state}`)}
    </Chip>
  );
};

/** What is known of a card that is here. */
export const CardFacts = ({ card }: { card: AgencyCardView }) => {
  const { t } = useTranslation(['exchange', 'vocabulary']);
  const words = useExchangeWords();
  return (
    <DetailList
      items={[
        { label: t('col.card'), value: <CardChip state={card.state} /> },
        { label: t('card.madeAt'), value: words.moment(card.madeAt) },
        {
          label: t('col.checked'),
          value:
            card.trustedAt === null
              ? ''
              : t('card.trustedOn', {
                  how: t(`vocabulary:cardCheck.${card.checked}`),
                  day: words.moment(card.trustedAt),
                }),
        },
        {
          label: t('col.introducedBy'),
          value: card.introducedBy === '' ? '' : t('card.introducedBy', { name: card.introducedBy }),
        },
        { label: t('card.note'), value: card.note },
      ]}
    />
  );
};

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Acts } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { takeFiles, type PickedFile } from '../ui/core/files.ts';
import { say } from '../ui/window/say.ts';
import type { CardSource } from './cards/CardDialog.tsx';
import { useExchangeWords } from './useExchangeWords.ts';

/** What the exchange is handed in files, by what they are: a package is looked at, a card opens, a receipt is read. */
export const useDropped = (
  run: Acts['run'],
  openCard: (source: CardSource) => void,
): { take: (file: PickedFile) => void; drop: (transfer: DataTransfer) => void } => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const words = useExchangeWords();
  const take = useCallback(
    (file: PickedFile): void => {
      const name = file.name.toLowerCase();
      if (name.endsWith('.viche-card')) openCard({ ticket: file.ticket });
      else if (name.endsWith('.viche-receipt')) {
        void run(async () => {
          const { agency, at, refused } = await client.exchange.readReceipt({ ticket: file.ticket });
          const key = refused > 0 ? 'receipt.refused' : 'receipt.read';
          say(t(key, { agency, when: words.moment(at), count: refused }));
        });
      } else if (name.endsWith('.viche-package')) {
        void navigate('/exchange/receive', { state: { source: { ticket: file.ticket }, name: file.name } });
      } else say(t('drop.unknown'));
    },
    [run, openCard, navigate, t, words],
  );
  const drop = (transfer: DataTransfer): void =>
    void run(async () => {
      const [file] = await takeFiles(transfer);
      if (file !== undefined) take(file);
    });
  return { take, drop };
};

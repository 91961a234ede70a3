import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeStatus } from '../../shared/contract/exchange.ts';
import { AppError } from '../../shared/errors.ts';
import { LinkButton, TextLink } from '../ui/Button.tsx';
import { ErrorNotice, Notice } from '../ui/Notice.tsx';
import type { CardSource } from './cards/CardDialog.tsx';
import { IssueAgain } from './IssueAgain.tsx';
import { useExchangeWords } from './useExchangeWords.ts';

/** The list under them is what the page is for: more than these are asked for, and scroll. */
const most = 2;

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  padding: '10px 16px',
  flex: '0 0 auto',
  maxHeight: '50%',
  overflow: 'auto',
  '& > *': { flex: 'none' },
  // there the page itself scrolls
  '@media (max-width: 900px)': { maxHeight: 'none', overflow: 'visible' },
});

/** What a person has to look at: troubles of agencies in words, and what waits for a decision. */
export const Waits = ({ status, openCard }: { status: ExchangeStatus; openCard: (source: CardSource) => void }) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const troubles = status.agencies.flatMap(({ card, renewed, troubles: own }) =>
    own.map((trouble) => ({ trouble, key: `${card.id} ${trouble.code}`, renewed })),
  );
  const [all, setAll] = useState(false);
  const { trouble: folderTrouble } = status.folder;
  const notices = [
    folderTrouble === null ? null : <ErrorNotice key="folder" error={new AppError(folderTrouble)} />,
    status.ahead === null ? null : <IssueAgain key="ahead" ahead={status.ahead} />,
    status.signedApart === 0 ? null : (
      <Notice key="apart" tone="amber" action={<TextLink to="/conflicts">{t('waits.look')}</TextLink>}>
        {t('waits.apart', { count: status.signedApart })}
      </Notice>
    ),
    status.openConflicts === 0 ? null : (
      <Notice key="conflicts" tone="amber" action={<TextLink to="/conflicts">{t('waits.look')}</TextLink>}>
        {t('waits.conflicts', { count: status.openConflicts })}
      </Notice>
    ),
    status.heldBatches === 0 ? null : (
      <Notice key="held" tone="amber" action={<TextLink to="/exchange/log">{t('waits.look')}</TextLink>}>
        {t('waits.held', { count: status.heldBatches })}
      </Notice>
    ),
    ...status.ownLater
      .filter(({ state }) => state === 'introduced' || state === 'imported')
      .map((card) => (
        <Notice
          key={card.id}
          tone="amber"
          action={<LinkButton onClick={() => openCard({ card })}>{t('waits.look')}</LinkButton>}
        >
          {t('waits.ownLater', { name: card.introducedBy, day: words.day(card.madeAt) })}
        </Notice>
      )),
    ...troubles.map(({ trouble, key, renewed }) => (
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
    )),
  ].filter((notice) => notice !== null);
  if (notices.length === 0) return null;
  const isCut = notices.length > most + 1;
  return (
    <Stack role="region" aria-label={t('folder.waiting')} tabIndex={all ? 0 : undefined}>
      {all || !isCut ? notices : notices.slice(0, most)}
      {isCut ? (
        <div>
          <LinkButton onClick={() => setAll(!all)}>
            {all ? t('waits.fewer') : t('waits.more', { count: notices.length - most })}
          </LinkButton>
        </div>
      ) : null}
    </Stack>
  );
};

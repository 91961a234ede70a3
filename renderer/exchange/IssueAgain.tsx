import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeStatus } from '../../shared/contract/exchange.ts';
import { LinkButton } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { client } from '../ui/core/client.ts';
import { trackSaving } from '../ui/core/saving.ts';
import { Notice } from '../ui/Notice.tsx';
import { say } from '../ui/window/say.ts';
import { readExchangeAgain } from './readAgain.ts';
import { useExchangeWords } from './useExchangeWords.ts';

/** Rule 4: what we sealed while this computer's clock was ahead, and the act that sets it right. */
export const IssueAgain = ({ ahead }: { ahead: NonNullable<ExchangeStatus['ahead']> }) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  // The computer's time as it is when the question is asked.
  const [asked, setAsked] = useState<string | null>(null);
  const issue = async (): Promise<void> => {
    const { changes } = await trackSaving(client.exchange.issueAgain());
    await readExchangeAgain();
    say(t('again.done', { count: changes }));
  };
  return (
    <>
      <Notice
        tone="amber"
        action={<LinkButton onClick={() => setAsked(new Date().toISOString())}>{t('again.act')}</LinkButton>}
      >
        {t('again.notice', { count: ahead.changes, latest: words.moment(ahead.latest) })}
      </Notice>
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('again.title')}
        text={t('again.text', { now: words.moment(asked) })}
        confirmLabel={t('again.do')}
        onConfirm={issue}
      />
    </>
  );
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCard as Own } from '../../../shared/contract/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { say } from '../../ui/window/say.ts';
import { useAsked } from '../asked.ts';
import { Fingerprint } from '../Fingerprint.tsx';
import { readExchangeAgain } from '../readAgain.ts';
import { useExchangeWords } from '../useExchangeWords.ts';

/** The acts with our own card. */
export const OwnCardActs = ({ own, small = false }: { own: Own; small?: boolean }) => {
  const { t } = useTranslation('exchange');
  const { run, error } = useActs();
  const size = small ? 'small' : 'normal';
  const copy = (): void =>
    void run(async () => {
      await navigator.clipboard.writeText(own.text);
      say(t('own.copied'));
    });
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
        <Button
          size={size}
          icon={small ? undefined : <DownloadIcon />}
          onClick={() => void run(async () => saveFile(await client.exchange.saveCard()))}
        >
          {t('own.save')}
        </Button>
        <Button size={size} onClick={copy}>
          {t('own.copy')}
        </Button>
      </div>
      <ErrorNotice error={error} />
    </>
  );
};

/** Our card as a partner needs it: the fingerprint to be read aloud, the code to be scanned. */
export const OwnCard = ({ own }: { own: Own }) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const [renewing, setRenewing] = useState(false);
  useAsked('renew', setRenewing);
  const renew = async (): Promise<void> => {
    await trackSaving(client.exchange.renewKeys());
    await readExchangeAgain();
    say(t('renew.done'));
  };
  return (
    <div
      style={{
        display: 'flex',
        // the code under the words where there is no room beside them
        flexWrap: 'wrap-reverse',
        alignItems: 'flex-end',
        gap: '16px 28px',
        padding: 16,
        background: 'var(--surface)',
        borderBottom: '1px solid var(--line)',
      }}
    >
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(own.qr)}`}
        alt={t('own.qr')}
        width={248}
        height={248}
        style={{
          flex: 'none',
          imageRendering: 'pixelated',
          background: '#fff',
          padding: 8,
          borderRadius: 'var(--radius)',
        }}
      />
      <div style={{ flex: '1 1 320px', display: 'flex', flexDirection: 'column', gap: 10, minWidth: 0 }}>
        <div>
          <h2 style={{ fontSize: 15 }}>{own.name}</h2>
          <p className="soft small">{t('own.made', { day: words.day(own.madeAt) })}</p>
        </div>
        <Fingerprint label={t('own.fingerprint')} value={own.fingerprint} size="large" />
        <p className="soft" style={{ maxWidth: 620 }}>
          {t('own.give')}
        </p>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
          <OwnCardActs own={own} />
          <Button variant="danger" onClick={() => setRenewing(true)}>
            {t('own.renew')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={renewing}
        danger
        onClose={() => setRenewing(false)}
        title={t('renew.title')}
        text={t('renew.text')}
        confirmLabel={t('renew.do')}
        onConfirm={renew}
      />
    </div>
  );
};

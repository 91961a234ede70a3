import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyCardView, CardReading } from '../../../shared/contract/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { pickFiles, takeFiles } from '../../ui/core/files.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { UploadIcon } from '../../ui/icons.tsx';
import { Notice, type NoticeTone } from '../../ui/Notice.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Fingerprint } from '../Fingerprint.tsx';

type Text = { text: string } | { ticket: string };

const tones: Record<CardReading['meaning'], NoticeTone> = {
  own: 'info',
  known: 'info',
  new: 'ok',
  renewed: 'amber',
  ownLater: 'amber',
  other: 'error',
};

/** Whether there is anything to be done with it: our own and one trusted or revoked already are only shown. */
const isTakeable = ({ meaning, known }: CardReading): boolean =>
  meaning !== 'own' && !(meaning === 'known' && (known?.state === 'trusted' || known?.state === 'revoked'));

export const useCardSteps = () => {
  const { t } = useTranslation('exchange');
  return (['read', 'compare', 'trust'] as const).map((key) => ({ key, label: t(`card.step.${key}`) }));
};

/** What a card that was read means here, with its fingerprint. */
const Reading = ({ reading: { card, meaning, known } }: { reading: CardReading }) => {
  const { t } = useTranslation('exchange');
  return (
    <>
      <h3 style={{ fontSize: 15 }}>{card.name}</h3>
      <Notice tone={tones[meaning]}>{t(`card.meaning.${meaning}`)}</Notice>
      <Fingerprint label={t('own.fingerprint')} value={card.fingerprint} size="large" />
      {known === null || known.fingerprint === card.fingerprint ? null : (
        <div className="soft small">
          <Fingerprint label={t('card.before')} value={known.fingerprint} />
        </div>
      )}
    </>
  );
};

/** A card is read from a file or a text and, once seen what it means, taken. */
export const ReadCardDialog = ({
  first,
  onTaken,
  onClose,
}: {
  /** What was handed in already; null where the person has yet to choose. */
  first: Text | null;
  /** It is here now and can be compared. */
  onTaken: (card: Pick<AgencyCardView, 'id' | 'name' | 'fingerprint'>) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation('exchange');
  const { run: save, running: saving, error: unsaved } = useActs();
  const { run, running, error } = useActs(false);
  const [text, setText] = useState('');
  const [read, setRead] = useState<{ from: Text; reading: CardReading } | null>(null);
  const steps = useCardSteps();

  const look = (from: Text): void =>
    void run(async () => setRead({ from, reading: await client.exchange.readCard(from) }));
  const choose = (): void =>
    void run(async () => {
      const [file] = await pickFiles({ accept: ['.viche-card'] });
      if (file !== undefined) look({ ticket: file.ticket });
    });
  const began = useRef(false);
  useEffect(() => {
    if (first === null || began.current) return;
    began.current = true;
    void run(async () => setRead({ from: first, reading: await client.exchange.readCard(first) }));
  }, [first, run]);

  const take = (): void =>
    void save(async () => {
      if (read === null) return;
      const { id } = await client.exchange.importCard(read.from);
      onTaken({ id, name: read.reading.card.name, fingerprint: read.reading.card.fingerprint });
    });
  // a card that was handed in is read at once: the form would only flash, and take the focus with it when it goes
  const isGiven = first !== null && error === undefined;
  const mayTake = read !== null && isTakeable(read.reading);
  const submit = read === null ? () => look({ text }) : mayTake ? take : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('card.read')}
      width={600}
      error={error ?? unsaved}
      submitting={running || saving}
      submitDisabled={read === null && text.trim() === ''}
      submitLabel={
        read === null ? t('card.next') : t(read.reading.meaning === 'known' ? 'card.toCompare' : 'card.import')
      }
      onSubmit={submit}
    >
      <Steps label={t('card.title')} steps={steps} current="read" />
      {read === null && isGiven ? (
        <Waiting lines={3} />
      ) : read === null ? (
        <FileDrop
          onFiles={(transfer) =>
            void run(async () => {
              const [file] = await takeFiles(transfer);
              if (file !== undefined) look({ ticket: file.ticket });
            })
          }
        >
          <div style={{ display: 'flex', flexDirection: 'column', gap: 12, alignItems: 'flex-start' }}>
            <Button icon={<UploadIcon />} onClick={choose}>
              {t('card.file')}
            </Button>
            <div style={{ width: '100%' }}>
              <TextArea
                label={t('card.paste')}
                hint={t('card.pasteHint')}
                minRows={4}
                maxRows={8}
                takesFocus
                value={text}
                onChange={setText}
              />
            </div>
          </div>
        </FileDrop>
      ) : (
        <Reading reading={read.reading} />
      )}
    </Dialog>
  );
};

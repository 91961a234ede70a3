import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyStatus } from '../../../shared/contract/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/Choice.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { saveFile } from '../../ui/core/files.ts';
import { cancelWork, followWork, useWorkPhase } from '../../ui/core/longWork.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { LongWork, Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { intoView } from '../../ui/window/room.ts';
import { useExchangeWords } from '../useExchangeWords.ts';
import { OutgoingFacts } from './OutgoingFacts.tsx';

type Carrier = 'file' | 'mail' | 'folder';
type Made = { carrier: Carrier; name: string; ticket: string | null };

const madeKeys = { file: 'send.madeFile', mail: 'send.madeMail', folder: 'send.madeFolder' } as const;

/** What is new is signed, nobody knows how long; then the package is written. The dialog's own Cancel cancels it. */
const Progress = () => {
  const { t } = useTranslation('exchange');
  const { phase, progress } = useWorkPhase();
  return (
    <div ref={intoView}>
      <LongWork progress={progress} inPercent>
        <p>{phase === 'before' ? t('send.sealing') : t('send.making')}</p>
      </LongWork>
    </div>
  );
};

/** A package for one agency: what will go, then by what way. */
export const SendDialog = ({
  agency,
  hasFolder,
  onCard,
  onGroups,
  onClose,
}: {
  agency: AgencyStatus;
  /** An exchange folder has been chosen. */
  hasFolder: boolean;
  /** The card has to be looked at first. */
  onCard: () => void;
  /** Its groups have to be chosen first. */
  onGroups: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation('exchange');
  const words = useExchangeWords();
  const { language } = useLanguage();
  const { run, running, error, clear } = useActs();
  const [full, setFull] = useState(false);
  const [made, setMade] = useState<Made>();
  const { agencyId, name } = agency.card;
  const { data, error: unread } = useQuery(
    orpc.exchange.outgoing.queryOptions({ input: { agencyId, full }, meta: { live: false }, staleTime: 0 }),
  );
  const ready = data !== undefined && data.obstacle === null && !running;
  const make = (carrier: Carrier): void => {
    clear();
    void run(async () => {
      const done = await followWork(client.exchange.makePackage({ agencyId, full, carrier, language }));
      if (done.ticket !== null) await saveFile({ ticket: done.ticket, name: done.name });
      setMade({ carrier, name: done.name, ticket: done.ticket });
    });
  };
  if (made !== undefined)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('send.title', { name })}
        error={error}
        actions={
          made.ticket === null ? undefined : (
            <Button onClick={() => void run(() => saveFile({ ticket: made.ticket ?? '', name: made.name }))}>
              {t('send.again')}
            </Button>
          )
        }
      >
        <Notice tone="ok">{t(madeKeys[made.carrier], { name: made.name })}</Notice>
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={running ? () => void cancelWork() : onClose}
      title={t('send.title', { name })}
      width={620}
      error={error}
      submitLabel={t('send.file')}
      submitting={running}
      submitDisabled={!ready}
      onSubmit={() => make('file')}
      actions={
        <>
          <Button disabled={!ready} onClick={() => make('mail')}>
            {t('send.mail')}
          </Button>
          {hasFolder ? (
            <Button disabled={!ready} onClick={() => make('folder')}>
              {t('send.folder')}
            </Button>
          ) : null}
        </>
      }
    >
      <RadioCards
        label={t('send.what')}
        value={full ? 'full' : 'new'}
        onChange={(value) => setFull(value === 'full')}
        options={[
          {
            value: 'new',
            title: t('send.new'),
            text:
              agency.acknowledgedAt === null
                ? t('send.newFirst')
                : t('send.newSince', { day: words.day(agency.acknowledgedAt) }),
          },
          { value: 'full', title: t('send.full'), text: t('send.fullText') },
        ]}
      />
      <ErrorNotice error={unread} />
      {data === undefined && unread === null ? <Waiting lines={3} /> : null}
      {data === undefined ? null : <OutgoingFacts outgoing={data} />}
      {data?.obstacle === 'cardNotTrusted' ? (
        <div>
          <Button onClick={onCard}>{t('send.openCard')}</Button>
        </div>
      ) : null}
      {data?.obstacle === 'nothingShared' ? (
        <div>
          <Button onClick={onGroups}>{t('send.chooseGroups')}</Button>
        </div>
      ) : null}
      {running ? <Progress /> : null}
    </Dialog>
  );
};

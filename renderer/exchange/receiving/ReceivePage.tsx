import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Language } from '../../../shared/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { orpc } from '../../ui/core/client.ts';
import { readError } from '../../ui/core/errors.ts';
import { pickFiles } from '../../ui/core/files.ts';
import { cancelWork, useWorkPhase } from '../../ui/core/longWork.ts';
import { useLookingAt, type Looking } from '../../ui/core/openedFiles.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ErrorBar, ErrorNotice } from '../../ui/Notice.tsx';
import { Page, PageContent } from '../../ui/Page.tsx';
import { Card, CardTitle } from '../../ui/Panel.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { LongWork } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { askFor } from '../asked.ts';
import { useExchangeWords } from '../useExchangeWords.ts';
import { DoneView } from './DoneView.tsx';
import { PreviewView } from './PreviewView.tsx';
import { useReceiving, type PackageSource, type Receiving } from './useReceiving.ts';

const steps = ['verified', 'decrypted', 'preview', 'merge', 'receipt'] as const;

const stepOf: Record<Receiving['state']['step'], (typeof steps)[number]> = {
  none: 'verified',
  looking: 'verified',
  refused: 'verified',
  preview: 'preview',
  merging: 'merge',
  done: 'receipt',
};

/** Whether another file may be shown in the place of this one. */
const lookingAt: Record<Receiving['state']['step'], Looking> = {
  none: 'nothing',
  looking: 'at one',
  refused: 'done with one',
  preview: 'at one',
  merging: 'at one',
  done: 'done with one',
};

type Given = { source: PackageSource; name: string };

/** What another page has handed over with the way here. */
const givenBy = (state: unknown): Given | null =>
  typeof state === 'object' && state !== null && 'source' in state ? (state as Given) : null;

/**
 * How far a package is: what comes before it is read, its reading, of which the length is known, and what is worked out
 * from it then, of which it is not.
 */
const Progress = ({ phases }: { phases: { before: string; measured: string; after: string } }) => {
  const { phase, progress } = useWorkPhase();
  return (
    <PageContent width={680}>
      <Card>
        <LongWork progress={progress} inPercent onCancel={() => void cancelWork()}>
          <p>{phases[phase]}</p>
        </LongWork>
      </Card>
    </PageContent>
  );
};

/** The way to the card that a refused package waits for, where it is here already. */
const CompareSigner = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const { data } = useQuery(orpc.exchange.status.queryOptions());
  const { fingerprint } = readError(error).params;
  const cards = data?.agencies.flatMap(({ card, renewed }) => [card, ...(renewed === null ? [] : [renewed])]) ?? [];
  const signer = cards.find((card) => card.fingerprint === fingerprint);
  if (signer?.state !== 'imported' && signer?.state !== 'introduced') return null;
  return (
    <Button variant="primary" onClick={() => void navigate(...askFor('/exchange', { card: signer.id }))}>
      {t('card.toCompare')}
    </Button>
  );
};

/** A package on its way in: verified, looked at, merged, acknowledged. Nothing is written before the merge. */
export const ReceivePage = () => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const location = useLocation();
  const words = useExchangeWords();
  const { language } = useLanguage();
  const receiving = useReceiving(location.key, language);
  const { run, error } = useActs(false);
  const { state, look } = receiving;
  useMuchRoom();
  const [begun, setBegun] = useState<{ key: string; language: Language }>();
  // in another language the names of records are others: it is looked at again, and the choices stay
  const isBegun = begun?.key === location.key && (begun.language === language || state.step !== 'preview');
  const isGiven = givenBy(location.state) !== null && !isBegun;
  useLookingAt(isGiven ? 'at one' : lookingAt[state.step]);

  useEffect(() => {
    const given = givenBy(location.state);
    if (given === null || isBegun) return;
    setBegun({ key: location.key, language });
    void look(given.source, given.name);
  }, [location.state, location.key, language, isBegun, look]);

  const choose = (): void =>
    void run(async () => {
      const [file] = await pickFiles({ accept: ['.viche-package'] });
      if (file === undefined) return;
      // told by the address, so that it is looked at again after a lock
      const given: Given = { source: { ticket: file.ticket }, name: file.name };
      await navigate(location.pathname, { replace: true, state: given });
    });
  const subtitle = (): string | undefined => {
    if (state.step === 'none') return undefined;
    if (state.step === 'looking' || state.step === 'refused') return state.name;
    const { fileName, bytes } = state.step === 'done' ? state.entry : state.preview;
    return `${fileName} · ${words.size(bytes)}`;
  };
  return (
    <Page
      fill
      title={t('receive.title')}
      subtitle={subtitle()}
      actions={
        <Steps
          label={t('receive.steps')}
          steps={steps.map((key) => ({ key, label: t(`receive.step.${key}`) }))}
          current={stepOf[state.step]}
        />
      }
    >
      <ErrorBar error={error} />
      {state.step === 'none' ? (
        <EmptyState
          text={t('receive.none')}
          icon={<DownloadIcon />}
          action={{ label: t('receive.choose'), run: choose }}
        />
      ) : null}
      {state.step === 'looking' ? (
        <Progress
          phases={{ before: t('receive.looking'), measured: t('receive.looking'), after: t('receive.comparing') }}
        />
      ) : null}
      {state.step === 'merging' ? (
        <Progress
          phases={{ before: t('receive.backup'), measured: t('receive.again'), after: t('receive.mergingNow') }}
        />
      ) : null}
      {state.step === 'refused' ? (
        <PageContent width={680}>
          <Card>
            <CardTitle>{t('receive.refused')}</CardTitle>
            <ErrorNotice error={state.error} />
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }}>
              <CompareSigner error={state.error} />
              <Button onClick={choose}>{t('receive.choose')}</Button>
              <Button onClick={() => void navigate('/exchange')}>{t('receive.toExchange')}</Button>
            </div>
          </Card>
        </PageContent>
      ) : null}
      {state.step === 'preview' ? (
        <PreviewView
          key={state.preview.previewId}
          preview={state.preview}
          receiving={receiving}
          error={state.error}
          onLeave={() => void navigate('/exchange')}
        />
      ) : null}
      {state.step === 'done' ? <DoneView {...state} /> : null}
    </Page>
  );
};

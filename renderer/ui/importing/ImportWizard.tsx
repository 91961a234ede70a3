import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, ImportResult } from '../../../shared/contract/directory.ts';
import { Button } from '../Button.tsx';
import { useActs } from '../core/acts.ts';
import { pickFiles, type PickedFile } from '../core/files.ts';
import { cancelWork, useLongWork } from '../core/longWork.ts';
import { ErrorNotice } from '../Notice.tsx';
import { Grow, Page, Tools } from '../Page.tsx';
import { Steps } from '../Steps.tsx';
import { LongWork, WaitBar } from '../Waiting.tsx';
import { useKeys } from '../window/keys.ts';
import { useMuchRoom } from '../window/room.ts';
import { CheckRows } from './CheckRows.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns } from './Columns.tsx';
import { ImportDone } from './ImportDone.tsx';
import {
  importSteps,
  noChoices,
  readingOf,
  targetsOf,
  type ImportChoices,
  type ImportReading,
  type ImportStep,
  type ImportSubject,
} from './importState.ts';

const accepted = ['.csv', '.txt', '.tsv', '.xlsx'];

export type ImportRun = ImportReading & { mapping: (string | null)[]; skipLines: number[] };

/** Imports a table: choose a file, say what its columns are, look at what would change, confirm. */
export const ImportWizard = ({
  subject,
  subtitle,
  before,
  ready = true,
  about = '',
  look,
  run: take,
  onLeave,
}: {
  subject: ImportSubject;
  subtitle: ReactNode;
  /** What is to be said before a file is chosen. */
  before?: ReactNode;
  /** That has been said. */
  ready?: boolean;
  /** What else the preview depends on. */
  about?: string;
  /** Asks what would become of the file. */
  look: (reading: ImportReading, signal: AbortSignal) => Promise<ImportPreview>;
  run: (asked: ImportRun) => Promise<ImportResult>;
  /** To the list that is imported into. */
  onLeave: () => void;
}) => {
  const { t } = useTranslation(['ui', 'common']);
  useMuchRoom();
  const picking = useActs();
  const [step, setStep] = useState<ImportStep>('file');
  const [file, setFile] = useState<PickedFile>();
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());

  const progress = useLongWork();
  const reading = file === undefined || step === 'done' ? null : readingOf(file, choices);
  const looking = useQuery({
    queryKey: [['importing', subject.gridId], about, reading],
    queryFn: reading === null ? skipToken : ({ signal }) => look(reading, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const preview = file === undefined ? undefined : looking.data;
  const targets = preview === undefined ? [] : targetsOf(preview, choices);
  const run = useMutation({
    mutationFn: (chosen: PickedFile) =>
      take({ ...readingOf(chosen, choices), mapping: [...targets], skipLines: [...skipped] }),
    onSuccess: () => setStep('done'),
  });

  const pick = (): void => {
    if (!ready) return;
    void picking.run(async () => {
      const [picked] = await pickFiles({ accept: accepted });
      if (picked === undefined) return;
      setFile(picked);
      setChoices(noChoices);
      setSkipped(new Set());
      run.reset();
      setStep('columns');
    });
  };
  const change = (part: Partial<ImportChoices>): void => {
    // what the columns are is another question in another reading of the file
    setChoices((now) => ({ ...now, mapping: null, ...part }));
    setSkipped(new Set());
  };
  const takes =
    preview === undefined
      ? 0
      : preview.counts.new +
        preview.counts.update -
        preview.rows.filter(({ line, outcome }) => skipped.has(line) && (outcome === 'new' || outcome === 'update'))
          .length;
  // nothing is confirmed that is not on the screen yet; the columns can be left while the file is read again
  const isShown = preview !== undefined && looking.error === null && !looking.isFetching;
  const mayGoOn =
    (step === 'columns' && subject.suffices(targets)) || (step === 'rows' && isShown && takes > 0 && !run.isPending);
  const goOn = (): void => {
    if (step === 'file') pick();
    else if (!mayGoOn || file === undefined) return;
    else if (step === 'columns') setStep('rows');
    else if (step === 'rows') run.mutate(file);
  };
  const back = (): void => {
    if (step === 'rows') setStep('columns');
    else if (step === 'columns') setStep('file');
    else onLeave();
  };
  useKeys({ 'Ctrl+Enter': goOn });

  const goOnLabel = step === 'rows' ? t('importing.take', { count: takes }) : t('common:action.next');
  return (
    <Page fill title={subject.title} subtitle={subtitle}>
      <Tools>
        <Steps
          label={t('importing.steps')}
          current={step === 'done' ? 'all' : step}
          steps={importSteps.map((key) => ({ key, label: t(`importing.step.${key}`) }))}
        />
        <Grow />
        {step === 'done' ? null : (
          <div style={{ display: 'flex', gap: 8 }}>
            <Button disabled={run.isPending} onClick={back}>
              {step === 'file' ? t('common:action.cancel') : t('common:action.back')}
            </Button>
            {step === 'file' ? null : (
              <Button
                variant="primary"
                shortcut="Ctrl+Enter"
                disabled={!mayGoOn}
                waiting={run.isPending}
                onClick={goOn}
              >
                {goOnLabel}
              </Button>
            )}
          </div>
        )}
      </Tools>
      <WaitBar active={looking.isFetching || run.isPending} />
      <div style={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
        {run.isPending && progress !== null ? (
          <div style={{ padding: '10px 16px' }}>
            <LongWork
              progress={{
                ...progress,
                note: progress.done < progress.total ? undefined : t('longWork.finishing'),
              }}
              onCancel={() => void cancelWork()}
            />
          </div>
        ) : null}
        {looking.error === null && run.error === null ? null : (
          <div style={{ padding: '10px 16px' }}>
            <ErrorNotice error={run.error ?? looking.error} />
            {preview === undefined ? (
              <div style={{ marginTop: 10 }}>
                <Button onClick={pick}>{t('importing.another')}</Button>
              </div>
            ) : null}
          </div>
        )}
        {step === 'file' ? (
          <ChooseFile
            subject={subject}
            before={before}
            disabled={!ready}
            onPick={pick}
            picking={picking.running}
            error={picking.error}
          />
        ) : null}
        {step === 'columns' && preview !== undefined ? (
          <Columns subject={subject} preview={preview} choices={choices} onChange={change} onPick={pick} />
        ) : null}
        {step === 'rows' && preview !== undefined ? (
          <CheckRows subject={subject} preview={preview} skipped={skipped} onSkip={setSkipped} />
        ) : null}
        {step === 'done' && run.data !== undefined ? (
          <ImportDone subject={subject} result={run.data} onAnother={() => setStep('file')} onList={onLeave} />
        ) : null}
      </div>
    </Page>
  );
};

import { useMutation, useQuery, keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { ImportKind } from '../../../shared/contract/directory.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { useActs } from '../../ui/core/acts.ts';
import { pickFiles, type PickedFile } from '../../ui/core/files.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Page, Tools } from '../../ui/Page.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { WaitBar } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { CheckRows } from './CheckRows.tsx';
import { Columns } from './Columns.tsx';
import { ImportDone } from './ImportDone.tsx';
import {
  importSteps,
  isImportKind,
  namesSomething,
  noChoices,
  settingsOf,
  targetsOf,
  type ImportChoices,
  type ImportStep,
} from './importState.ts';

const accepted = ['.csv', '.txt', '.tsv', '.xlsx'];

const Wizard = ({ kind }: { kind: ImportKind }) => {
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  useMuchRoom();
  const picking = useActs();
  const [step, setStep] = useState<ImportStep>('file');
  const [file, setFile] = useState<PickedFile>();
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());

  const looking = useQuery(
    orpc.directory.previewImport.queryOptions({
      input: settingsOf(kind, file ?? { ticket: '-', name: '', size: 0 }, choices),
      enabled: file !== undefined && step !== 'done',
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const preview = file === undefined ? undefined : looking.data;
  const targets = preview === undefined ? [] : targetsOf(preview, choices);
  const run = useMutation({
    mutationFn: async (chosen: PickedFile) =>
      client.directory.runImport({
        ...settingsOf(kind, chosen, choices),
        mapping: [...targets],
        skipLines: [...skipped],
      }),
    onSuccess: () => setStep('done'),
  });

  const pick = (): void =>
    void picking.run(async () => {
      const [picked] = await pickFiles({ accept: accepted });
      if (picked === undefined) return;
      setFile(picked);
      setChoices(noChoices);
      setSkipped(new Set());
      run.reset();
      setStep('columns');
    });
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
    (step === 'columns' && namesSomething(kind, targets)) ||
    (step === 'rows' && isShown && takes > 0 && !run.isPending);
  const goOn = (): void => {
    if (step === 'file') pick();
    else if (!mayGoOn || file === undefined) return;
    else if (step === 'columns') setStep('rows');
    else if (step === 'rows') run.mutate(file);
  };
  const back = (): void => {
    if (step === 'rows') setStep('columns');
    else if (step === 'columns') setStep('file');
    else void navigate(`/directory/${kind}`);
  };
  useKeys({ 'Ctrl+Enter': goOn });

  const goOnLabel = step === 'rows' ? t('import.take', { count: takes }) : t('common:action.next');
  return (
    <Page fill title={t(`import.${kind}`)} subtitle={<TextLink to={`/directory/${kind}`}>{t(`tab.${kind}`)}</TextLink>}>
      <Tools>
        <Steps
          label={t('import.steps')}
          current={step === 'done' ? 'all' : step}
          steps={importSteps.map((key) => ({ key, label: t(`import.step.${key}`) }))}
        />
        <Grow />
        {step === 'done' ? null : (
          <>
            <Button onClick={back}>{step === 'file' ? t('common:action.cancel') : t('common:action.back')}</Button>
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
          </>
        )}
      </Tools>
      <WaitBar active={looking.isFetching || run.isPending} />
      <div style={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
        {looking.error === null && run.error === null ? null : (
          <div style={{ padding: '10px 16px' }}>
            <ErrorNotice error={run.error ?? looking.error} />
            {preview === undefined ? (
              <div style={{ marginTop: 10 }}>
                <Button onClick={pick}>{t('import.another')}</Button>
              </div>
            ) : null}
          </div>
        )}
        {step === 'file' ? (
          <ChooseFile kind={kind} onPick={pick} picking={picking.running} error={picking.error} />
        ) : null}
        {step === 'columns' && preview !== undefined ? (
          <Columns kind={kind} preview={preview} choices={choices} onChange={change} onPick={pick} />
        ) : null}
        {step === 'rows' && preview !== undefined ? (
          <CheckRows kind={kind} preview={preview} skipped={skipped} onSkip={setSkipped} />
        ) : null}
        {step === 'done' && run.data !== undefined ? (
          <ImportDone kind={kind} result={run.data} onAnother={() => setStep('file')} />
        ) : null}
      </div>
    </Page>
  );
};

/** Imports people or organisations: choose a file, say what its columns are, look at what would change, confirm. */
export const ImportPage = () => {
  const { kind } = useParams();
  return isImportKind(kind) ? <Wizard key={kind} kind={kind} /> : <Navigate to="/directory" replace />;
};

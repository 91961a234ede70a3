import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import { languageNames, languages, type Language } from '../../../shared/languages.ts';
import { Button, IconButton } from '../Button.tsx';
import { Chip } from '../Chip.tsx';
import { Segmented } from '../Choice.tsx';
import { client, orpc } from '../core/client.ts';
import { canPrintToPdf, printPage, printToPdf, saveFile } from '../core/files.ts';
import { DownloadIcon, Icon, PlusIcon, PrintIcon } from '../icons.tsx';
import { ErrorNotice, Notice } from '../Notice.tsx';
import { Grow, Tools } from '../Page.tsx';
import { PrintAlone } from '../PrintAlone.tsx';
import { WaitBar } from '../Waiting.tsx';
import { useCommands } from '../window/commands.ts';
import { readRemembered, writeRemembered } from '../window/remembered.ts';
import { say } from '../window/say.ts';
import { useStatusKeys } from '../window/status.ts';
import type { PaperSubject } from './address.ts';
import { useDocumentName } from './documentName.ts';
import { PaperDesk, type Zoom } from './PaperDesk.tsx';
import { layForPrinting } from './printing.ts';
import type { DrawnPaper } from './wordFile.ts';

const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2];

const rememberedZoom = (): Zoom => {
  const zoom = readRemembered('paperZoom');
  return typeof zoom === 'number' && zoom >= 0.4 && zoom <= 2 ? zoom : 'fit';
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};

/**
 * A Word document as it will be saved: the very file, in any of the four forms, with saving, printing and PDF. Fills the
 * page below the head.
 */
export const DocumentPreview = ({ subject, form: first }: { subject: PaperSubject; form: Language }) => {
  const { t } = useTranslation(['reports', 'common']);
  const nameOf = useDocumentName();
  const [form, setForm] = useState(first);
  const [zoom, setZoom] = useState<Zoom>(rememberedZoom);
  const [share, setShare] = useState(1);
  const [paper, setPaper] = useState<DrawnPaper | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const printHost = useRef<HTMLDivElement>(null);
  const request: ReportRequest = { ...subject, form };
  const { data, error, refetch, isFetching } = useQuery(
    orpc.reports.preview.queryOptions({ input: request, placeholderData: keepPreviousData }),
  );
  const base64 = data?.base64;
  const bytes = useMemo(() => (base64 === undefined ? null : bytesOf(base64)), [base64]);

  const save = useMutation({
    mutationFn: async () => {
      const file = await client.reports.export(request);
      return (await saveFile(file)) ? file.name : null;
    },
    onSuccess: (name) => {
      if (name !== null) say(t('reports:preview.saved', { name }));
    },
  });
  const print = useMutation({
    mutationFn: async (pdf: boolean) => {
      if (!pdf) return printPage();
      const name = (data?.name ?? 'viche').replace(/\.docx$/, '.pdf');
      if ((await printToPdf(name)) && canPrintToPdf) say(t('reports:preview.saved', { name }));
    },
  });
  useEffect(() => {
    const host = printHost.current;
    return paper === null || host === null ? undefined : layForPrinting(paper, host, form);
  }, [paper, form]);
  const changeZoom = (next: Zoom): void => {
    setZoom(next);
    writeRemembered('paperZoom', next);
  };
  const larger = steps.find((step) => step > share + 0.01);
  const smaller = steps.findLast((step) => step < share - 0.01);
  const group = t('common:area.reports');
  useCommands([
    { id: 'reports.save', group, label: t('reports:preview.saveWord'), keys: 'Ctrl+S', run: () => save.mutate() },
    { id: 'reports.print', group, label: t('common:action.print'), keys: 'Ctrl+P', run: () => print.mutate(false) },
  ]);
  useStatusKeys([
    { keys: 'Ctrl+S', label: t('reports:preview.saveWord') },
    { keys: 'Ctrl+P', label: t('common:action.print') },
  ]);

  return (
    <>
      <Tools>
        <Segmented
          label={t('reports:preview.form')}
          value={form}
          onChange={setForm}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        {data?.draft === true ? (
          <span title={t('reports:preview.draftHint')}>
            <Chip tone="amber">{t('reports:preview.draft')}</Chip>
          </span>
        ) : null}
        {data?.superseded === true ? (
          <span title={t('reports:preview.supersededHint')}>
            <Chip tone="red">{t('reports:preview.superseded')}</Chip>
          </span>
        ) : null}
        <Grow />
        <IconButton
          label={t('reports:preview.zoomOut')}
          icon={<Icon path="M3 8h10" />}
          disabled={smaller === undefined}
          onClick={() => changeZoom(smaller ?? share)}
        />
        <Button variant="bare" pressed={zoom === 'fit'} onClick={() => changeZoom('fit')}>
          <span title={t('reports:preview.fit')}>
            {t('reports:preview.percent', { percent: Math.round(share * 100) })}
          </span>
        </Button>
        <IconButton
          label={t('reports:preview.zoomIn')}
          icon={<PlusIcon />}
          disabled={larger === undefined}
          onClick={() => changeZoom(larger ?? share)}
        />
        <IconButton
          label={t('common:action.print')}
          icon={<PrintIcon />}
          shortcut="Ctrl+P"
          disabled={paper === null || print.isPending}
          onClick={() => print.mutate(false)}
        />
        <Button disabled={paper === null} waiting={print.isPending} onClick={() => print.mutate(true)}>
          {t('reports:preview.savePdf')}
        </Button>
        <Button variant="primary" icon={<DownloadIcon />} waiting={save.isPending} onClick={() => save.mutate()}>
          {t('reports:preview.saveWord')}
        </Button>
      </Tools>
      <WaitBar active={isFetching || save.isPending} />
      {[error, save.error, print.error].map((failure, place) =>
        failure === null ? null : (
          // three places, always the same
          <div key={['preview', 'save', 'print'][place]} style={{ padding: '8px 16px' }}>
            <ErrorNotice error={failure} retry={place === 0 ? () => void refetch() : undefined} />
          </div>
        ),
      )}
      {broken === null || broken !== base64 ? null : (
        <div style={{ padding: '8px 16px' }}>
          <Notice tone="error">{t('reports:preview.cannotShow')}</Notice>
        </div>
      )}
      {bytes === null ? null : (
        <PaperDesk
          bytes={bytes}
          label={t('reports:preview.paper', { name: nameOf(subject.report) })}
          language={form}
          zoom={zoom}
          onShown={setShare}
          onDrawn={setPaper}
          onFailed={() => setBroken(base64 ?? null)}
        />
      )}
      <PrintAlone>
        <div ref={printHost} lang={form} />
      </PrintAlone>
    </>
  );
};

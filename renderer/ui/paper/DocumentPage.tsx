import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/languages.ts';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { Page } from '../Page.tsx';
import { useCommands } from '../window/commands.ts';
import { useMuchRoom } from '../window/room.ts';
import type { PaperSubject } from './address.ts';
import { DocumentPreview } from './DocumentPreview.tsx';
import { useDocumentName } from './documentName.ts';

export type DocumentPageProps = {
  /** Null: the address leaves out what the paper is about; `incomplete` says so. */
  subject: PaperSubject | null;
  /** The form it opens in; another one is chosen in the preview. */
  form: Language;
  /** Beside the name of the paper: what it is about. */
  subtitle: string;
  incomplete: string;
  back: { label: string; run: () => void };
  /** The area's name, under which the way back stands in the command palette. */
  area: string;
  /** Choices in the head: an addressee, a period. */
  actions?: ReactNode;
  /** Beside the paper: what is written for it. */
  aside?: ReactNode;
};

/** What makes it another paper: that is drawn from nothing, while another choice for the same paper is drawn over it. */
const identity: ReadonlySet<string> = new Set([
  'report',
  'meetingId',
  'decisionId',
  'correctionId',
  'signatureId',
  'memorandumId',
  'versionId',
  'amendmentId',
  'projectId',
]);
const keyOf = (subject: PaperSubject): string =>
  Object.entries(subject)
    .map(([name, value]) => (identity.has(name) ? String(value) : ''))
    .join(' ');

const Beside = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  '& > div': { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  '@media (max-width: 900px)': { flexDirection: 'column' },
});

/** A page that shows one Word document as it will be saved and printed: forms, size, printing, PDF, saving; `Esc` leaves. */
export const DocumentPage = ({
  subject,
  form,
  subtitle,
  incomplete,
  back,
  area,
  actions,
  aside,
}: DocumentPageProps) => {
  const { t } = useTranslation('reports');
  const nameOf = useDocumentName();
  useMuchRoom();
  useCommands([{ id: 'reports.back', group: area, label: back.label, keys: 'Esc', run: back.run }]);
  return (
    <Page
      fill
      title={subject === null ? t('preview.title') : t('preview.of', { document: nameOf(subject.report) })}
      subtitle={subtitle}
      actions={
        <>
          {actions}
          <Button shortcut="Esc" onClick={back.run}>
            {back.label}
          </Button>
        </>
      }
    >
      {subject === null ? (
        <EmptyState text={incomplete} />
      ) : (
        <Beside>
          <div>
            <DocumentPreview key={`${keyOf(subject)} ${form}`} subject={subject} form={form} />
          </div>
          {aside}
        </Beside>
      )}
    </Page>
  );
};

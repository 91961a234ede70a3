import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isLanguage } from '../../../shared/languages.ts';
import { meetingDocuments } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { DocumentPreview } from '../../ui/paper/DocumentPreview.tsx';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { DocumentsMenu } from './DocumentsMenu.tsx';

const everybody = 'all';

/** A Word document of a meeting as it will be saved and printed, in the form of each of the four countries. */
export const DocumentPage = () => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { id = '', report: wanted } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  const [addressee, setAddressee] = useState(search.get('participant') ?? everybody);
  const { data: meeting, error } = useQuery(orpc.meetings.get.queryOptions({ input: { id } }));
  const report = meetingDocuments.find((one) => one === wanted);
  const back = (): void => void navigate(`/meetings/${id}`);
  useMuchRoom();
  useCommands([
    { id: 'meetings.back', group: t('common:area.meetings'), label: t('documents.back'), keys: 'Esc', run: back },
  ]);
  if (meeting === undefined) return error === null ? <Waiting /> : <ErrorNotice error={error} />;
  const decisionId = search.get('decision');
  const correctionId = search.get('correction');
  const form = search.get('form');
  const incomplete =
    report === undefined ||
    (report === 'extract' && decisionId === null) ||
    (report === 'correction' && correctionId === null);
  return (
    <Page
      fill
      title={
        report === undefined
          ? titleOf(meeting)
          : t('documents.of', { document: t(`vocabulary:meetingDocument.${report}`) })
      }
      subtitle={`${titleOf(meeting)} · ${subtitleOf(meeting)}`}
      actions={
        <>
          {report === 'invitation' ? (
            <Select
              label={t('documents.addressee')}
              labelHidden
              value={addressee}
              onChange={setAddressee}
              options={[
                { value: everybody, label: t('documents.everybody') },
                ...meeting.participants.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          ) : null}
          <DocumentsMenu meeting={meeting} />
          <Button shortcut="Esc" onClick={back}>
            {t('documents.back')}
          </Button>
        </>
      }
    >
      {incomplete ? (
        <EmptyState text={t('documents.incomplete')} />
      ) : (
        <DocumentPreview
          key={`${report} ${decisionId ?? ''} ${correctionId ?? ''}`}
          subject={{
            report,
            meetingId: id,
            decisionId: report === 'extract' ? decisionId : null,
            correctionId: report === 'correction' ? correctionId : null,
            participantId: report === 'invitation' && addressee !== everybody ? addressee : null,
          }}
          form={isLanguage(form) ? form : meeting.language}
        />
      )}
    </Page>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isLanguage } from '../../../shared/languages.ts';
import { meetingDocuments } from '../../../shared/vocabulary.ts';
import { orpc } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { DocumentPage as Paper } from '../../ui/paper/DocumentPage.tsx';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useMeetingSubtitle, useMeetingTitle } from '../titles.ts';
import { DocumentsMenu } from './DocumentsMenu.tsx';

const everybody = 'all';

/** A Word document of a meeting as it will be saved and printed, in the form of each of the four countries. */
export const DocumentPage = () => {
  const { t } = useTranslation(['meetings', 'common']);
  const { id = '', report: wanted } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const titleOf = useMeetingTitle();
  const subtitleOf = useMeetingSubtitle();
  const [addressee, setAddressee] = useState(search.get('participant') ?? everybody);
  const { data: meeting, error } = useQuery(orpc.meetings.get.queryOptions({ input: { id } }));
  if (meeting === undefined) return error === null ? <Waiting /> : <ErrorNotice error={error} />;
  const report = meetingDocuments.find((one) => one === wanted);
  const decisionId = report === 'extract' ? search.get('decision') : null;
  const correctionId = report === 'correction' ? search.get('correction') : null;
  const signatureId = report === 'minutes' || report === 'shortMinutes' ? search.get('signature') : null;
  const form = search.get('form');
  const incomplete =
    report === undefined ||
    (report === 'extract' && decisionId === null) ||
    (report === 'correction' && correctionId === null);
  return (
    <Paper
      subject={
        incomplete
          ? null
          : {
              report,
              meetingId: id,
              decisionId,
              correctionId,
              participantId: report === 'invitation' && addressee !== everybody ? addressee : null,
              ...(signatureId !== null && { signatureId }),
            }
      }
      form={isLanguage(form) ? form : meeting.language}
      subtitle={`${titleOf(meeting)} · ${subtitleOf(meeting)}`}
      incomplete={t('documents.incomplete')}
      back={{ label: t('documents.back'), run: () => void navigate(`/meetings/${id}`) }}
      area={t('common:area.meetings')}
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
        </>
      }
    />
  );
};

import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { anyDecision } from '../../../shared/contract/decisionRegister.ts';
import { isLanguage } from '../../../shared/languages.ts';
import { subjectFrom } from '../../ui/paper/address.ts';
import { DocumentPage } from '../../ui/paper/DocumentPage.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import type { Conditions } from '../filter/registerFilter.ts';
import { useConditionWords } from '../filter/useConditionWords.ts';

const listed = (id: string | null): string[] => (id === null ? [] : [id]);

/** The state of carrying out, or a letter about what an organisation owes, as it will be saved and printed. */
export const DecisionDocumentPage = () => {
  const { t } = useTranslation(['decisions', 'common']);
  const { report } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const subject = subjectFrom(report, null, search);
  const form = search.get('form');
  const about: Conditions =
    subject?.report === 'decisionState'
      ? {
          ...anyDecision,
          groupIds: listed(subject.groupId),
          organisationIds: listed(subject.organisationId),
          meetingId: subject.meetingId,
          heldFrom: subject.from,
          heldUntil: subject.until,
        }
      : subject?.report === 'reminder'
        ? {
            ...anyDecision,
            groupIds: listed(subject.groupId),
            organisationIds: listed(subject.organisationId),
            dueUntil: subject.until,
          }
        : anyDecision;
  const words = useConditionWords(about);
  return (
    <DocumentPage
      subject={subject}
      form={isLanguage(form) ? form : language}
      subtitle={words.all(about)}
      incomplete={t('report.incomplete')}
      area={t('common:area.decisions')}
      back={{ label: t('report.back'), run: () => void navigate('/decisions') }}
    />
  );
};

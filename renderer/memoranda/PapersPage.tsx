import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isLanguage } from '../../shared/languages.ts';
import { orpc } from '../ui/core/client.ts';
import { ErrorNotice } from '../ui/Notice.tsx';
import { subjectFrom } from '../ui/paper/address.ts';
import { DocumentPage } from '../ui/paper/DocumentPage.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useLanguage } from '../ui/window/language.ts';

/** A Word document of the register or of one memorandum as it will be saved and printed. */
export const PapersPage = () => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { id, report } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { data: memorandum, error } = useQuery({
    ...orpc.memoranda.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  if (id !== undefined && memorandum === undefined) return error === null ? <Waiting /> : <ErrorNotice error={error} />;
  const form = search.get('form');
  return (
    <DocumentPage
      subject={subjectFrom(report, id ?? null, search)}
      form={isLanguage(form) ? form : (memorandum?.language ?? language)}
      subtitle={memorandum?.title ?? t('list.register')}
      incomplete={t('page.paperIncomplete')}
      area={t('common:area.memoranda')}
      back={{
        label: id === undefined ? t('page.backToRegister') : t('page.back'),
        run: () => void navigate(id === undefined ? '/memoranda' : `/memoranda/${id}`),
      }}
    />
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { isLanguage, type Language } from '../../../shared/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { EditIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { addressOf, projectSubjectFrom, type PaperSubject } from '../../ui/paper/address.ts';
import { DocumentPage } from '../../ui/paper/DocumentPage.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { readRemembered, writeRemembered } from '../../ui/window/remembered.ts';
import type { ProjectReportRequest } from '../../../shared/contract/reports.ts';
import { PeriodDialog } from '../PeriodDialog.tsx';
import { NarrativePanel } from './NarrativePanel.tsx';

type Subject = PaperSubject<ProjectReportRequest>;

/** Which days the paper is about, and a way to choose others. */
const Days = ({ project, subject, form }: { project: ProjectDetail; subject: Subject; form: Language }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (subject.report === 'progressReport')
    return (
      <>
        <Button onClick={() => setAsking(true)}>
          {t('frame.fromUntil', { from: formatDay(subject.from, language), until: formatDay(subject.until, language) })}
        </Button>
        {asking ? <PeriodDialog project={project} onClose={() => setAsking(false)} /> : null}
      </>
    );
  if (subject.report !== 'coverageReport') return null;
  return (
    <div style={{ width: 150 }}>
      <DateField
        label={t('documents.asOf')}
        labelHidden
        value={subject.asOf}
        onChange={(asOf) => void navigate(addressOf({ ...subject, form, asOf }), { replace: true })}
      />
    </div>
  );
};

/** Days of the report whose texts a person writes; null: its paper has none. */
const narrativeDays = (subject: Subject | null): { from: string | null; until: string | null } | null => {
  if (subject?.report === 'progressReport') return { from: subject.from, until: subject.until };
  return subject?.report === 'finalReport' ? { from: null, until: null } : null;
};

/** A Word document of a project as it will be saved and printed; beside it the texts of a report, where it has some. */
export const DocumentsPage = () => {
  const { t } = useTranslation(['projects', 'common']);
  const { id = '', report } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(() => readRemembered('projects.narratives') !== false);
  const { data: project, error } = useQuery(orpc.projects.get.queryOptions({ input: { id } }));
  if (project === undefined) return error === null ? <Waiting /> : <ErrorNotice error={error} />;
  const asked = search.get('form');
  const form = isLanguage(asked) ? asked : project.language;
  const subject = projectSubjectFrom(report, id, search);
  const days = narrativeDays(subject);
  const toggle = (): void => {
    setWriting(!writing);
    writeRemembered('projects.narratives', !writing);
  };
  return (
    <DocumentPage
      subject={subject}
      form={form}
      subtitle={project.shortName || project.title}
      incomplete={t('documents.incomplete')}
      area={t('common:area.projects')}
      back={{ label: t('documents.back'), run: () => void navigate(`/projects/${id}`) }}
      actions={
        <>
          {subject === null ? null : <Days project={project} subject={subject} form={form} />}
          {days === null ? null : (
            <Button icon={<EditIcon />} pressed={writing} onClick={toggle}>
              {t('documents.texts')}
            </Button>
          )}
        </>
      }
      aside={
        days === null || !writing ? undefined : (
          <NarrativePanel key={`${id} ${days.from} ${days.until}`} projectId={id} {...days} />
        )
      }
    />
  );
};

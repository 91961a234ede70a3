import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProjectDetail } from '../../shared/contract/projects.ts';
import { projectDocuments, type ProjectDocument } from '../../shared/vocabulary.ts';
import { Segmented } from '../ui/Choice.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { saveFile } from '../ui/core/files.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormGrid } from '../ui/Field.tsx';
import { ReportsIcon } from '../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../ui/Menu.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { addressOf } from '../ui/paper/address.ts';
import { useCommands } from '../ui/window/commands.ts';
import { useToday } from '../ui/window/today.ts';
import { reportDays, reportPeriods, type ReportPeriod } from './reportPeriods.ts';

/** From which day until which a progress report tells. */
const PeriodDialog = ({ project, onClose }: { project: ProjectDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const today = useToday();
  const [period, setPeriod] = useState<ReportPeriod>('halfYear');
  const [days, setDays] = useState<{ from: string | null; until: string | null }>(() =>
    reportDays('halfYear', project, today),
  );
  const { from, until } = days;
  const wrongEnd = from !== null && until !== null && until < from;
  const open = (): void => {
    if (from === null || until === null) return;
    onClose();
    void navigate(addressOf({ report: 'progressReport', form: project.language, projectId: project.id, from, until }));
  };
  return (
    <Dialog
      open
      title={t('period.title')}
      onClose={onClose}
      submitLabel={t('period.preview')}
      submitDisabled={from === null || until === null || wrongEnd}
      onSubmit={open}
    >
      <div>
        <Segmented
          label={t('period.of')}
          value={period}
          onChange={(next) => {
            setPeriod(next);
            setDays(reportDays(next, project, today));
          }}
          options={reportPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
      </div>
      <FormGrid>
        <DateField
          label={t('period.from')}
          required
          value={from}
          onChange={(value) => setDays((now) => ({ ...now, from: value }))}
        />
        <DateField
          label={t('period.until')}
          required
          value={until}
          onChange={(value) => setDays((now) => ({ ...now, until: value }))}
          error={wrongEnd ? t('period.wrongEnd') : undefined}
        />
      </FormGrid>
    </Dialog>
  );
};

/** The Word documents of a project, its workbook, and what comes in from files. */
export const ReportMenu = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const navigate = useNavigate();
  const acts = useActs();
  const [asking, setAsking] = useState(false);
  const { id: projectId, language: form } = project;
  const open = (report: ProjectDocument): void => {
    if (report === 'progressReport') setAsking(true);
    else if (report === 'coverageReport') void navigate(addressOf({ report, form, projectId, asOf: null }));
    else void navigate(addressOf({ report, form, projectId }));
  };
  const workbook = (): void =>
    void acts.run(async () => saveFile(await client.projects.exportProject({ id: projectId })));
  const goToImport = (): void => void navigate(`/projects/${projectId}/import`);
  const papers = projectDocuments.map((report) => ({
    id: report,
    label: t(`vocabulary:projectDocument.${report}`) + (report === 'progressReport' ? '…' : ''),
    run: () => open(report),
  }));
  const items: MenuEntry[] = [
    ...papers,
    'line',
    { id: 'workbook', label: t('frame.workbook'), run: workbook },
    { id: 'import', label: t('frame.import'), run: goToImport },
  ];
  const group = t('common:area.projects');
  useCommands([
    ...papers.map(({ id, label, run }) => ({ id: `projects.${id}`, group, label, icon: <ReportsIcon />, run })),
    { id: 'projects.workbook', group, label: t('frame.workbook'), run: workbook },
    { id: 'projects.import', group, label: t('frame.import'), run: goToImport },
  ]);
  return (
    <>
      <MenuButton label={t('frame.report')} icon={<ReportsIcon />} items={items} />
      {acts.error === undefined ? null : <ErrorNotice error={acts.error} />}
      {asking ? <PeriodDialog project={project} onClose={() => setAsking(false)} /> : null}
    </>
  );
};

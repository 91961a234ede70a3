import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProjectDetail } from '../../shared/contract/projects.ts';
import { projectDocuments, type ProjectDocument } from '../../shared/vocabulary.ts';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { saveFile } from '../ui/core/files.ts';
import { ReportsIcon } from '../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../ui/Menu.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { addressOf } from '../ui/paper/address.ts';
import { useCommands } from '../ui/window/commands.ts';
import { PeriodDialog } from './PeriodDialog.tsx';

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

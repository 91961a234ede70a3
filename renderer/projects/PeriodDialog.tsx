import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProjectDetail } from '../../shared/contract/projects.ts';
import { Segmented } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormGrid } from '../ui/Field.tsx';
import { addressOf } from '../ui/paper/address.ts';
import { useToday } from '../ui/window/today.ts';
import { reportDays, reportPeriods, type ReportPeriod } from './reportPeriods.ts';

/** From which day until which a progress report tells. */
export const PeriodDialog = ({ project, onClose }: { project: ProjectDetail; onClose: () => void }) => {
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

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Segmented } from '../../ui/Choice.tsx';
import { orpc } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Conditions } from '../filter/registerFilter.ts';
import type { RegisterReportRequest } from '../../../shared/contract/reports.ts';
import { addressOf } from '../../ui/paper/address.ts';
import { useLanguage } from '../../ui/window/language.ts';

type StateReport = Extract<RegisterReportRequest, { report: 'decisionState' }>;

const all = 'all';
const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);

/** What the state of carrying out is to be reported on; begins with what the register is filtered by. */
export const StateReportDialog = ({ conditions, onClose }: { conditions: Conditions; onClose: () => void }) => {
  const { t } = useTranslation('decisions');
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { data: choices } = useQuery(orpc.decisions.registerChoices.queryOptions());
  const [asked, setAsked] = useState<StateReport>({
    report: 'decisionState',
    form: language,
    by: 'meeting',
    groupId: only(conditions.groupIds),
    organisationId: only(conditions.organisationIds),
    meetingId: conditions.meetingId,
    from: conditions.heldFrom,
    until: conditions.heldUntil,
    unfinished: conditions.states.length > 0 && !conditions.states.some((state) => state === 'done'),
  });
  const change = (part: Partial<StateReport>): void => setAsked((now) => ({ ...now, ...part }));
  const wrongEnd = asked.from !== null && asked.until !== null && asked.until < asked.from;
  return (
    <Dialog
      open
      title={t('report.title')}
      onClose={onClose}
      submitLabel={t('report.preview')}
      submitDisabled={wrongEnd}
      onSubmit={() => void navigate(addressOf(asked))}
    >
      <div>
        <Segmented
          label={t('report.by')}
          value={asked.by}
          onChange={(by) => change({ by })}
          options={[
            { value: 'meeting', label: t('report.byMeeting') },
            { value: 'organisation', label: t('report.byOrganisation') },
          ]}
        />
      </div>
      <FormGrid>
        <Select
          label={t('filter.group')}
          full
          value={asked.groupId ?? all}
          onChange={(value) => change({ groupId: value === all ? null : value, meetingId: null })}
          options={[
            { value: all, label: t('report.allGroups') },
            ...(choices?.groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={t('filter.assignee')}
          full
          value={asked.organisationId ?? all}
          onChange={(value) => change({ organisationId: value === all ? null : value })}
          options={[
            { value: all, label: t('report.allOrganisations') },
            ...(choices?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <DateField
          label={t('report.from')}
          value={asked.from}
          onChange={(from) => change({ from })}
          hint={t('report.periodHint')}
        />
        <DateField
          label={t('filter.to')}
          value={asked.until}
          onChange={(until) => change({ until })}
          error={wrongEnd ? t('report.endBeforeStart') : undefined}
        />
        <Checkbox
          full
          label={t('report.unfinished')}
          checked={asked.unfinished}
          onChange={(unfinished) => change({ unfinished })}
        />
      </FormGrid>
    </Dialog>
  );
};

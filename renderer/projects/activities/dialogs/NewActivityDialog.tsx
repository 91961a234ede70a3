import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../../shared/contract/projects.ts';
import { activityKinds, type ActivityKind } from '../../../../shared/vocabulary.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { useFieldError } from '../../../ui/core/useFieldError.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { OrganisationField } from '../../../ui/directory/DirectoryFields.tsx';
import { TerritoriesField } from '../../../ui/directory/TerritoriesField.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { noLine, useLineOptions } from './LineDialog.tsx';

/** What a new activity begins with: the cell of the matrix, the day of the calendar. */
export type Beginning = {
  kind?: ActivityKind | undefined;
  territory?: string | undefined;
  day?: string | undefined;
  lineId?: string | undefined;
};

/** Plans one activity. */
export const NewActivityDialog = (props: {
  project: ProjectDetail;
  beginning?: Beginning | undefined;
  onClose: () => void;
  onMade: (id: string) => void;
}) => {
  const { project, beginning = {} } = props;
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { run, error, running } = useActs();
  const lines = useLineOptions(project.lines);
  const [kind, setKind] = useState<ActivityKind>(beginning.kind ?? 'roundTable');
  const [title, setTitle] = useState('');
  const [line, setLine] = useState(beginning.lineId ?? project.lines[0]?.id ?? noLine);
  const [from, setFrom] = useState<string | null>(beginning.day ?? null);
  const [until, setUntil] = useState<string | null>(null);
  const [territories, setTerritories] = useState<readonly string[]>(
    beginning.territory === undefined ? [] : [beginning.territory],
  );
  const [organiserId, setOrganiserId] = useState(project.leadId);
  const { at, rest } = useFieldError(error, ['title', 'plannedFrom', 'plannedUntil', 'territories', 'lineId']);
  const kindName = t(`vocabulary:activityKind.${kind}`);
  const proposed = kindName.charAt(0).toUpperCase() + kindName.slice(1);
  const outside =
    (from !== null && project.startsOn !== null && from < project.startsOn) ||
    ((until ?? from) !== null && project.endsOn !== null && (until ?? from ?? '') > project.endsOn);
  const backwards = from !== null && until !== null && until < from;
  const save = async (): Promise<void> => {
    const made = await run(() =>
      client.projects.addActivity({
        projectId: project.id,
        kind,
        title: title.trim() || proposed,
        lineId: line === noLine ? null : line,
        plannedFrom: from,
        plannedUntil: until ?? from,
        organiserId,
        territories: [...territories],
      }),
    );
    if (made === undefined) return;
    props.onClose();
    props.onMade(made.id);
  };
  return (
    <Dialog
      open
      width={600}
      title={t('activity.new')}
      onClose={props.onClose}
      onSubmit={() => void save()}
      submitLabel={t('activity.plan')}
      submitting={running}
      submitDisabled={backwards}
      error={rest}
    >
      <FormGrid>
        <Select
          label={t('activity.col.kind')}
          value={kind}
          onChange={setKind}
          options={activityKinds.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        />
        <Select label={t('activity.col.line')} value={line} onChange={setLine} options={lines} error={at('lineId')} />
        <TextInput
          label={t('activity.col.title')}
          full
          takesFocus
          placeholder={proposed}
          value={title}
          onChange={setTitle}
          error={at('title')}
        />
        <DateField label={t('activity.plannedFrom')} value={from} onChange={setFrom} error={at('plannedFrom')} />
        <DateField
          label={t('activity.plannedUntil')}
          value={until}
          onChange={setUntil}
          error={backwards ? t('activity.endBeforeStart') : at('plannedUntil')}
        />
      </FormGrid>
      {outside ? <Notice tone="amber">{t('activity.outsideProject')}</Notice> : null}
      <TerritoriesField
        label={t('activity.territories')}
        hint={t('activity.territoriesHint')}
        value={territories}
        onChange={setTerritories}
        error={at('territories')}
      />
      <OrganisationField label={t('activity.col.organiser')} value={organiserId} onChange={setOrganiserId} />
    </Dialog>
  );
};

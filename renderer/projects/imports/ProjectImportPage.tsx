import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { projectImportTargets, type ProjectImportKind } from '../../../shared/contract/projectImport.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { AppError } from '../../../shared/errors.ts';
import { TextLink } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { followWork } from '../../ui/core/longWork.ts';
import { FormGrid } from '../../ui/Field.tsx';
import { withColumn, type ImportSubject, type ImportWords } from '../../ui/importing/importState.ts';
import { ImportWizard } from '../../ui/importing/ImportWizard.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ActivityField } from '../fields/ActivityField.tsx';
import { addressOfView } from '../views.ts';
import { importKinds, isImportKind, kindsOf, listOf, suffices } from './kinds.ts';

type Target = (typeof projectImportTargets)[ProjectImportKind][number];

const useImportWords = (kind: ProjectImportKind): ImportWords => {
  const { t } = useTranslation('projects');
  const errorText = useErrorText();
  return useMemo(() => {
    const known: readonly Target[] = projectImportTargets[kind];
    const target = (name: string): string => {
      const one = known.find((each) => each === name);
      return one === undefined ? name : t(`import.target.${one}`);
    };
    return {
      target,
      remark: (remark) => withColumn(errorText(new AppError(remark.code, remark.params)), remark, target),
      value: (_field, text) => text,
    };
  }, [t, errorText, kind]);
};

/** The activity that the address names, when there is one. */
const useAskedActivity = (id: string | null): string | null => {
  const { data } = useQuery({
    ...orpc.projects.activity.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
  });
  return data?.id ?? null;
};

const Wizard = ({ project, kind }: { project: ProjectDetail; kind: ProjectImportKind }) => {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const words = useImportWords(kind);
  const asked = useAskedActivity(search.get('activity'));
  const [chosen, setChosen] = useState<string | null>();
  const activity = chosen === undefined ? asked : chosen;
  const ofActivity = kind === 'registrationSheet';
  const activityId = ofActivity ? activity : null;
  const subject: ImportSubject = {
    gridId: `projects.import.${kind}`,
    title: t(`import.title.${kind}`),
    intro: t(`import.intro.${kind}`),
    targets: projectImportTargets[kind],
    words,
    naming: kindsOf[kind].naming,
    foremost: kindsOf[kind].foremost,
    suffices: (targets) => suffices(kind, targets),
    needs: t(`import.needs.${kind}`),
    act: `projects.import.${kind}`,
    takenBack: t('import.takenBack'),
    toList: ofActivity ? t('import.toActivity') : t('import.toList'),
  };
  const settings = { kind, projectId: project.id, activityId };
  return (
    <ImportWizard
      subject={subject}
      subtitle={<TextLink to={addressOfView(project.id, 'overview')}>{project.shortName || project.title}</TextLink>}
      about={activityId ?? project.id}
      ready={!ofActivity || activityId !== null}
      before={
        <FormGrid>
          <Select
            label={t('import.what')}
            value={kind}
            onChange={(next) => setSearch({ kind: next }, { replace: true })}
            options={importKinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
          />
          {ofActivity ? (
            <ActivityField
              label={t('import.activity')}
              hint={t('import.activityHint')}
              required
              projectId={project.id}
              value={activity}
              onChange={setChosen}
            />
          ) : null}
        </FormGrid>
      }
      look={(reading, signal) => client.projects.previewImport({ ...reading, ...settings }, { signal })}
      run={(run) => followWork(client.projects.runImport({ ...run, ...settings }))}
      onLeave={() => void navigate(listOf(kind, project.id, activityId))}
    />
  );
};

/** Imports activities, participants, indicator values or money of a project from a table. */
export const ProjectImportPage = () => {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const asked = search.get('kind');
  const kind = isImportKind(asked) ? asked : 'activities';
  const { data, error } = useQuery(orpc.projects.get.queryOptions({ input: { id } }));
  if (data === undefined) return error === null ? <Waiting lines={8} /> : <ErrorNotice error={error} />;
  return <Wizard key={kind} project={data} kind={kind} />;
};

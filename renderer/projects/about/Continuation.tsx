import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { TextLink } from '../../ui/Button.tsx';
import { useSavedField } from '../../ui/saved/savedField.ts';
import { NewProjectDialog } from '../list/NewProjectDialog.tsx';
import { ProjectField, useProjectOption } from '../ProjectField.tsx';
import { addressOfView } from '../views.ts';
import { AboutSection } from './AboutSection.tsx';
import { useProjectFields } from './Basics.tsx';

/** Which project this one carries on, and which ones carry it on. */
export const Continuation = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const field = useProjectFields(project);
  const { value, error, choose } = useSavedField(field('predecessorId'));
  const predecessor = useProjectOption(value);
  const [making, setMaking] = useState(false);
  const { successors } = project;
  return (
    <AboutSection part="continuation" add={{ label: t('about.makeSuccessor'), run: () => setMaking(true) }}>
      <div style={{ maxWidth: 560 }}>
        <ProjectField
          label={t('about.predecessor')}
          value={predecessor}
          onChange={(option) => choose(option?.id ?? null)}
          without={project.id}
          error={error}
        />
      </div>
      {project.predecessorId === null ? null : (
        <p className="small" style={{ marginTop: 4 }}>
          <TextLink to={addressOfView(project.predecessorId, 'overview')}>{project.predecessor}</TextLink>
        </p>
      )}
      <h3 style={{ marginTop: 12 }}>{t('about.successors')}</h3>
      {successors.length === 0 ? (
        <p className="soft small">{t('about.noSuccessor')}</p>
      ) : (
        <ul style={{ margin: 0, paddingLeft: 18, fontSize: 13 }}>
          {successors.map(({ id, title }) => (
            <li key={id}>
              <TextLink to={addressOfView(id, 'overview')}>{title}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {making ? <NewProjectDialog predecessorId={project.id} onClose={() => setMaking(false)} /> : null}
    </AboutSection>
  );
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliverableView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import type { DeliverableStatus } from '../../../shared/vocabulary.ts';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { DeliverableDialog } from './DeliverableDialog.tsx';
import { PartList } from './PartList.tsx';
import { isReady, Translations } from './Translations.tsx';

const tones: Record<DeliverableStatus, Tone> = {
  planned: 'neutral',
  inProgress: 'ink',
  ready: 'green',
  published: 'green',
  dropped: 'neutral',
};

/** What a project makes, in which languages, and how far each translation is. */
export const Deliverables = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const [editing, setEditing] = useState<DeliverableView | 'new' | null>(null);
  const { deliverables } = project;
  const facts = ({ dueOn, doneOn, translations }: DeliverableView): string =>
    [
      doneOn === null
        ? dueOn === null
          ? ''
          : t('about.due', { day: formatDay(dueOn, language) })
        : t('about.done', { day: formatDay(doneOn, language) }),
      translations.length === 0
        ? ''
        : `${t('about.translations')}: ${t('about.translationsReady', {
            ready: translations.filter(isReady).length,
            all: translations.length,
          })}`,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <AboutSection
      part="deliverables"
      count={deliverables.length}
      add={{ label: t('about.add.deliverable'), run: () => setEditing('new') }}
    >
      {deliverables.length === 0 ? <EmptyPart text={t('about.empty.deliverables')} /> : null}
      <PartList
        part="deliverable"
        label={t('about.deliverables')}
        items={deliverables}
        nameOf={({ title }) => title}
        render={(one) => (
          <>
            <span>{one.title}</span>
            <span className="soft small">{facts(one)}</span>
          </>
        )}
        renderMarks={({ status, late }) => (
          <>
            {late ? (
              <Chip size="small" tone="red" dot>
                {t('about.late')}
              </Chip>
            ) : null}
            <Chip size="small" tone={tones[status]}>
              {t(`vocabulary:deliverableStatus.${status}`)}
            </Chip>
          </>
        )}
        renderBelow={(one) => <Translations projectId={project.id} deliverable={one} />}
        onOpen={setEditing}
      />
      {editing === null ? null : (
        <DeliverableDialog
          project={project}
          row={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </AboutSection>
  );
};

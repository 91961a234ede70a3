import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliverableView, ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import type { DeliverableStatus } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { AttachIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { KeptFile, useFiles } from '../fields/KeptFile.tsx';
import { AboutSection, EmptyPart } from './AboutSection.tsx';
import { DeliverableDialog } from './DeliverableDialog.tsx';
import { PartList } from './PartList.tsx';
import { Below, isReady, Translations } from './Translations.tsx';

const tones: Record<DeliverableStatus, Tone> = {
  planned: 'neutral',
  inProgress: 'ink',
  ready: 'green',
  published: 'green',
  dropped: 'neutral',
};

const ownerOf = ({ id }: DeliverableView) => ({ ownerEntity: 'deliverable', ownerId: id }) as const;

/** What a project makes, in which languages, and how far each translation is, and the files of it. */
export const Deliverables = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const [editing, setEditing] = useState<DeliverableView | 'new' | null>(null);
  const files = useFiles();
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
        renderBelow={(one) => (
          <>
            <Translations projectId={project.id} deliverable={one} />
            <Below aria-label={`${t('about.files')}: ${one.title}`}>
              {one.files.map((file) => (
                <KeptFile
                  key={file.id}
                  file={file}
                  removeLabel={t('money.fileRemove', { name: file.name })}
                  run={files.run}
                />
              ))}
              <li>
                <Button
                  size="small"
                  variant="bare"
                  icon={<AttachIcon size={13} />}
                  onClick={() => files.attach(ownerOf(one))}
                >
                  {t('common:action.attachFile')}
                </Button>
              </li>
            </Below>
          </>
        )}
        onFiles={(one, transfer) => files.take(ownerOf(one), transfer)}
        onOpen={setEditing}
      />
      <ErrorNotice error={files.error} />
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

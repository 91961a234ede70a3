import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anyMemorandum } from '../../../shared/contract/memoranda.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { formatDay } from '../../../shared/dates.ts';
import { Button, TextLink } from '../../ui/Button.tsx';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { AboutSection, EmptyPart } from './AboutSection.tsx';

const Row = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 34,
  borderTop: '1px solid var(--line)',
  fontSize: 13,
});

const most = 40;

const LinkDialog = ({ project, onClose }: { project: ProjectDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<Option | null>(null);
  const load = useMemo(() => {
    const there = new Set(project.memoranda.map(({ id }) => id));
    return async (text: string, signal: AbortSignal): Promise<Option[]> => {
      const asked = {
        ...anyMemorandum,
        text,
        sort: { by: 'signed', descending: true } as const,
        offset: 0,
        limit: most,
      };
      const { rows } = await client.memoranda.list(asked, { signal });
      return rows
        .filter(({ id }) => !there.has(id))
        .map(({ id, number, title, parties }) => ({
          id,
          label: [number, title].filter(Boolean).join(' · '),
          note: parties || undefined,
        }));
    };
  }, [project.memoranda]);
  const link = async (): Promise<void> => {
    if (chosen === null) return;
    const linked = await run(() => client.projects.linkMemorandum({ id: project.id, memorandumId: chosen.id }));
    if (linked !== undefined) onClose();
  };
  const isOurs = errorField(error) === 'memorandumId';
  return (
    <Dialog
      open
      title={t('about.add.memorandum')}
      onClose={onClose}
      onSubmit={() => void link()}
      submitting={running}
      submitDisabled={chosen === null}
      error={isOurs ? undefined : error}
    >
      <Combobox
        label={t('about.memorandum')}
        takesFocus
        value={chosen}
        onChange={setChosen}
        load={load}
        error={isOurs ? errorText(error) : undefined}
      />
    </Dialog>
  );
};

/** The memoranda that a project rests on. */
export const LinkedMemoranda = ({ project }: { project: ProjectDetail }) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const { run, error } = useActs();
  const [linking, setLinking] = useState(false);
  const { memoranda } = project;
  return (
    <AboutSection
      part="memoranda"
      count={memoranda.length}
      add={{ label: t('about.add.memorandum'), run: () => setLinking(true) }}
    >
      {memoranda.length === 0 ? <EmptyPart text={t('about.empty.memoranda')} /> : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {memoranda.map(({ id, title, number, signedOn }) => (
          <Row key={id}>
            <span style={{ minWidth: 0 }}>
              <TextLink to={`/memoranda/${id}`}>{[number, title].filter(Boolean).join(' · ')}</TextLink>{' '}
              <span className="soft small">
                {signedOn === null ? t('about.notSigned') : t('about.signed', { day: formatDay(signedOn, language) })}
              </span>
            </span>
            <span style={{ flex: 1 }} />
            <Button
              size="small"
              variant="bare"
              onClick={() => void run(() => client.projects.unlinkMemorandum({ id: project.id, memorandumId: id }))}
            >
              {t('about.unlink')}
            </Button>
          </Row>
        ))}
      </ul>
      <ErrorNotice error={error} />
      {linking ? <LinkDialog project={project} onClose={() => setLinking(false)} /> : null}
    </AboutSection>
  );
};

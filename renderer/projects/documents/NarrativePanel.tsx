import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NarrativeSection } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { useSavedField, type SavedField } from '../../ui/saved/savedField.ts';
import { TextArea } from '../../ui/TextInput.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';

const Panel = styled('aside')({
  width: 360,
  flex: 'none',
  overflow: 'auto',
  padding: '12px 14px 24px',
  borderLeft: '1px solid var(--line)',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  gap: 14,
  '& h2': { fontSize: 15 },
  '& > p': { fontSize: 13, color: 'var(--soft)' },
  '@media (max-width: 900px)': { width: 'auto', maxHeight: '50%', borderLeft: 0, borderTop: '1px solid var(--line)' },
});

const Before = styled('details')({
  marginTop: 4,
  fontSize: 13,
  color: 'var(--soft)',
  '& summary': { cursor: 'pointer', borderRadius: 4 },
  '& p': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: '4px 0 6px' },
});

/** How long after the last key a text is saved, in milliseconds. */
const pause = 900;

/** One section: saved while one writes, with what stood there in the report before. */
const Section = ({ label, before, field }: { label: string; before: string; field: SavedField<string> }) => {
  const { t } = useTranslation('projects');
  const { value, dirty, error, change, choose, commit } = useSavedField(field);
  useEffect(() => {
    if (!dirty) return undefined;
    const timer = setTimeout(commit, pause);
    return () => clearTimeout(timer);
  }, [dirty, value, commit]);
  return (
    <div>
      <TextArea label={label} value={value} error={error} minRows={3} onChange={change} onBlur={commit} />
      {before === '' ? null : (
        <Before>
          <summary>{t('documents.before')}</summary>
          <p>{before}</p>
          {value.trim() === '' ? (
            <Button size="small" onClick={() => choose(before)}>
              {t('documents.takeOver')}
            </Button>
          ) : null}
        </Before>
      )}
    </div>
  );
};

/**
 * The parts of a report that a person writes, for one period; both days null: for the final report. The paper beside it is
 * drawn anew as soon as a text is saved.
 */
export const NarrativePanel = ({
  projectId,
  from,
  until,
}: {
  projectId: string;
  from: string | null;
  until: string | null;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const queries = useQueryClient();
  const panel = useRef<HTMLElement>(null);
  // out of the text, which saves it; once more is out of the report
  useKeys(
    {
      Esc: ({ target }) => {
        if (!(target instanceof HTMLTextAreaElement)) return false;
        panel.current?.focus();
        return true;
      },
    },
    { inText: true, scope: panel },
  );
  const input = { projectId, from, until };
  const { data, error } = useQuery(orpc.projects.narratives.queryOptions({ input }));
  if (data === undefined) return <Panel>{error === null ? <Waiting /> : <ErrorNotice error={error} />}</Panel>;
  const fieldOf = (section: NarrativeSection, text: string, clock: string | null): SavedField<string> => ({
    name: `narrative.${projectId}.${from ?? ''}.${until ?? ''}.${section}`,
    stored: text,
    base: { clock, text },
    save: async (now, base) => {
      await trackSaving(client.projects.setNarrative({ ...input, section, text: now, base: { text: base } }));
      await queries.refetchQueries({ queryKey: orpc.projects.narratives.key({ input }) });
    },
  });
  return (
    <Panel ref={panel} tabIndex={-1} aria-label={t('documents.texts')}>
      <h2>{t('documents.texts')}</h2>
      <p>{t('documents.hint')}</p>
      {data.sections.map(({ section, text, before, clock }) => (
        <Section
          key={section}
          label={t(`vocabulary:narrativeSection.${section}`)}
          before={before}
          field={fieldOf(section, text, clock)}
        />
      ))}
    </Panel>
  );
};

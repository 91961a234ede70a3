import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliverableView, TranslationView } from '../../../shared/contract/projects.ts';
import { languageName } from '../../../shared/rules/regionNames.ts';
import { translationStates, type TranslationState } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { errorField, useErrorText } from '../../ui/core/errors.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { say } from '../../ui/window/say.ts';
import { usePartForm } from '../fields/usePartForm.ts';
import { LanguagesField } from '../regionFields.tsx';

/** Small things in a row under a deliverable. */
export const Below = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 5,
  listStyle: 'none',
  margin: 0,
  padding: '0 6px 8px 34px',
  fontSize: 13,
  '& > li': { display: 'flex', alignItems: 'center', gap: 4, minWidth: 0, overflowWrap: 'anywhere' },
  '& > li > svg': { flex: 'none', color: 'var(--soft)' },
});

const One = styled('button')({ border: 0, background: 'none', padding: 0, borderRadius: 11, cursor: 'pointer' });

const tones: Record<TranslationState, Tone> = {
  planned: 'neutral',
  translating: 'amber',
  editing: 'amber',
  ready: 'green',
  published: 'green',
};

export const isReady = ({ state }: TranslationView): boolean => state === 'ready' || state === 'published';

type Props = { projectId: string; deliverable: DeliverableView };

/** Languages that a deliverable is also to be in; all begin in one state. */
const AddDialog = ({ projectId, deliverable, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { run, error, running } = useActs();
  const errorText = useErrorText();
  const [codes, setCodes] = useState<string[]>([]);
  const [state, setState] = useState<TranslationState>('planned');
  const [there] = useState(() => deliverable.translations.map(({ language }) => language));
  const add = async (): Promise<void> => {
    const added = await run(async () => {
      for (const language of codes) {
        await client.projects.addPart({
          projectId,
          patch: { part: 'translation', fields: { deliverableId: deliverable.id, language, state } },
        });
        // what is refused later stands in the field alone
        setCodes((now) => now.filter((code) => code !== language));
      }
      return true;
    });
    if (added === true) onClose();
  };
  const isOurs = errorField(error) === 'language';
  return (
    <Dialog
      open
      title={t('about.add.translation')}
      onClose={onClose}
      onSubmit={() => void add()}
      submitting={running}
      submitDisabled={codes.length === 0}
      error={isOurs ? undefined : error}
    >
      <LanguagesField
        label={t('about.languages')}
        takesFocus
        value={codes}
        onChange={setCodes}
        without={there}
        error={isOurs ? errorText(error) : undefined}
      />
      <Select
        label={t('about.translationState')}
        value={state}
        onChange={setState}
        options={translationStates.map((value) => ({ value, label: t(`vocabulary:translationState.${value}`) }))}
      />
    </Dialog>
  );
};

const TranslationDialog = ({
  projectId,
  row,
  onClose,
}: {
  projectId: string;
  row: TranslationView;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { language: shown } = useLanguage();
  const acts = useActs();
  const name = languageName(row.language, shown);
  const form = usePartForm<Pick<TranslationView, 'state' | 'doneOn'>>({
    projectId,
    row,
    start: { state: row.state, doneOn: row.doneOn },
    registers: { state: 'progress', doneOn: 'progress' },
    patch: (fields) => ({ part: 'translation', fields }),
    onSaved: onClose,
  });
  const remove = async (): Promise<void> => {
    const removed = await acts.run(() => client.projects.removePart({ part: 'translation', id: row.id }));
    if (removed === undefined) return;
    say(t('about.removed', { name }));
    onClose();
  };
  return (
    <Dialog
      open
      title={`${t('about.edit.translation')}: ${name}`}
      onClose={onClose}
      onSubmit={form.save}
      submitting={form.saving}
      error={form.error ?? acts.error}
      actions={
        <Button variant="danger" onClick={() => void remove()}>
          {t('common:action.remove')}
        </Button>
      }
    >
      <FormGrid>
        <Select
          label={t('about.translationState')}
          value={form.value.state}
          onChange={(state) => form.set({ state })}
          error={form.wrong('state')}
          options={translationStates.map((value) => ({ value, label: t(`vocabulary:translationState.${value}`) }))}
        />
        <DateField
          label={t('about.doneOn')}
          value={form.value.doneOn}
          onChange={(doneOn) => form.set({ doneOn })}
          error={form.wrong('doneOn')}
        />
      </FormGrid>
    </Dialog>
  );
};

/** The languages of a deliverable, each with the state of its translation. */
export const Translations = ({ projectId, deliverable }: Props) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language: shown } = useLanguage();
  const [editing, setEditing] = useState<TranslationView | 'new' | null>(null);
  return (
    <>
      <Below aria-label={`${t('about.translations')}: ${deliverable.title}`}>
        {deliverable.translations.map((one) => (
          <li key={one.id}>
            <One type="button" onClick={() => setEditing(one)}>
              <Chip size="small" tone={tones[one.state]}>
                {languageName(one.language, shown)} · {t(`vocabulary:translationState.${one.state}`)}
              </Chip>
            </One>
          </li>
        ))}
        <li>
          <Button size="small" variant="bare" icon={<PlusIcon size={13} />} onClick={() => setEditing('new')}>
            {t('about.add.translation')}
          </Button>
        </li>
      </Below>
      {editing === null ? null : editing === 'new' ? (
        <AddDialog projectId={projectId} deliverable={deliverable} onClose={() => setEditing(null)} />
      ) : (
        <TranslationDialog projectId={projectId} row={editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
};

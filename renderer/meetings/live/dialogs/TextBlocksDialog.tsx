import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/languages.ts';
import { languageNames, languages } from '../../../../shared/languages.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { client, orpc } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useFocusOnMount } from '../../../ui/focus.ts';
import { DeleteIcon, EditIcon, PlusIcon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextInput } from '../../../ui/TextInput.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { useActs } from '../../../ui/core/acts.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { display: 'flex', gap: 8, alignItems: 'flex-start', borderTop: '1px solid var(--line)', padding: '6px 0' },
  '& li:first-of-type': { borderTop: 0 },
});

const Pick = styled('button')({
  flex: 1,
  minWidth: 0,
  border: 0,
  background: 'none',
  padding: '2px 4px',
  textAlign: 'left',
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover': { background: 'var(--fill)' },
  '& b': { display: 'block', fontWeight: 600 },
});

/** The phrases, the first of them in focus; the arrows move between them. */
const Phrases = ({ takesFocus, children }: { takesFocus: boolean; children: ReactNode }) => {
  const list = useFocusOnMount<HTMLUListElement>(takesFocus, '[data-pick]');
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const picks = [...(list.current?.querySelectorAll<HTMLElement>('[data-pick]') ?? [])];
    const at = picks.findIndex((pick) => pick.closest('li')?.contains(document.activeElement) === true);
    picks[Math.max(0, Math.min(picks.length - 1, at + step))]?.focus();
  };
  return (
    <List ref={list} onKeyDown={onKeyDown}>
      {children}
    </List>
  );
};

type Draft = { id: string | null; language: Language; title: string; text: string };

const languageOptions = languages.map((value) => ({ value, label: languageNames[value] }));

/** Standard phrases: chosen ones go into the text where there is one; all can be written and changed here. */
export const TextBlocksDialog = (props: {
  language: Language;
  /** Puts the words into the text; without it the dialog only keeps the phrases. */
  onInsert?: ((text: string) => void) | undefined;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['meetings', 'common']);
  const { data: blocks } = useQuery(orpc.meetings.textBlocks.queryOptions());
  const { run, error, running, clear } = useActs();
  const [draft, setDraft] = useState<Draft | null>(null);
  const mine = (blocks ?? []).filter(({ language }) => language === props.language);
  const others = (blocks ?? []).filter(({ language }) => language !== props.language);

  const save = async (): Promise<void> => {
    if (draft === null) return;
    const { id, ...fields } = draft;
    const saved = await run(async () => {
      if (id === null) await client.meetings.addTextBlock(fields);
      else await client.meetings.updateTextBlock({ id, patch: fields });
      return true;
    });
    if (saved === true) setDraft(null);
  };
  if (draft !== null) {
    return (
      <Dialog
        open
        onClose={() => {
          clear();
          setDraft(null);
        }}
        title={draft.id === null ? t('textBlocks.new') : t('textBlocks.edit')}
        submitting={running}
        submitDisabled={draft.title.trim() === '' || draft.text.trim() === ''}
        error={error}
        onSubmit={() => void save()}
      >
        <TextInput
          label={t('textBlocks.name')}
          takesFocus
          required
          value={draft.title}
          onChange={(title) => setDraft({ ...draft, title })}
        />
        <TextArea
          label={t('textBlocks.text')}
          required
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
        />
        <Select
          label={t('textBlocks.language')}
          options={languageOptions}
          value={draft.language}
          onChange={(language) => setDraft({ ...draft, language })}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('textBlocks.title')}
      error={error}
      actions={
        <Button
          icon={<PlusIcon />}
          onClick={() => setDraft({ id: null, language: props.language, title: '', text: '' })}
        >
          {t('textBlocks.new')}
        </Button>
      }
    >
      {blocks === undefined ? (
        <Waiting />
      ) : (
        <>
          {mine.length + others.length === 0 ? <p className="soft">{t('textBlocks.empty')}</p> : null}
          <Phrases takesFocus={props.onInsert !== undefined}>
            {[...mine, ...others].map(({ id, title, text, language }) => (
              <li key={id}>
                <Pick
                  type="button"
                  data-pick=""
                  disabled={props.onInsert === undefined}
                  onClick={() => props.onInsert?.(text)}
                >
                  <b>{title}</b>
                  <span className="soft small">
                    {language === props.language ? text : `${languageNames[language]} · ${text}`}
                  </span>
                </Pick>
                <IconButton
                  label={t('textBlocks.editOne', { name: title })}
                  icon={<EditIcon />}
                  onClick={() => setDraft({ id, language, title, text })}
                />
                <IconButton
                  label={t('textBlocks.removeOne', { name: title })}
                  icon={<DeleteIcon />}
                  onClick={() => void run(() => client.meetings.removeTextBlock({ id }))}
                />
              </li>
            ))}
          </Phrases>
        </>
      )}
    </Dialog>
  );
};

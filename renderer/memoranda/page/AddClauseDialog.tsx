import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryEntry, MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { plainClauseText } from '../../../shared/rules/clauseText.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeleteIcon, SearchIcon } from '../../ui/icons.tsx';
import { wordMatcher } from '../../ui/matchesWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';

const List = styled('div')({
  maxHeight: 'min(380px, 46vh)',
  overflow: 'auto',
  border: '1px solid var(--line)',
  borderRadius: 'var(--radius)',
  '& [role=option]': { padding: '7px 12px', cursor: 'pointer', borderTop: '1px solid var(--line)' },
  '& [role=option]:first-of-type': { borderTop: 0 },
  '& [aria-selected=true]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '& b': { fontWeight: 600 },
  '& p': {
    color: 'var(--soft)',
    fontSize: 12.5,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
});

const blankKey = '';

/** A new article behind the one with the caret: a blank one, or one of the library. */
export const AddClauseDialog = (props: {
  memorandum: MemorandumDetail;
  /** The place of the new one among all, counted from 0; null: at the end. */
  at: number | null;
  onClose: () => void;
  onAdded: (id: string) => void;
}) => {
  const { memorandum, at, onClose, onAdded } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const { data: library } = useQuery(orpc.memoranda.library.queryOptions({ input: { language: memorandum.language } }));
  const [typed, setTyped] = useState('');
  /** Null: the first article whose heading fits, also when the library comes after what was typed. */
  const [place, setPlace] = useState<number | null>(null);
  const used = useMemo(() => new Set(memorandum.clauses.map(({ libraryKey }) => libraryKey)), [memorandum.clauses]);
  const choices = useMemo((): (LibraryEntry | null)[] => {
    const fits = wordMatcher(typed);
    const found = (library ?? []).filter(({ heading, text }) => fits(`${heading} ${text}`));
    // what the text has already comes last
    return [null, ...found.filter(({ key }) => !used.has(key)), ...found.filter(({ key }) => used.has(key))];
  }, [library, typed, used]);
  const fitting = typed.trim() !== '' && (library ?? []).some(({ heading }) => wordMatcher(typed)(heading)) ? 1 : 0;
  const chosen = Math.min(place ?? fitting, choices.length - 1);
  const add = async (entry: LibraryEntry | null): Promise<void> => {
    const made = await run(() =>
      client.memoranda.addClause(
        entry === null
          ? { memorandumId: memorandum.id, at, heading: typed.trim(), text: '', numbered: true }
          : {
              memorandumId: memorandum.id,
              at,
              heading: entry.heading,
              text: entry.text,
              numbered: entry.numbered,
              libraryKey: entry.key,
            },
      ),
    );
    if (made !== undefined) onAdded(made.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setPlace((chosen + step + choices.length) % choices.length);
    }
    if (event.code === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      void add(choices[chosen] ?? null);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={t('clause.add')}
      submitLabel={t('common:action.add')}
      submitting={running}
      error={error}
      onSubmit={() => void add(choices[chosen] ?? null)}
    >
      <TextInput
        label={t('clause.find')}
        hint={t('clause.findHint')}
        takesFocus
        leading={<SearchIcon size={13} />}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setPlace(null);
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': 'clauseLibrary',
          'aria-activedescendant': `clause-${chosen}`,
        }}
      />
      <List role="listbox" id="clauseLibrary" aria-label={t('clause.library')} tabIndex={0}>
        {choices.map((entry, index) => (
          <div
            key={entry?.key ?? blankKey}
            id={`clause-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => setPlace(index)}
            onDoubleClick={() => void add(entry)}
            onKeyDown={onKeyDown}
          >
            {entry === null ? (
              <>
                <b>{typed.trim() === '' ? t('clause.blank') : t('clause.blankNamed', { name: typed.trim() })}</b>
                <p>{t('clause.blankText')}</p>
              </>
            ) : (
              <>
                <b>{entry.heading || t('outline.preamble')}</b>{' '}
                {entry.own ? <span className="soft small">{t('clause.own')}</span> : null}{' '}
                {used.has(entry.key) ? <span className="soft small">{t('clause.used')}</span> : null}
                <p>{plainClauseText(entry.text)}</p>
              </>
            )}
          </div>
        ))}
      </List>
      {choices[chosen]?.own === true ? (
        <span>
          <IconButton
            label={t('clause.removeOwn')}
            icon={<DeleteIcon />}
            onClick={() => void run(() => client.memoranda.removeLibraryClause({ id: choices[chosen]?.key ?? '' }))}
          />
        </span>
      ) : null}
    </Dialog>
  );
};

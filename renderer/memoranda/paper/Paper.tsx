import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorText } from '../../ui/core/errors.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Filling } from '../fields/FieldPopover.tsx';
import { EditorPlace } from './EditorPlace.tsx';
import type { PaperKeeper } from './keeper.ts';
import { Desk, Sheet, Signatures, TwoEnds } from './PaperSheet.tsx';
import { goToField } from './places.ts';
import { usePaperWords } from './usePaperWords.ts';
import { useFieldLook } from './usePaper.ts';

export type PaperProps = {
  memorandum: MemorandumDetail;
  keeper: PaperKeeper;
  fill: (filling: Filling) => void;
  /** The title is changed where it stands. */
  onTitle: (title: string) => Promise<unknown>;
};

/** Why the text is not saved; it stays on the screen. */
const Failure = ({ keeper }: { keeper: PaperKeeper }) => {
  const { t } = useTranslation('memoranda');
  const errorText = useErrorText();
  const failure = keeper.failure.use();
  if (failure === undefined) return null;
  return (
    <Notice
      tone="error"
      action={
        <Button size="small" onClick={() => void keeper.flush()}>
          {t('paper.saveAgain')}
        </Button>
      }
    >
      {t('paper.notSaved')} {errorText(failure)}
    </Notice>
  );
};

/** Words that lost against another window's, to copy or to let go. */
const Lost = ({ keeper }: { keeper: PaperKeeper }) => {
  const { t } = useTranslation('memoranda');
  const lost = keeper.lost.use();
  return lost.map(({ id, heading, mine }) => (
    <Notice
      key={id}
      tone="amber"
      action={
        <Button size="small" onClick={() => keeper.settleLost(id)}>
          {t('paper.lostSettled')}
        </Button>
      }
    >
      {t('paper.lost', { heading })}
      <pre style={{ whiteSpace: 'pre-wrap', font: 'inherit', margin: '4px 0 0', userSelect: 'text' }}>{mine}</pre>
    </Notice>
  ));
};

/** The title on the paper: words of one line, changed where they stand. */
const Title = ({ memorandum, onTitle }: Pick<PaperProps, 'memorandum' | 'onTitle'>) => {
  const { t } = useTranslation('memoranda');
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? memorandum.title;
  const keep = (): void => {
    const title = draft?.replaceAll(/\s+/g, ' ').trim() ?? '';
    if (draft === undefined) return;
    if (title === '' || title === memorandum.title) setDraft(undefined);
    else void onTitle(title).then(() => setDraft(undefined));
  };
  if (!memorandum.editable) return <h2>{memorandum.title}</h2>;
  return (
    <h2>
      <textarea
        aria-label={t('field.title')}
        data-title=""
        rows={1}
        value={shown}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.code === 'Enter') {
            event.preventDefault();
            event.currentTarget.blur();
          }
          if (event.code === 'Escape') setDraft(undefined);
        }}
        style={{
          font: 'inherit',
          textAlign: 'center',
          width: '100%',
          border: 0,
          padding: 0,
          background: 'transparent',
          resize: 'none',
          fieldSizing: 'content',
        }}
      />
    </h2>
  );
};

/** The paper as it will be signed: title, place and date, the articles in one flow, the parties' details. */
export const Paper = ({ memorandum, keeper, fill, onTitle }: PaperProps) => {
  const { t } = useTranslation('memoranda');
  const words = usePaperWords(memorandum.language);
  const look = useFieldLook(memorandum);
  const sheet = useRef<HTMLElement>(null);
  const { editor } = keeper;
  const { editable } = memorandum;
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          'aria-label': t('paper.text', { title: memorandum.title }),
          'aria-multiline': 'true',
          'aria-readonly': String(!editable),
          role: 'textbox',
          lang: memorandum.language,
          spellcheck: 'true',
          translate: 'no',
          // a text that is locked is still read and copied by the keyboard
          ...(!editable && { tabindex: '0' }),
        },
      },
    });
  }, [editor, editable, memorandum.language, memorandum.title, t]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Tab' || event.ctrlKey || event.altKey || event.defaultPrevented || !editable) return;
    if (sheet.current === null || !goToField(sheet.current, editor, event.shiftKey ? -1 : 1)) return;
    event.preventDefault();
  };
  const chip = (key: string, label: string) => {
    const { text, title, missing } = look(key, label);
    if (!editable) return <span className={missing ? 'field' : ''}>{text}</span>;
    return (
      <button
        type="button"
        className="field"
        data-field={key}
        data-missing={missing ? '' : undefined}
        title={title}
        aria-label={title}
        onClick={(event) => fill({ key, label, element: event.currentTarget, position: null, typed: '' })}
        onKeyDown={(event) => {
          const types =
            event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey && event.key !== ' ';
          if (!types) return;
          event.preventDefault();
          fill({ key, label, element: event.currentTarget, position: null, typed: event.key });
        }}
      >
        {text}
      </button>
    );
  };
  return (
    <Desk>
      <div style={{ maxWidth: 760, margin: '0 auto 8px', display: 'grid', gap: 6 }}>
        <Failure keeper={keeper} />
        <Lost keeper={keeper} />
      </div>
      <Sheet
        ref={sheet}
        lang={memorandum.language}
        data-paper=""
        data-locked={editable ? undefined : ''}
        onKeyDown={onKeyDown}
      >
        <h2>{words?.('paper.kind')}</h2>
        <Title key={memorandum.id} memorandum={memorandum} onTitle={onTitle} />
        <TwoEnds>
          <span>{chip('place', '')}</span>
          <span>{chip('signedOn', '')}</span>
        </TwoEnds>
        <EditorPlace editor={editor} />
        {memorandum.clauses.length === 0 ? (
          <p className="soft" style={{ font: '14px/1.45 var(--font)', textAlign: 'center', padding: '24px 0' }}>
            {t('paper.noClauses')}
          </p>
        ) : null}
        <section data-signatures="">
          <h3 style={{ fontSize: 15, margin: '14px 0 3px' }}>{words?.('paper.signatures')}</h3>
          <Signatures>
            {memorandum.partyRows.map((party, index) => (
              <div key={party.id}>
                <p>
                  <b>{chip(`party.${index + 1}.name`, '')}</b>
                </p>
                <p>{chip(`party.${index + 1}.position`, '')}</p>
                <hr />
                <p>{chip(`party.${index + 1}.signatory`, '')}</p>
              </div>
            ))}
          </Signatures>
        </section>
      </Sheet>
    </Desk>
  );
};

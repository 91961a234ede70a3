import { styled } from '@mui/material/styles';
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useLayoutEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from '../Kbd.tsx';
import { closeTrigger, type OpenTrigger, type TriggerLink } from './trigger.ts';

/** One line of a list at the caret. */
export type TriggerChoice = {
  id: string;
  label: string;
  note?: string | undefined;
  /** What can be typed for it, or the key that does the same: shown as a cap. */
  typed?: string | undefined;
  keys?: string | undefined;
};

const List = styled('div')({
  position: 'fixed',
  zIndex: 1200,
  width: 340,
  maxWidth: 'calc(100vw - 16px)',
  overflow: 'auto',
  padding: 4,
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--shadow)',
  '& [role=option]': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: 10,
    minHeight: 31,
    padding: '4px 10px',
    borderRadius: 4,
    cursor: 'pointer',
  },
  '& [aria-selected=true]': { background: 'var(--ink-soft)' },
  '& p': { padding: '6px 10px', color: 'var(--soft)', fontSize: 13 },
});

/** Shows what can be typed as a cap; it is no key of the keyboard. */
const Typed = styled('span')({
  fontSize: 11,
  lineHeight: '16px',
  border: '1px solid var(--line-strong)',
  borderBottomWidth: 2,
  borderRadius: 4,
  padding: '0 5px',
  color: 'var(--soft)',
  background: 'var(--surface)',
});

type Place = { left: number; maxHeight: number } & ({ top: number } | { bottom: number });

/** As high as the list gets, and the least it needs below the text before it goes above. */
const highest = 264;
const least = 150;
const gap = 6;
const edge = 8;

/** Under the place in the text, above it where there is too little room. */
const useNear = (editor: Editor, open: OpenTrigger): Place | undefined => {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const put = (): void => {
      if (open.from > editor.state.doc.content.size) return;
      const at = editor.view.coordsAtPos(open.from);
      const left = Math.max(edge, Math.min(at.left - 11, window.innerWidth - 340 - edge));
      const below = window.innerHeight - at.bottom - gap - edge;
      const above = at.top - gap - edge;
      setPlace(
        below >= least || below >= above
          ? { left, top: at.bottom + gap, maxHeight: Math.min(highest, below) }
          : { left, bottom: window.innerHeight - at.top + gap, maxHeight: Math.min(highest, above) },
      );
    };
    put();
    window.addEventListener('scroll', put, true);
    window.addEventListener('resize', put);
    return () => {
      window.removeEventListener('scroll', put, true);
      window.removeEventListener('resize', put);
    };
  }, [editor, open.from]);
  return place;
};

export type TriggerMenuProps = {
  editor: Editor;
  link: TriggerLink;
  open: OpenTrigger;
  label: string;
  choices: readonly TriggerChoice[];
  onChoose: (choice: TriggerChoice) => void;
  /** Chosen before the person has moved: the first, or none where typing on is as likely. */
  first?: 'first' | 'none';
  /** Said instead of an empty list. */
  nothing?: ReactNode;
};

/** The list at the caret: the arrows move, Enter or Tab chooses, Esc closes; the focus stays in the text. */
export const TriggerMenu = (props: TriggerMenuProps) => {
  const { editor, link, open, choices, onChoose, first = 'first' } = props;
  const id = useId();
  const start = first === 'first' ? 0 : -1;
  const [state, setState] = useState({ query: open.query, at: start });
  const at = state.query === open.query ? Math.min(state.at, choices.length - 1) : Math.min(start, choices.length - 1);
  const place = useNear(editor, open);
  const chosen = choices[at];

  // before the browser paints: Enter takes what one sees, not what stood there before
  useLayoutEffect(
    () =>
      link.listen((event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return false;
        const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
        if (step !== 0 && choices.length > 0) {
          const from = at < 0 && step < 0 ? choices.length : at;
          setState({ query: open.query, at: (from + step + choices.length) % choices.length });
          return true;
        }
        const takes = event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab';
        if (!takes || event.shiftKey || chosen === undefined) return false;
        onChoose(chosen);
        return true;
      }),
    [link, choices, onChoose, open.query, at, chosen],
  );

  // the text keeps the focus; a screen reader hears the choice through it
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    if (chosen === undefined) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', `${id}-${chosen.id}`);
    document.getElementById(`${id}-${chosen?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, chosen]);

  if (choices.length === 0 && props.nothing === undefined) return null;
  return createPortal(
    <List
      id={id}
      role="listbox"
      aria-label={props.label}
      style={place === undefined ? { visibility: 'hidden' } : place}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.map((choice, index) => (
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onClick={() => onChoose(choice)}
          onKeyDown={(event) => {
            if (event.code === 'Escape') closeTrigger(editor.view);
          }}
        >
          <span>
            {choice.label}
            {choice.note === undefined || choice.note === '' ? null : <span className="soft"> {choice.note}</span>}
          </span>
          {choice.keys === undefined ? null : <Kbd keys={choice.keys} />}
          {choice.typed === undefined ? null : <Typed>{choice.typed}</Typed>}
        </div>
      ))}
      {choices.length === 0 ? <p>{props.nothing}</p> : null}
    </List>,
    document.body,
  );
};

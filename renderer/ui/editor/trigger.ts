import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { createStore, type Store } from '../window/store.ts';

/** A way to open a list at the caret. */
export type Trigger = {
  /** Names the list: `command`, `name`. */
  kind: string;
  char: string;
  /** Finds the character and what was typed behind it at the end of the text before the caret; group 1 is what was typed. */
  pattern: RegExp;
  /** Physical keys that open it where the layout has no such character. */
  keys: (event: KeyboardEvent) => boolean;
};

/** A list that is open: the stretch `from`–`to` of the document holds what was typed for it. */
export type OpenTrigger = {
  kind: string;
  from: number;
  to: number;
  query: string;
  /** The character was put there by a key: Esc takes it back. */
  byKey: boolean;
};

type State = { open: OpenTrigger | null; dismissed: number | null };
type Meta = { open: OpenTrigger } | { close: true };

export const triggerKey = new PluginKey<State>('trigger');

/** What a list and the plugin tell each other. */
export type TriggerLink = {
  open: Store<OpenTrigger | null>;
  /** Keys go to the open list first; it says whether it took the key. Returns the way to stop. */
  listen: (onKey: (event: KeyboardEvent) => boolean) => () => void;
  take: (event: KeyboardEvent) => boolean;
};

export const createTriggerLink = (): TriggerLink => {
  let listener: ((event: KeyboardEvent) => boolean) | undefined;
  return {
    open: createStore<OpenTrigger | null>(null),
    listen: (onKey) => {
      listener = onKey;
      return () => {
        if (listener === onKey) listener = undefined;
      };
    },
    take: (event) => listener?.(event) ?? false,
  };
};

/** `/` at the beginning of a word, commands are one word; `@` behind a blank or a bracket, names have up to three blanks. */
export const slashTrigger: Trigger = {
  kind: 'command',
  char: '/',
  pattern: /(?:^|\s)\/([^\s/]{0,24})$/u,
  keys: (event) =>
    (event.ctrlKey && !event.altKey && event.code === 'Period') ||
    (event.altKey && !event.ctrlKey && event.code === 'Slash'),
};
export const nameTrigger: Trigger = {
  kind: 'name',
  char: '@',
  pattern: /(?:^|[\s(«„“"'])@((?:[^\s@]+ ?){0,4})$/u,
  keys: (event) => event.altKey && !event.ctrlKey && event.code === 'Digit2',
};

const textBefore = ({ selection }: EditorState): { text: string; begin: number } | null => {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  return { text: $from.parent.textBetween(0, $from.parentOffset, '\n'), begin: $from.start() };
};

const findOpen = (state: EditorState, triggers: readonly Trigger[]): OpenTrigger | null => {
  const before = textBefore(state);
  if (before === null) return null;
  for (const { kind, pattern } of triggers) {
    const match = pattern.exec(before.text);
    if (match === null) continue;
    const query = match[1] ?? '';
    const to = before.begin + before.text.length;
    return { kind, from: to - query.length - 1, to, query, byKey: false };
  }
  return null;
};

/** A list that was opened without a character (names of speakers) holds the whole text before the caret. */
const follow = (open: OpenTrigger, from: number, state: EditorState): OpenTrigger | null => {
  const before = textBefore(state);
  if (before === null || from !== before.begin || before.text.includes('\n') || before.text.length > 60) return null;
  return { ...open, from, to: before.begin + before.text.length, query: before.text };
};

const next = (transaction: Transaction, before: State, state: EditorState, triggers: readonly Trigger[]): State => {
  const meta = transaction.getMeta(triggerKey) as Meta | undefined;
  const here = findOpen(state, triggers);
  if (meta !== undefined && 'close' in meta) return { open: null, dismissed: here?.from ?? null };
  if (meta !== undefined) return { open: meta.open, dismissed: null };
  // a list that was closed stays closed as long as its character stands before the caret
  const closedAt = before.dismissed === null ? null : transaction.mapping.map(before.dismissed, -1);
  const dismissed = here?.from === closedAt ? closedAt : null;
  if (before.open !== null) {
    const from = transaction.mapping.map(before.open.from, -1);
    const whole = !triggers.some(({ kind }) => kind === before.open?.kind);
    const open = whole ? follow(before.open, from, state) : here;
    const same = open !== null && open.kind === before.open.kind && open.from === from;
    return { open: same ? { ...open, byKey: before.open.byKey } : null, dismissed };
  }
  // opens at the moment the character is typed, not when the caret passes one
  const typed =
    transaction.docChanged &&
    transaction.getMeta('uiEvent') !== 'paste' &&
    transaction.getMeta('addToHistory') !== false;
  const open = typed ? here : null;
  const opens = open !== null && open.query === '' && open.from !== dismissed;
  return { open: opens ? open : null, dismissed };
};

/** Closes the list; what was typed stays, but a character that a key had put there goes. */
export const closeTrigger = (view: EditorView): void => {
  const open = triggerKey.getState(view.state)?.open ?? null;
  if (open === null) return;
  const transaction = view.state.tr.setMeta(triggerKey, { close: true } satisfies Meta);
  if (open.byKey && open.query === '') transaction.delete(open.from, open.to);
  view.dispatch(transaction);
};

/** Opens a list over the whole text of the record with the caret, without a character: it follows what is typed. */
export const openWhole = (transaction: Transaction, kind: string): Transaction => {
  const { $from } = transaction.selection;
  const open = { kind, from: $from.start(), to: $from.pos, query: $from.parent.textContent, byKey: false };
  return transaction.setMeta(triggerKey, { open } satisfies Meta);
};

const openByKey = (view: EditorView, trigger: Trigger): void => {
  const before = textBefore(view.state);
  if (before === null) return;
  // behind a word the character needs a blank, which stays like one typed
  const blank = /\S$/u.test(before.text) && !/[(«„“"']$/u.test(before.text) ? ' ' : '';
  const transaction = view.state.tr.insertText(`${blank}${trigger.char}`);
  const to = transaction.selection.from;
  const open = { kind: trigger.kind, from: to - 1, to, query: '', byKey: true };
  view.dispatch(transaction.setMeta(triggerKey, { open } satisfies Meta).scrollIntoView());
};

/** Opens lists at the caret by a character or by a physical key, and follows what is typed for them. */
export const Triggers = Extension.create<{ triggers: readonly Trigger[]; link: TriggerLink }>({
  name: 'triggers',
  priority: 1000, // an open list takes Enter and the arrows before the keys of writing
  addProseMirrorPlugins() {
    const { triggers, link } = this.options;
    return [
      new Plugin<State>({
        key: triggerKey,
        state: {
          init: () => ({ open: null, dismissed: null }),
          apply: (transaction, before, _old, state) => next(transaction, before, state, triggers),
        },
        props: {
          handleKeyDown: (view, event) => {
            const open = triggerKey.getState(view.state)?.open ?? null;
            if (open !== null && !event.isComposing) {
              if (event.code === 'Escape') {
                closeTrigger(view);
                return true;
              }
              if (link.take(event)) return true;
            }
            const trigger = triggers.find(({ keys }) => keys(event));
            if (trigger === undefined || !view.editable) return false;
            openByKey(view, trigger);
            return true;
          },
          handleDOMEvents: {
            blur: (view) => {
              closeTrigger(view);
              return false;
            },
          },
        },
        view: () => ({
          update: (view) => link.open.set(triggerKey.getState(view.state)?.open ?? null),
          destroy: () => link.open.set(null),
        }),
      }),
    ];
  },
});

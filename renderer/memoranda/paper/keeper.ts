import type { Editor } from '@tiptap/core';
import type { ClauseView } from '../../../shared/contract/memoranda.ts';
import { createAutosave } from '../../ui/editor/autosave.ts';
import { createTriggerLink, type TriggerLink } from '../../ui/editor/trigger.ts';
import { createStore, type Store } from '../../ui/window/store.ts';
import { applyUpdates } from './apply.ts';
import { clauseNode, entriesOf } from './convert.ts';
import { createPaperEditor } from './editor.ts';
import { createFieldLooks, type FieldLook } from './fieldView.ts';
import { withMargin, type Margin } from './margin.ts';
import { createPaperModel, type ClauseAnswer, type ClauseChange, type LostClause } from './model.ts';
import type { FieldPlace } from './paperKeys.ts';
import { paperSchema } from './schema.ts';

/** How the keeper reaches the core and the page. */
export type PaperPorts = {
  save: (change: ClauseChange) => Promise<ClauseAnswer>;
  /** Whether trying again is right, not a refusal that stays one. */
  mayRetry: (error: unknown) => boolean;
  onPending: (pending: boolean) => void;
  onFill: (place: FieldPlace, typed: string) => void;
  onMark: (obligationId: string) => void;
};

/** The text of one memorandum while it is on the screen. */
export type PaperKeeper = {
  editor: Editor;
  trigger: TriggerLink;
  /** What was written here and lost against another window. */
  lost: Store<readonly LostClause[]>;
  /** Why the last save did not succeed. */
  failure: Store<unknown>;
  /** Counts the changes of the text, for what is drawn from it. */
  changes: Store<number>;
  /** Takes in what the core holds now. */
  arrived: (clauses: readonly ClauseView[]) => void;
  setLooks: (looks: (key: string, label: string) => FieldLook) => void;
  setMargin: (margin: Margin) => void;
  settleLost: (id: string) => void;
  flush: () => Promise<void>;
};

/** Opens the text of a memorandum: makes its editor, and saves from then on whatever changes in it. */
export const openPaper = (clauses: readonly ClauseView[], ports: PaperPorts): PaperKeeper => {
  const model = createPaperModel(clauses);
  const trigger = createTriggerLink();
  const lost = createStore<readonly LostClause[]>([]);
  const failure = createStore<unknown>(undefined);
  const changes = createStore(0);
  const looks = createFieldLooks((_key, label) => ({ text: label, title: label, missing: true }));
  const editor = createPaperEditor({
    doc: paperSchema.node(
      'doc',
      null,
      clauses.map((clause) => clauseNode(clause, paperSchema)),
    ),
    trigger,
    looks,
    onFill: ports.onFill,
    onMark: ports.onMark,
  });
  const addLost = (losses: readonly LostClause[]): void => {
    if (losses.length === 0) return;
    lost.set([...lost.get().filter(({ id }) => losses.every((loss) => loss.id !== id)), ...losses]);
  };
  const show = (updates: Parameters<typeof applyUpdates>[1]): void => {
    const transaction = applyUpdates(editor.state, updates);
    if (transaction !== null) editor.view.dispatch(transaction);
  };

  const autosave = createAutosave({
    save: async () => {
      for (const change of model.changes(entriesOf(editor.state.doc))) {
        const answer = await ports.save(change);
        const now = entriesOf(editor.state.doc).find(({ id }) => id === change.id);
        const { updates, lost: losses } = model.saved(change, answer, now);
        show(updates);
        addLost(losses);
      }
      failure.set(undefined);
    },
    onPending: ports.onPending,
    onError: (error) => {
      failure.set(error);
      return ports.mayRetry(error);
    },
  });
  editor.on('transaction', ({ transaction }) => {
    if (!transaction.docChanged) return;
    changes.set(changes.get() + 1);
    if (transaction.getMeta('addToHistory') !== false) autosave.touch();
  });

  return {
    editor,
    trigger,
    lost,
    failure,
    changes,
    arrived: (stored) => {
      const { updates, lost: losses } = model.arrived(stored, entriesOf(editor.state.doc));
      show(updates);
      addLost(losses);
    },
    setLooks: looks.set,
    setMargin: (margin) => editor.view.dispatch(withMargin(editor.state, margin)),
    settleLost: (id) => lost.set(lost.get().filter((loss) => loss.id !== id)),
    flush: autosave.flush,
  };
};

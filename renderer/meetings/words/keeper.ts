import type { Editor } from '@tiptap/core';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { ItemWords } from '../../../shared/contract/meetings.ts';
import { createAutosave } from '../../ui/editor/autosave.ts';
import { foundAnew, type Found } from '../../ui/editor/found.ts';
import { createRecordSlots, type RecordSlots } from '../../ui/editor/recordView.ts';
import { createTriggerLink, type TriggerLink } from '../../ui/editor/trigger.ts';
import { createStore, type Store } from '../../ui/window/store.ts';
import { applyUpdates } from './apply.ts';
import { createWordsEditor } from './editor.ts';
import { entriesOf, nodeOf, storedEntries, type WordsEntry } from './entries.ts';
import { createWordsModel, type LostWords, type SavedEntry, type WordsChange } from './model.ts';
import { wordsSchema } from './schema.ts';

/** How long a reading waits for a save that runs, in milliseconds. */
const breath = 40;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How the keeper reaches the core, and what the page knows. */
export type WordsPorts = {
  load: () => Promise<ItemWords>;
  save: (change: WordsChange) => Promise<readonly SavedEntry[]>;
  /** Takes the last change of the workspace back. */
  undo: () => Promise<unknown>;
  /** Whether trying again is right, not a refusal that stays one. */
  mayRetry: (error: unknown) => boolean;
  onPending: (pending: boolean) => void;
  find: (text: string) => readonly Found[];
  /** The record to begin with where nothing is written yet. */
  first: () => WordsEntry;
};

/** Everything that the page needs of one item's words; lives on while another item is on the screen. */
export type WordsKeeper = {
  editor: Editor;
  slots: RecordSlots;
  trigger: TriggerLink;
  /** Votes, assignees and deadlines of the decisions, by their ids. */
  details: Store<ReadonlyMap<string, DecisionView>>;
  /** Names of the speakers as the minutes print them, by the ids of their speeches. */
  speakers: Store<ReadonlyMap<string, string>>;
  /** What was written here and lost against another window. */
  lost: Store<readonly LostWords[]>;
  /** Why the last save did not succeed. */
  failure: Store<unknown>;
  /** Reads again what the core holds. */
  sync: () => Promise<void>;
  flush: () => Promise<void>;
  /** Whether the core has this record. */
  knows: (id: string) => boolean;
  /** Sees to it that the core has this record, also an empty one. */
  ensure: (id: string) => Promise<void>;
  /** Notes that something was done to the records beside writing, in so many steps, so that the next undo takes it back. */
  acted: (steps: number) => void;
  /** Looks for dates and names anew. */
  findAnew: () => void;
  settleLost: (id: string) => void;
  close: () => Promise<void>;
};

/** Opens the words of an item: reads them, makes their editor, and saves from then on whatever changes in it. */
export const openWords = async (ports: WordsPorts): Promise<WordsKeeper> => {
  const item = await ports.load();
  const model = createWordsModel(item);
  const slots = createRecordSlots();
  const trigger = createTriggerLink();
  const details = createStore<ReadonlyMap<string, DecisionView>>(new Map());
  const speakers = createStore<ReadonlyMap<string, string>>(new Map());
  const lost = createStore<readonly LostWords[]>([]);
  const failure = createStore<unknown>(undefined);
  /** What was done since the last writing: steps of each act. */
  let acts: number[] = [];
  /** Counts saves, so that what was read before one is not taken for newer than it. */
  let saves = 0;
  let closed = false;

  const learn = (words: ItemWords): void => {
    details.set(new Map(words.decisions.map((decision) => [decision.id, decision])));
    speakers.set(new Map(words.speeches.map(({ id, speaker }) => [id, speaker])));
  };
  learn(item);

  const undoSteps = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step += 1) await ports.undo();
  };
  const stored = storedEntries(item);
  const records = stored.length > 0 ? stored : [ports.first()];
  const editor = createWordsEditor({
    doc: wordsSchema.node(
      'doc',
      null,
      records.map((entry) => nodeOf(entry, wordsSchema)),
    ),
    slots,
    trigger,
    find: (text) => ports.find(text),
    undoAct: () => {
      const steps = acts.pop();
      if (steps === undefined) return false;
      void undoSteps(steps).catch((error: unknown) => failure.set(error));
      return true;
    },
  });
  const now = (): WordsEntry[] => entriesOf(editor.state.doc);
  const show = (updates: Parameters<typeof applyUpdates>[1]): void => {
    const transaction = applyUpdates(editor.state, updates);
    if (transaction !== null) editor.view.dispatch(transaction);
  };

  const autosave = createAutosave({
    save: async () => {
      const change = model.change(now());
      if (change === null) return;
      saves += 1;
      const answer = await ports.save(change).finally(() => {
        saves += 1;
      });
      failure.set(undefined);
      const { updates, lost: losses } = model.saved(change, answer, now());
      show(updates);
      if (losses.length > 0) {
        lost.set([...lost.get().filter(({ id }) => losses.every((loss) => loss.id !== id)), ...losses]);
      }
    },
    onPending: ports.onPending,
    onError: (error) => {
      failure.set(error);
      return ports.mayRetry(error);
    },
  });
  editor.on('transaction', ({ transaction, appendedTransactions }) => {
    const changed = transaction.docChanged || appendedTransactions.some(({ docChanged }) => docChanged);
    if (!changed || transaction.getMeta('addToHistory') === false) return;
    acts = [];
    autosave.touch();
  });

  let syncing: Promise<void> | undefined;
  let again = false;
  const read = async (): Promise<void> => {
    do {
      again = false;
      const before = saves;
      const words = await ports.load();
      if (closed) return;
      // a save began or ended meanwhile: what was read may be older than what is on the screen
      if (saves !== before || saves % 2 !== 0) {
        again = true;
        await pause(breath);
        continue;
      }
      learn(words);
      show(model.arrived(words, now()));
    } while (again);
  };

  return {
    editor,
    slots,
    trigger,
    details,
    speakers,
    lost,
    failure,
    sync: () => {
      again = true;
      syncing ??= read().finally(() => {
        syncing = undefined;
      });
      return syncing;
    },
    flush: autosave.flush,
    knows: model.knows,
    ensure: async (id) => {
      if (!model.knows(id)) {
        model.want(id);
        autosave.touch();
      }
      await autosave.flush();
    },
    acted: (steps) => {
      if (steps > 0) acts.push(steps);
    },
    findAnew: () => editor.view.dispatch(editor.state.tr.setMeta(foundAnew, true).setMeta('addToHistory', false)),
    settleLost: (id) => lost.set(lost.get().filter((loss) => loss.id !== id)),
    close: async () => {
      await autosave.flush();
      closed = true;
      if (!autosave.pending()) editor.destroy();
    },
  };
};

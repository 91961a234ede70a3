import { Editor, Extension } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import type { Node } from '@tiptap/pm/model';
import { FoundMarks, type Found } from '../../ui/editor/found.ts';
import { OwnUndo } from '../../ui/editor/ownUndo.ts';
import { PlainPaste } from '../../ui/editor/plainPaste.ts';
import { RecordIds } from '../../ui/editor/recordIds.ts';
import { RecordKeys } from '../../ui/editor/recordKeys.ts';
import { RecordViews, type RecordSlots } from '../../ui/editor/recordView.ts';
import { nameTrigger, slashTrigger, Triggers, type TriggerLink } from '../../ui/editor/trigger.ts';
import { mayPass, recordKinds, wordsNodes } from './schema.ts';

export type WordsEditorOptions = {
  doc: Node;
  slots: RecordSlots;
  trigger: TriggerLink;
  /** What is recognised in a text. */
  find: (text: string) => readonly Found[];
  /** Takes back an act that is no writing (a vote, an assignee) when it came last; false where writing came last. */
  undoAct: () => boolean;
};

const UndoActs = Extension.create<{ undoAct: () => boolean }>({
  name: 'undoActs',
  priority: 200,
  addKeyboardShortcuts() {
    return { 'Mod-z': () => this.options.undoAct() };
  },
});

/** The editor of one item's words, not on the page yet (`RecordSurface` puts it there). */
export const createWordsEditor = (options: WordsEditorOptions): Editor =>
  new Editor({
    element: null,
    injectCSS: false,
    content: options.doc.toJSON(),
    extensions: [
      ...wordsNodes,
      OwnUndo,
      UndoRedo.configure({ depth: 500, newGroupDelay: 600 }),
      UndoActs.configure({ undoAct: options.undoAct }),
      RecordIds,
      RecordKeys.configure({ mayPass }),
      RecordViews.configure({ slots: options.slots, kinds: recordKinds }),
      PlainPaste,
      FoundMarks.configure({ find: options.find }),
      Triggers.configure({ triggers: [slashTrigger, nameTrigger], link: options.trigger }),
    ],
  });

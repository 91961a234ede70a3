import { Editor } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import type { Node } from '@tiptap/pm/model';
import { OwnUndo } from '../../ui/editor/ownUndo.ts';
import { nameTrigger, slashTrigger, Triggers, type TriggerLink } from '../../ui/editor/trigger.ts';
import { FieldViews, type FieldLooks } from './fieldView.ts';
import { MarginMarks, type MarginOptions } from './margin.ts';
import { PaperKeys, type PaperKeyOptions } from './paperKeys.ts';
import { PaperPaste } from './paste.ts';
import { paperNodes } from './schema.ts';

export type PaperEditorOptions = PaperKeyOptions &
  MarginOptions & { doc: Node; trigger: TriggerLink; looks: FieldLooks };

/** The editor of all articles of one memorandum, not on the page yet. */
export const createPaperEditor = ({ doc, trigger, looks, onFill, onMark }: PaperEditorOptions): Editor =>
  new Editor({
    element: null,
    injectCSS: false,
    content: doc.toJSON(),
    extensions: [
      ...paperNodes,
      OwnUndo,
      UndoRedo.configure({ depth: 500, newGroupDelay: 600 }),
      PaperKeys.configure({ onFill }),
      FieldViews.configure({ looks }),
      MarginMarks.configure({ onMark }),
      PaperPaste,
      Triggers.configure({ triggers: [slashTrigger, nameTrigger], link: trigger }),
    ],
  });

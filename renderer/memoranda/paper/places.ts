import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { findRecord, recordAtCaret, recordsOf } from '../../ui/editor/recordText.ts';
import { idOf } from '../../ui/editor/recordIds.ts';

/** A field on the paper: in the text with its position, or a button around it. */
type FieldSpot = { element: HTMLElement; position: number | null };

const spotsOf = (paper: HTMLElement, editor: Editor): FieldSpot[] =>
  [...paper.querySelectorAll<HTMLElement>('[data-field]')].map((element) => ({
    element,
    position: editor.view.dom.contains(element) ? editor.view.posAtDOM(element, 0) : null,
  }));

const isAfter = (element: Node, than: Node): boolean =>
  (than.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Where one stands among the fields: the index of the next one and of the one before. */
const around = (
  spots: readonly FieldSpot[],
  editor: Editor,
  from: HTMLElement | null,
): { next: number; before: number } => {
  const at = spots.findIndex(({ element }) => element === from);
  if (at >= 0) return { next: at + 1, before: at - 1 };
  const { from: begin, to: end } = editor.state.selection;
  const text = editor.view.dom;
  const next = spots.findIndex(({ element, position }) =>
    position === null ? isAfter(element, text) : position >= end,
  );
  const before = spots.findLastIndex(({ element, position }) =>
    position === null ? isAfter(text, element) : position < begin,
  );
  return { next: next < 0 ? spots.length : next, before };
};

/**
 * Goes to the next field of the paper, or the one before: chosen in the text, focused around it. False where there is
 * none, so that Tab leaves the paper.
 */
export const goToField = (
  paper: HTMLElement,
  editor: Editor,
  step: -1 | 1,
  from: HTMLElement | null = null,
): boolean => {
  const spots = spotsOf(paper, editor);
  const focused = document.activeElement;
  const origin = from ?? (focused instanceof HTMLElement && focused.dataset['field'] !== undefined ? focused : null);
  const { next, before } = around(spots, editor, origin);
  const spot = spots[step === 1 ? next : before];
  if (spot === undefined) return false;
  if (spot.position === null) {
    spot.element.focus();
    return true;
  }
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, spot.position)).scrollIntoView());
  view.focus();
  spot.element.scrollIntoView({ block: 'nearest' });
  return true;
};

/** Puts the caret into an article: at the beginning of its first paragraph, or in its heading. */
export const goToClause = (editor: Editor, id: string, part: 'text' | 'heading' = 'text'): void => {
  const place = findRecord(editor.state.doc, id);
  const heading = place?.node.firstChild;
  if (place === undefined || heading === null || heading === undefined) return;
  const position = part === 'heading' ? place.from + 2 + heading.content.size : place.from + 1 + heading.nodeSize + 1;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position)).scrollIntoView());
  editor.view.focus();
  const element = editor.view.nodeDOM(place.from);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'nearest' });
};

/** The article before or behind the one with the caret; null at the ends. */
export const neighbourClause = (editor: Editor, step: -1 | 1): string | null => {
  const places = recordsOf(editor.state.doc);
  const here = recordAtCaret(editor.state)?.index ?? -1;
  const node = places[here + step]?.node;
  return node === undefined ? null : idOf(node);
};

/** The article with the caret and the place of its paragraph within it, counted from 0; null outside of paragraphs. */
export const paragraphAtCaret = (editor: Editor): { clauseId: string; paragraph: number } | null => {
  const place = recordAtCaret(editor.state);
  if (place === undefined) return null;
  const clauseId = idOf(place.node);
  const paragraph = editor.state.selection.$head.index(1) - 1;
  return clauseId === null || paragraph < 0 ? null : { clauseId, paragraph };
};

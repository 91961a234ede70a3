import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';

/** How a field of the text reads now: its words, and whether it is still to be filled in. */
export type FieldLook = { text: string; title: string; missing: boolean };

type Look = (key: string, label: string) => FieldLook;

/** How fields read, and everyone who draws one. */
export type FieldLooks = { get: () => Look; set: (look: Look) => void; views: Set<() => void> };

export const createFieldLooks = (first: Look): FieldLooks => {
  let look = first;
  const views = new Set<() => void>();
  return {
    get: () => look,
    set: (next) => {
      look = next;
      for (const draw of views) draw();
    },
    views,
  };
};

/** Draws one look on its element; the mark of an empty field is in words too. */
const drawField = (dom: HTMLElement, look: FieldLook): void => {
  if (dom.textContent !== look.text) dom.textContent = look.text;
  dom.title = look.title;
  dom.setAttribute('aria-label', look.title);
  dom.toggleAttribute('data-missing', look.missing);
};

const createFieldView = (first: Node, looks: FieldLooks): NodeView => {
  const dom = document.createElement('span');
  dom.className = 'field';
  dom.contentEditable = 'false';
  dom.setAttribute('role', 'button');
  let node = first;
  const draw = (): void => {
    dom.dataset['field'] = String(node.attrs['key']);
    drawField(dom, looks.get()(String(node.attrs['key']), String(node.attrs['label'])));
  };
  looks.views.add(draw);
  draw();
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    selectNode: () => dom.setAttribute('data-chosen', ''),
    deselectNode: () => dom.removeAttribute('data-chosen'),
    ignoreMutation: () => true,
    destroy: () => looks.views.delete(draw),
  };
};

/** Fields are drawn with the value that the records around the text have now. */
export const FieldViews = Extension.create<{ looks: FieldLooks }>({
  name: 'fieldViews',
  addProseMirrorPlugins() {
    const { looks } = this.options;
    return [
      new Plugin({
        key: new PluginKey('fieldViews'),
        props: { nodeViews: { field: (node: Node) => createFieldView(node, looks) } },
      }),
    ];
  },
});

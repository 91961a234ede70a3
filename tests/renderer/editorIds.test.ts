// Every record of the editor keeps one id through its life: whatever is split, copied, cut, pasted, moved, undone.
import { closeHistory, history, redo, undo } from '@tiptap/pm/history';
import { Slice, type Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayPass, wordsSchema } from '../../renderer/meetings/words/schema.ts';
import { bringsIds, idOf, recordIdsPlugin } from '../../renderer/ui/editor/recordIds.ts';
import { backAtStart, deleteAtEnd, moveRecord } from '../../renderer/ui/editor/recordKeys.ts';
import { recordsOf } from '../../renderer/ui/editor/recordText.ts';

const record = (id: string | null, text: string, kind = 'speech'): Node =>
  wordsSchema.node(kind, { id }, text === '' ? [] : [wordsSchema.text(text)]);

const stateOf = (records: Node[]): EditorState =>
  EditorState.create({ doc: wordsSchema.node('doc', null, records), plugins: [recordIdsPlugin(), history()] });

const idsOf = (state: EditorState): (string | null)[] => recordsOf(state.doc).map(({ node }) => idOf(node));

const run = (state: EditorState, command: Command): EditorState => {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
};

/** Past everything that history would put into one step with what follows. */
const paused = (state: EditorState): EditorState => state.apply(closeHistory(state.tr));

const three = (): EditorState =>
  stateOf([record('a', 'перший'), record('b', 'другий'), record('c', 'третій', 'decision')]);

const expectSound = (state: EditorState): void => {
  const ids = idsOf(state);
  expect(ids.every((id) => id !== null)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
};

describe('ids of records', () => {
  it('gives both halves of a split record an id of their own, the first one keeps its', () => {
    const state = three();
    const split = state.apply(state.tr.split(4));
    const [first, second, ...rest] = idsOf(split);
    expect(first).toBe('a');
    expect(second).not.toBe('a');
    expect(rest).toEqual(['b', 'c']);
    expectSound(split);
  });

  it('gives a copied record a new id, also when it is put before the one it was copied from', () => {
    const state = three();
    const copy = state.doc.child(1);
    const pasted = state.apply(state.tr.insert(0, copy));
    const [first, ...rest] = idsOf(pasted);
    expect(first).not.toBe('b');
    expect(rest).toEqual(['a', 'b', 'c']);
  });

  it('moves a record that is cut and pasted', () => {
    const state = three();
    const { node, from } = recordsOf(state.doc)[0] ?? { node: record(null, ''), from: 0 };
    const cut = state.apply(state.tr.delete(from, from + node.nodeSize));
    const end = recordsOf(cut.doc)[0];
    const pasted = cut.apply(cut.tr.insert((end?.from ?? 0) + (end?.node.nodeSize ?? 0), node));
    expect(idsOf(pasted)).toEqual(['b', 'a', 'c']);
  });

  it('does not take over the id of a record from another item', () => {
    const state = three();
    const pasted = state.apply(state.tr.insert(0, record('z', 'чуже')));
    expect(idsOf(pasted)[0]).not.toBe('z');
    expectSound(pasted);
  });

  it('keeps the ids that come from the core', () => {
    const state = three();
    expect(idsOf(state.apply(bringsIds(state.tr.insert(0, record('z', 'з іншого вікна')))))[0]).toBe('z');
  });

  it('revives a record under its id on undo, and takes a new id back together with the step that made it', () => {
    const state = three();
    const { node, from } = recordsOf(state.doc)[1] ?? { node: record(null, ''), from: 0 };
    const removed = paused(state.apply(state.tr.delete(from, from + node.nodeSize)));
    const copied = removed.apply(removed.tr.insert(0, removed.doc.child(0)));
    const back = run(copied, undo);
    expect(idsOf(back)).toEqual(['a', 'c']);
    const all = run(back, undo);
    expect(idsOf(all)).toEqual(['a', 'b', 'c']);
    expect(all.doc.eq(three().doc)).toBe(true);
    expect(idsOf(run(all, redo))).toEqual(['a', 'c']);
  });

  it('stays sound through any history of edits, and undo leads back to the beginning', () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant('type' as const), at: fc.nat(), text: fc.string({ minLength: 1, maxLength: 5 }) }),
      fc.record({ do: fc.constant('split' as const), at: fc.nat() }),
      fc.record({ do: fc.constant('cut' as const), from: fc.nat(), to: fc.nat() }),
      fc.record({ do: fc.constant('paste' as const), at: fc.nat(), from: fc.nat(), to: fc.nat() }),
      fc.record({ do: fc.constant('key' as const), at: fc.nat(), key: fc.nat({ max: 3 }) }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('redo' as const) }),
    );
    const keys: Command[] = [backAtStart, deleteAtEnd, moveRecord(-1, mayPass), moveRecord(1, mayPass)];
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const begin = three();
        let state = begin;
        let clipboard = Slice.empty;
        const place = (n: number): number => n % (state.doc.content.size + 1);
        const inText = (n: number): number => TextSelection.near(state.doc.resolve(place(n))).head;
        for (const one of edits) {
          const { tr } = state;
          try {
            if (one.do === 'type') state = state.apply(tr.insertText(one.text.replaceAll('\r', ''), inText(one.at)));
            if (one.do === 'split') state = state.apply(tr.split(inText(one.at)));
            if (one.do === 'cut') {
              const [from, to] = [inText(one.from), inText(one.to)].toSorted((a, b) => a - b);
              clipboard = state.doc.slice(from ?? 0, to ?? 0);
              state = state.apply(tr.deleteRange(from ?? 0, to ?? 0));
            }
            if (one.do === 'paste') {
              const [from, to] = [place(one.from), place(one.to)].toSorted((a, b) => a - b);
              const slice = one.from % 2 === 0 ? clipboard : state.doc.slice(from ?? 0, to ?? 0);
              state = state.apply(tr.replaceRange(inText(one.at), inText(one.at), slice));
            }
          } catch (error) {
            // a step that the schema refuses changes nothing
            if (!(error instanceof RangeError)) throw error;
          }
          if (one.do === 'key') {
            state = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(place(one.at)))));
            state = run(state, keys[one.key] ?? backAtStart);
          }
          if (one.do === 'undo') state = run(state, undo);
          if (one.do === 'redo') state = run(state, redo);
          expectSound(state);
          state.doc.check();
        }
        for (let steps = 0; steps < 100; steps += 1) state = run(state, undo);
        expect(state.doc.toJSON()).toEqual(begin.doc.toJSON());
      }),
      { numRuns: 1000 },
    );
  });
});

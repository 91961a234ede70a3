// The words of an item in two windows over one core: nothing that was typed is lost, and both come to show the same.
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../electron/core/ledger/write.ts';
import { applyUpdates } from '../../renderer/meetings/words/apply.ts';
import { entriesOf, nodeOf, storedEntries, type WordsEntry } from '../../renderer/meetings/words/entries.ts';
import {
  createWordsModel,
  type SavedEntry,
  type WordsChange,
  type WordsModel,
} from '../../renderer/meetings/words/model.ts';
import { wordsSchema } from '../../renderer/meetings/words/schema.ts';
import { bringsIds, recordIdsPlugin } from '../../renderer/ui/editor/recordIds.ts';
import { findRecord, recordsOf, setRecordText } from '../../renderer/ui/editor/recordText.ts';
import type { ItemWords } from '../../shared/contract/meetings.ts';

type Row = { kind: WordsEntry['kind']; text: string; clock: string; removed: boolean; said: Partial<WordsEntry> };

/** What `meetings.saveWords` and `meetings.item` do, by rule 2 of the ledger. */
const makeCore = () => {
  const rows = new Map<string, Row>();
  let order: string[] = [];
  let time = 0;
  const tick = (): string => {
    time += 1;
    return String(time).padStart(15, '0');
  };
  const save = ({ changed, removed, order: wanted }: WordsChange): SavedEntry[] => {
    const saved = changed.map((entry): SavedEntry => {
      const { id, text, base, kind, ...said } = entry;
      const row = rows.get(id);
      if (row === undefined) {
        const clock = tick();
        rows.set(id, { kind, text, clock, removed: false, said });
        return { id, text, clock, merged: false, conflict: false };
      }
      row.removed = false;
      row.said = said;
      if (row.text === text) return { id, text, clock: row.clock, merged: false, conflict: false };
      if (base === null || base.clock === row.clock) {
        row.text = text;
        row.clock = tick();
        return { id, text, clock: row.clock, merged: false, conflict: false };
      }
      const merged = mergeTexts(text, base.text, row.text);
      row.text = merged ?? row.text;
      row.clock = tick();
      const other = row.text !== text;
      return { id, text: row.text, clock: row.clock, merged: other && merged !== null, conflict: merged === null };
    });
    for (const { id } of removed) {
      const row = rows.get(id);
      if (row !== undefined) row.removed = true;
    }
    order = [...wanted, ...order.filter((id) => !wanted.includes(id))];
    return saved;
  };
  const read = (): ItemWords => {
    const ids = order.filter((id) => rows.get(id)?.removed === false);
    const of = (decision: boolean) => ids.filter((id) => (rows.get(id)?.kind === 'decision') === decision);
    const clocks = (id: string) => ({ text: rows.get(id)?.clock ?? '' });
    return {
      id: 'item',
      meetingId: 'meeting',
      speeches: of(false).map((id) => ({
        id,
        kind: rows.get(id)?.kind === 'heard' ? 'heard' : 'speech',
        sortKey: '',
        speakerId: null,
        speakerText: '',
        speaker: '',
        saidAt: null,
        textAttached: false,
        text: rows.get(id)?.text ?? '',
        clocks: clocks(id),
      })),
      decisions: of(true).map((id) => ({
        id,
        itemId: 'item',
        kind: 'decision',
        sortKey: '',
        n: 1,
        text: rows.get(id)?.text ?? '',
        dueOn: null,
        noQuorumReason: '',
        voteMode: 'none',
        votesFor: null,
        votesAgainst: null,
        votesAbstained: null,
        eligibleSeats: 0,
        quorumReached: true,
        assignees: [],
        ballots: [],
        dissents: [],
        execution: { status: 'open', dueOn: null, overdue: false },
        clocks: clocks(id),
      })),
    };
  };
  return { save, read };
};

type Core = ReturnType<typeof makeCore>;

/** One page: an editor over the model, without a screen. A save that is on its way is answered later. */
const makeWindow = (core: Core) => {
  const model: WordsModel = createWordsModel(core.read());
  const records = storedEntries(core.read());
  let state = EditorState.create({
    doc: wordsSchema.node(
      'doc',
      null,
      records.length > 0
        ? records.map((entry) => nodeOf(entry, wordsSchema))
        : [wordsSchema.node('heard', { id: `first-${Math.random()}`, offered: true })],
    ),
    plugins: [recordIdsPlugin()],
  });
  const lost: string[] = [];
  let underway: (() => void) | null = null;
  const now = (): WordsEntry[] => entriesOf(state.doc);
  const show = (updates: Parameters<typeof applyUpdates>[1]): void => {
    const transaction = applyUpdates(state, updates);
    if (transaction !== null) state = state.apply(transaction);
  };
  const answer = (): void => {
    underway?.();
    underway = null;
  };
  return {
    lost,
    texts: () => now().map(({ id, kind, text }) => ({ id, kind, text })),
    type: (at: number, word: string) => {
      const places = recordsOf(state.doc);
      const place = places[at % places.length];
      if (place === undefined) return;
      const text = place.node.textContent;
      const id = String(place.node.attrs['id']);
      const words = text.split(' ');
      words.splice(at % (words.length + 1), 0, word);
      state = state.apply(setRecordText(state.tr, id, words.join(' ').trim()));
    },
    add: (kind: 'speech' | 'decision', id: string) => {
      const end = kind === 'decision' ? state.doc.content.size : 0;
      state = state.apply(bringsIds(state.tr.insert(end, wordsSchema.node(kind, { id }))));
    },
    remove: (at: number) => {
      const empty = recordsOf(state.doc).filter(({ node }) => node.content.size === 0);
      const place = empty[at % (empty.length || 1)];
      if (place === undefined || state.doc.childCount === 1) return;
      state = state.apply(state.tr.delete(place.from, place.from + place.node.nodeSize));
    },
    /** Sends what differs; the answer comes when `answer` is called. */
    send: () => {
      answer();
      const change = model.change(now());
      if (change === null) return;
      const reply = core.save(change);
      underway = () => {
        const { updates, lost: losses } = model.saved(change, reply, now());
        show(updates);
        lost.push(...losses.map(({ mine }) => mine));
      };
    },
    answer,
    sync: () => {
      answer();
      show(model.arrived(core.read(), now()));
    },
    pending: () => model.change(now()) !== null,
    text: (id: string) => findRecord(state.doc, id)?.node.textContent,
  };
};

const settle = (windows: ReturnType<typeof makeWindow>[]): void => {
  for (let turn = 0; turn < 6; turn += 1) {
    for (const window of windows) {
      window.send();
      window.answer();
      window.sync();
    }
  }
};

describe('the words of an item', () => {
  it('saves only what differs, and nothing that is blank', () => {
    const core = makeCore();
    const window = makeWindow(core);
    expect(window.pending()).toBe(false);
    window.type(0, 'слово');
    expect(window.pending()).toBe(true);
    window.send();
    window.answer();
    expect(window.pending()).toBe(false);
    expect(core.read().speeches.map(({ text }) => text)).toEqual(['слово']);
  });

  it('shows what another window writes, without touching what is being written here', () => {
    const core = makeCore();
    const [a, b] = [makeWindow(core), makeWindow(core)];
    a.type(0, 'перше');
    a.send();
    a.answer();
    b.sync();
    expect(b.texts().some(({ text }) => text === 'перше')).toBe(true);
    const id = core.read().speeches[0]?.id ?? '';
    a.type(1, 'друге');
    b.add('decision', 'd1');
    b.type(b.texts().length - 1, 'вирішили');
    settle([a, b]);
    expect(a.texts().some(({ text }) => text.includes('вирішили'))).toBe(true);
    expect(a.texts()).toEqual(b.texts());
    expect(b.text(id)).toContain('друге');
  });

  it('goes on writing while a save comes back merged, and keeps both windows’ words', () => {
    const core = makeCore();
    const a = makeWindow(core);
    a.type(0, 'один');
    a.type(1, 'два');
    a.send();
    a.answer();
    const b = makeWindow(core);
    const id = core.read().speeches[0]?.id ?? '';
    b.type(0, 'з-вікна-б');
    b.send();
    a.type(2, 'три');
    a.send();
    a.type(3, 'чотири'); // typed between the save and its answer
    a.answer();
    settle([a, b]);
    for (const word of ['один', 'два', 'три', 'чотири', 'з-вікна-б']) expect(a.text(id)).toContain(word);
    expect(a.text(id)).toBe(b.text(id));
  });

  it('brings a record back that another window removed while it was written on', () => {
    const core = makeCore();
    const a = makeWindow(core);
    a.add('speech', 's1');
    a.type(0, 'слово');
    a.send();
    a.answer();
    const change: WordsChange = { changed: [], removed: [{ kind: 'speech', id: 's1' }], order: [] };
    core.save(change);
    a.type(0, 'ще');
    a.sync();
    expect(a.text('s1')).toContain('ще');
    settle([a]);
    expect(core.read().speeches.map(({ id }) => id)).toContain('s1');
  });

  it('loses no word in any history of two windows, and both come to show the same', () => {
    const act = fc.record({
      window: fc.nat({ max: 1 }),
      do: fc.constantFrom('type', 'type', 'type', 'speech', 'decision', 'remove', 'send', 'answer', 'sync'),
      at: fc.nat({ max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const core = makeCore();
        const windows = [makeWindow(core), makeWindow(core)];
        const typed: string[] = [];
        acts.forEach((one, index) => {
          const window = windows[one.window];
          if (window === undefined) return;
          if (one.do === 'type') {
            typed.push(`w${index}`);
            window.type(one.at, `w${index}`);
          }
          if (one.do === 'speech' || one.do === 'decision') window.add(one.do, `r${index}`);
          if (one.do === 'remove') window.remove(one.at);
          if (one.do === 'send') window.send();
          if (one.do === 'answer') window.answer();
          if (one.do === 'sync') window.sync();
        });
        settle(windows);
        const [a, b] = windows;
        const stored = core.read();
        const kept = [...stored.speeches, ...stored.decisions].map(({ text }) => text).join(' ');
        const elsewhere = windows.flatMap(({ lost }) => lost).join(' ');
        const words = new Set(`${kept} ${elsewhere}`.split(/\s+/));
        expect(typed.filter((word) => !words.has(word))).toEqual([]);
        const shown = (window: typeof a) =>
          (window?.texts() ?? [])
            .filter(({ text }) => text !== '')
            .map(({ id, text }) => `${id} ${text}`)
            .toSorted((left, right) => left.localeCompare(right));
        expect(shown(a)).toEqual(shown(b));
        expect(windows.some((window) => window.pending())).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

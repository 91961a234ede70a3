import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProjects, type TestProjects } from '../../fixtures/project.ts';
import { refusalOf } from '../../fixtures/workspace.ts';

let test: TestProjects;
let projectId: string;
beforeEach(async () => {
  test = await makeProjects();
  projectId = await test.create();
});
afterEach(() => test.remove());

const first = { from: '2026-01-01', until: '2026-06-30' };
const second = { from: '2026-07-01', until: '2026-12-31' };
const final = { from: null, until: null };
type Period = typeof first | typeof final;

const read = async (period: Period, section = 'summary') => {
  const { sections } = await test.projects.narratives({ projectId, ...period });
  return sections.find((each) => each.section === section) ?? { text: '', before: '', clock: null };
};
const type = (period: Period, text: string, base?: { clock: string | null; text: string }, session = 'test') =>
  test.page(session).setNarrative({
    projectId,
    ...period,
    section: 'summary',
    text,
    ...(base ? { base: { text: base } } : {}),
  });

describe('the words of a report', () => {
  it('are kept by period, and the next period offers what was written before', async () => {
    expect(await read(first)).toEqual({ section: 'summary', text: '', before: '', clock: null });
    await type(first, 'Проведено дев’ять столів.');
    expect(await read(first)).toMatchObject({ text: 'Проведено дев’ять столів.', before: '' });
    expect(await read(second)).toMatchObject({ text: '', before: 'Проведено дев’ять столів.' });
    await type(second, 'Проведено ще дев’ять.');
    expect(await read(final)).toMatchObject({ text: '', before: 'Проведено ще дев’ять.' });
    await type(final, 'Усе проведено.');
    expect(await read(first)).toMatchObject({ before: '' });
    expect(await read(second, 'lessons')).toMatchObject({ text: '', before: '' });
  });

  it('of two pages are merged; where both changed the same words, neither is lost', async () => {
    const { clock } = await type(first, 'один два три');
    const base = { clock, text: 'один два три' };
    await type(first, 'Один два три', base, 'left');
    const merged = await type(first, 'один два три чотири', base, 'right');
    expect(merged).toMatchObject({ text: 'Один два три чотири', merged: true, conflict: false });
    const disputed = await type(first, 'ОДИН два три', base, 'third');
    expect(disputed).toMatchObject({ text: 'Один два три чотири', merged: false, conflict: true });
    expect(test.workspace.ledger.conflicts.open()).toHaveLength(1);
  });

  it('begun in two pages at once become one text', async () => {
    await type(first, 'зліва', { clock: null, text: '' }, 'left');
    const right = await type(first, 'справа', { clock: null, text: '' }, 'right');
    expect(right.conflict).toBe(true);
    expect((await read(first)).text).toBe('зліва');
  });

  it('are taken back by one undo, and come again when the page goes on writing', async () => {
    await type(first, 'слово');
    test.undo();
    expect((await read(first)).text).toBe('');
    await type(first, 'слово за словом');
    expect((await read(first)).text).toBe('слово за словом');
    expect(await type(second, '')).toEqual({ clock: null, text: '', merged: false, conflict: false });
    expect(test.workspace.sqlite.prepare('SELECT count(*) FROM narrative').pluck().get()).toBe(1);
  });

  it('need a period that can be', async () => {
    const refusal = (from: string | null, until: string | null) =>
      refusalOf(() => test.projects.narratives({ projectId, from, until }));
    expect(await refusal('2026-01-01', null)).toMatchObject({ code: 'required', field: 'until' });
    expect(await refusal(null, '2026-01-01')).toMatchObject({ code: 'required', field: 'from' });
    expect(await refusal('2026-02-01', '2026-01-31')).toMatchObject({ code: 'endBeforeStart', field: 'until' });
    expect(await refusal('2026-02-30', '2026-03-31')).toMatchObject({ code: 'dayMalformed', field: 'from' });
  });
});

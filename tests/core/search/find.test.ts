import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agendaItem, meeting, speech } from '../../../electron/core/meetings/tables.ts';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import { languages } from '../../../shared/languages.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';
import { fillWorkspace, keys, search } from './records.ts';

let made: TestWorkspace;
let at: ReturnType<typeof fillWorkspace>;
beforeAll(async () => {
  made = await makeWorkspace();
  at = fillWorkspace(made);
});
afterAll(() => made.remove());

const marked = (text: string, more = {}) =>
  search(made, text, more).results.map(({ snippet }) => snippet.flatMap((piece) => (piece.marked ? [piece.text] : [])));

describe('a word is found', () => {
  test.each([
    ['круглий стіл ', () => `meeting ${at.meetingId}`],
    ['круглі столи', () => `speech ${at.speechId}`],
    ["обов'язок ", () => `speech ${at.speechId}`],
    ['обовʼязок ', () => `speech ${at.speechId}`],
    ['постраждалий ', () => `decision ${at.decisionId}`],
    ['ПEPEKЛAД ', () => `decision ${at.decisionId}`],
    ['savivaldybe ', () => `meeting ${at.otherMeetingId}`],
    ['притулок ', () => `agendaItem ${at.itemId}`],
    ['притулок ', () => `attachment ${at.attachmentId}`],
    ['зразкової ', () => `person ${at.personId}`],
    ['міської ради ', () => `organisation ${at.organisationId}`],
    ['ОКР', () => `workingGroup ${at.groupId}`],
    ['взаємодія ', () => `memorandum ${at.memorandumId}`],
    ['співпрацювати ', () => `memorandumClause ${at.clauseId}`],
    ['моніторингу ', () => `obligation ${at.obligationId}`],
    ['управління освіти', () => `meeting ${at.meetingId}`],
  ])('%s', (text, expected) => {
    expect(keys(search(made, text))).toContain(expected());
  });

  test('from its first letters on, with every letter that follows', () => {
    for (let length = 1; length <= 'постраждалим'.length; length += 1)
      expect(keys(search(made, 'постраждалим'.slice(0, length)))).toContain(`decision ${at.decisionId}`);
  });

  test('but not from the key of a field, nor from words that are not all there', () => {
    expect(search(made, 'party').total).toBe(0);
    expect(search(made, 'притулок моніторинг').total).toBe(0);
    expect(search(made, 'небувальщина')).toMatchObject({ total: 0, results: [], words: [], cut: false });
  });
});

describe.each(languages)('the pairs of %s in the index', (language) => {
  test('are found as the rules say', async () => {
    const own = await makeWorkspace();
    try {
      const rows = readFileSync(join(import.meta.dirname, 'pairs', `${language}.tsv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'));
      const ids = own.workspace.ledger.write(own.author, { label: 'test' }, (w) => {
        const groupId = w.insert(workingGroup, { name: '–' });
        const itemId = w.insert(agendaItem, { meetingId: w.insert(meeting, { groupId }) });
        return rows.map(([, document]) => w.insert(speech, { itemId, text: document ?? '' }));
      });
      let right = 0;
      let wrong = 0;
      for (const [n, [query = '', , expected]] of rows.entries()) {
        const isFound = keys(search(own, `${query} `)).includes(`speech ${ids[n]}`);
        if (expected === 'yes') right += Number(isFound);
        else wrong += Number(isFound);
      }
      expect(right).toBe(rows.length / 2);
      expect(wrong).toBeLessThanOrEqual(2);
    } finally {
      own.remove();
    }
  });
});

describe('a number is found', () => {
  test.each(['5/2.2', '5/2.2 ', '№ 5/2.2', '5/2.2 переклад'])('of a decision: %s', (text) => {
    expect(search(made, text).results[0]).toMatchObject({ entity: 'decision', id: at.decisionId, title: '5/2.2' });
  });
  test('of a decision from its beginning on', () => {
    const titles = search(made, '5/2.').results.map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['5/2.1', '5/2.2']);
  });
  test('of a decision only with the other words in it, and under the filters', () => {
    expect(search(made, '5/2.2 притулок').total).toBe(0);
    expect(search(made, '5/2.2', { areas: ['meetings'] }).total).toBe(0);
    expect(search(made, '5/2.2', { groupId: at.otherGroupId }).total).toBe(0);
    expect(search(made, '5/2.2', { groupId: at.groupId, areas: ['decisions'] }).total).toBe(1);
    expect(search(made, '5/9.9').total).toBe(0);
  });
  test.each([['М-1'], ['M-1'], ['м-1']])('of minutes, in either alphabet: %s', (text) => {
    expect(keys(search(made, text))[0]).toBe(`meeting ${at.otherMeetingId}`);
  });
  test('of a memorandum', () => expect(keys(search(made, '12/М'))[0]).toBe(`memorandum ${at.memorandumId}`));
});

describe('what is found', () => {
  test('stands in order: names before bodies, the typed form before others', () => {
    expect(keys(search(made, 'круглих столів '))[0]).toBe(`meeting ${at.meetingId}`);
    expect(keys(search(made, 'круглому столі '))).toEqual([`speech ${at.speechId}`, `meeting ${at.meetingId}`]);
  });
  test('is marked as it is written', () => {
    expect(marked('круглий стіл ', { areas: ['meetings'] })).toEqual([
      ['круглих', 'столів'],
      ['круглому', 'столі'],
    ]);
    expect(marked("обов'язок ")).toEqual([['Обов’язки']]);
    expect(marked('спів')).toEqual([['співпрацюють']]);
  });
  test('says where it opens', () => {
    const [first] = search(made, 'переклад').results;
    expect(first).toMatchObject({
      area: 'decisions',
      title: '5/2.2',
      context: 'ОКР · Про роботу притулку',
      day: '2025-03-12',
      place: {
        meetingId: at.meetingId,
        itemId: at.itemId,
        memorandumId: null,
        projectId: null,
        ownerEntity: null,
        ownerId: null,
      },
    });
    expect(search(made, 'довідка').results[0]).toMatchObject({
      entity: 'attachment',
      area: 'files',
      title: 'Довідка про притулки.pdf',
      place: { ownerEntity: 'meeting', ownerId: at.meetingId, meetingId: at.meetingId },
    });
    expect(search(made, 'моніторинг').results[0]).toMatchObject({
      area: 'memoranda',
      place: { memorandumId: at.memorandumId },
    });
  });
  test('can be narrowed by area, group and days', () => {
    expect(keys(search(made, 'притулок ', { areas: ['files'] }))).toEqual([`attachment ${at.attachmentId}`]);
    expect(search(made, 'притулок ', { areas: ['memoranda', 'directory'] }).total).toBe(0);
    expect(keys(search(made, 'm', { groupId: at.otherGroupId }))).toEqual([`meeting ${at.otherMeetingId}`]);
    expect(search(made, 'савівалдибе', { groupId: 'nobody' }).total).toBe(0);
    expect(search(made, 'переклад', { from: '2025-03-12', until: '2025-03-12' }).total).toBe(1);
    expect(search(made, 'переклад', { from: '2025-03-13' }).total).toBe(0);
    expect(search(made, 'переклад', { until: '2025-03-11' }).total).toBe(0);
    expect(search(made, 'зразкова', { from: '2000-01-01' }).total).toBe(0);
    expect(search(made, 'переклад', { from: '2026-01-01', until: '2020-01-01' }).total).toBe(0);
  });
  test('comes by pages that together are the whole', () => {
    const all = keys(search(made, 'п'));
    expect(all.length).toBeGreaterThan(4);
    const pages = [0, 2, 4, 6, 8, 10, 12].flatMap((offset) => keys(search(made, 'п', { offset, limit: 2 })));
    expect(pages).toEqual(all.slice(0, pages.length));
    expect(new Set(all).size).toBe(all.length);
  });
  test('by words in quotation marks has them in a row as they are', () => {
    expect(keys(search(made, '«круглих столів»'))).toEqual([`meeting ${at.meetingId}`]);
    expect(search(made, '"столів круглих"').total).toBe(0);
    expect(search(made, '"круглий стіл"').total).toBe(0);
    expect(keys(search(made, '“взяти до відома” взяти'))).toEqual([`decision ${at.firstDecisionId}`]);
  });
});

describe('whatever is typed', () => {
  test.each([
    '"',
    '*',
    'NEAR(',
    'NEAR("рада" "стіл", 5)',
    'forms:рада',
    '^рада',
    'рада AND OR NOT',
    '-рада +стіл',
    '{forms}: a',
    "'; DROP TABLE search_text; --",
    '"незакрита лапка',
    '\u0000\u0007\u001b',
    '((((',
    '…',
    '   ',
    '\ud800',
    '👩‍👩‍👧‍👦',
    '§meetings',
    '§g1',
    '%_\\',
    'é́́́́',
  ])('is never an error: %j', (text) => {
    const found = search(made, text);
    expect(found.cut).toBe(false);
    expect(found.results.length).toBeLessThanOrEqual(found.total);
  });

  test('what has no letters finds nothing, and a filter cannot be typed', () => {
    expect(search(made, '" * (').total).toBe(0);
    expect(search(made, '§g1').results).toEqual(search(made, 'g1').results);
  });

  test('a text too long is cut, and says so', () => {
    expect(search(made, 'переклад '.repeat(2_000))).toMatchObject({ cut: true, total: 1 });
    expect(search(made, Array.from({ length: 50 }, (_, n) => `слово${n}`).join(' ')).cut).toBe(true);
    expect(search(made, 'ж'.repeat(100_000))).toMatchObject({ cut: true, total: 0 });
    expect(search(made, 'переклад').cut).toBe(false);
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('', 'рада ', '"', '5/'),
        (text, start) => {
          const found = search(made, start + text);
          for (const { snippet } of found.results) expect(snippet.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

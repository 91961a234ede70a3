import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { office, organisation, person } from '../../../electron/core/directory/tables.ts';
import { attachFile, detachFile } from '../../../electron/core/files/attachments.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { agendaItem, meeting, speech } from '../../../electron/core/meetings/tables.ts';
import { memorandum } from '../../../electron/core/memoranda/tables.ts';
import { beginAnew, readProgress, writeProgress } from '../../../electron/core/search/progress.ts';
import { createBuilder } from '../../../electron/core/search/searchIndex.ts';
import { readable } from '../../../electron/core/search/sources.ts';
import { keepUp, readNextFile } from '../../../electron/core/search/upkeep.ts';
import { mostText, readWordText } from '../../../electron/core/search/wordText.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';
import { fillWorkspace, indexOf, keys, search } from './records.ts';

let made: TestWorkspace;
let at: ReturnType<typeof fillWorkspace>;
beforeEach(async () => {
  made = await makeWorkspace();
  at = fillWorkspace(made);
});
afterEach(() => made.remove());

const write = <T>(work: (w: Writer) => T): T => made.workspace.ledger.write(made.author, { label: 'test' }, work);

function rebuild() {
  const { sqlite } = made.workspace;
  sqlite.transaction(() => beginAnew(sqlite, 20))();
  for (const build = createBuilder(sqlite, 3); build(););
}

describe('the index follows the records', () => {
  test('as they are typed, removed and brought back', () => {
    write((w) => w.update(speech, at.speechId, { text: 'Заслухано інформацію' }));
    expect(keys(search(made, 'інформація '))).toEqual([`speech ${at.speechId}`]);
    expect(keys(search(made, 'столі '))).not.toContain(`speech ${at.speechId}`);
    write((w) => w.remove(speech, at.speechId));
    expect(search(made, 'інформація ').total).toBe(0);
    made.workspace.ledger.undo(made.author);
    expect(keys(search(made, 'інформація '))).toEqual([`speech ${at.speechId}`]);
    made.workspace.ledger.undo(made.author);
    expect(search(made, 'інформація ').total).toBe(0);
    expect(keys(search(made, 'столі '))).toContain(`speech ${at.speechId}`);
  });

  test('what belongs to something removed is not found, files neither', () => {
    expect(search(made, 'притулок ').total).toBe(2);
    write((w) => w.remove(meeting, at.meetingId));
    for (const word of ['притулок ', 'переклад', 'обов’язок ', 'столи ']) expect(search(made, word).total).toBe(0);
    made.workspace.ledger.undo(made.author);
    expect(search(made, 'притулок ').total).toBe(2);
  });

  test('a meeting that moves to another day or group takes everything in it along', () => {
    write((w) => w.update(meeting, at.meetingId, { heldOn: '2024-01-10' }));
    for (const word of ['переклад', 'обов’язок ', 'притулок ', 'довідка'])
      expect(search(made, word, { from: '2025-01-01' }).total).toBe(0);
    expect(search(made, 'довідка', { until: '2024-01-10' }).total).toBe(1);
    write((w) => w.update(meeting, at.meetingId, { groupId: at.otherGroupId }));
    expect(search(made, 'переклад', { groupId: at.groupId }).total).toBe(0);
    expect(search(made, 'довідка', { groupId: at.otherGroupId }).total).toBe(1);
    write((w) => w.update(agendaItem, at.itemId, { meetingId: at.otherMeetingId }));
    expect(search(made, 'переклад', { until: '2018-05-04' }).total).toBe(1);
    expect(search(made, 'М-1/1.2').results[0]).toMatchObject({ id: at.decisionId, title: 'М-1/1.2' });
  });

  test('a memorandum that is signed later dates its clauses and obligations', () => {
    write((w) => w.update(memorandum, at.memorandumId, { signedOn: '2026-01-15' }));
    expect(search(made, 'моніторинг співпрацюють', { from: '2026-01-01' }).total).toBe(0);
    for (const word of ['моніторинг', 'співпрацювати '])
      expect(search(made, word, { from: '2026-01-01' }).total).toBe(1);
  });

  test('people are found by their offices', () => {
    const id = write((w) => w.insert(office, { personId: at.personId, position: 'головна спеціалістка' }));
    expect(keys(search(made, 'спеціалістки '))).toEqual([`person ${at.personId}`]);
    expect(search(made, 'спеціалістка').results[0]?.context).toBe('головна спеціалістка');
    write((w) => w.remove(office, id));
    expect(search(made, 'спеціалістки ').total).toBe(0);
  });

  test('nothing of a refused write stays', () => {
    expect(() =>
      write((w) => {
        w.update(speech, at.speechId, { text: 'привид' });
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(search(made, 'привид').total).toBe(0);
    expect(search(made, 'обов’язок ').total).toBe(1);
  });

  test('is what a new index would be, after any history', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('type'), text: fc.constantFrom('рада', 'громади', 'стіл', '', 'М-1 п’ять') }),
      fc.record({
        kind: fc.constantFrom('remove', 'undo', 'redo', 'move', 'group', 'item', 'decide', 'rename'),
        text: fc.constantFrom('2020-02-02', '2025-03-12'),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        for (const { kind, text } of acts)
          try {
            if (kind === 'undo' || kind === 'redo') made.workspace.ledger[kind](made.author);
            else
              write((w) => {
                if (kind === 'type') w.update(speech, at.speechId, { text });
                else if (kind === 'remove')
                  w.remove(text < '2021' ? agendaItem : meeting, text < '2021' ? at.itemId : at.meetingId);
                else if (kind === 'move') w.update(meeting, at.meetingId, { heldOn: text });
                else if (kind === 'group')
                  w.update(meeting, at.meetingId, { groupId: text < '2021' ? at.groupId : at.otherGroupId });
                else if (kind === 'item')
                  w.update(agendaItem, at.itemId, { meetingId: text < '2021' ? at.meetingId : at.otherMeetingId });
                else if (kind === 'decide') w.insert(decision, { itemId: at.itemId, text: `Рішення ${text}` });
                else w.update(organisation, at.organisationId, { name: `Рада ${text}` });
              });
          } catch {
            // A record that is gone cannot be changed: that, too, is a history.
          }
        const words = ['рада ', 'громада', 'рішення ', 'переклад', 'п’ять', 'довідка', '5/2.2', 'М-1'];
        const kept = indexOf(made);
        const found = words.map((word) => keys(search(made, word)).toSorted());
        rebuild();
        expect(indexOf(made)).toEqual(kept);
        expect(words.map((word) => keys(search(made, word)).toSorted())).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an index that is not whole', () => {
  test('is made again when the program has another version of it, and says how far it is', async () => {
    const before = indexOf(made);
    const { sqlite } = made.workspace;
    const progress = readProgress(sqlite);
    if (progress === null) throw new Error('no index');
    expect(progress.stage).toBe('whole');
    writeProgress(sqlite, { ...progress, index: 0 });
    const again = await made.reopen();
    expect(search(made, 'переклад').total).toBe(0);
    expect(readProgress(again.sqlite)).toMatchObject({ stage: 'records', done: 0, total: 15 });
    const stop = keepUp(again, (error) => expect.unreachable(String(error)));
    await expect.poll(() => readProgress(again.sqlite)?.stage).toBe('whole');
    stop();
    expect(indexOf(made)).toEqual(before);
    expect(keys(search(made, 'перекладу '))).toEqual([`decision ${at.decisionId}`]);
  });

  test('finds what is written meanwhile, and goes on where it was after the next opening', async () => {
    const { sqlite } = made.workspace;
    sqlite.transaction(() => beginAnew(sqlite, 15))();
    createBuilder(sqlite, 0)();
    write((w) => w.update(decision, at.decisionId, { text: 'Оприлюднити звіт' }));
    expect(search(made, 'звіту ').total).toBe(1);
    const again = await made.reopen();
    expect(readProgress(again.sqlite)?.stage).toBe('records');
    for (const build = createBuilder(again.sqlite, 1); build(););
    expect(search(made, 'звіту ').total).toBe(1);
    expect(search(made, 'зразкова').total).toBe(1);
  });

  test('gets new stems without being read again', async () => {
    const { sqlite } = made.workspace;
    const progress = readProgress(sqlite);
    if (progress === null) throw new Error('no index');
    writeProgress(sqlite, { ...progress, stems: 0 });
    sqlite.exec(`DELETE FROM search_stem`);
    const again = await made.reopen();
    expect(keys(search(made, 'перекладу '))).toEqual([]);
    expect(keys(search(made, 'переклад '))).toEqual([`decision ${at.decisionId}`]);
    for (const build = createBuilder(again.sqlite, 1); build(););
    expect(keys(search(made, 'перекладу '))).toEqual([`decision ${at.decisionId}`]);
  });

  test('does not keep anybody from saving when it is damaged', () => {
    const { sqlite } = made.workspace;
    sqlite.unsafeMode(true);
    sqlite.exec(`UPDATE search_bodies_data SET block = x'00010203' WHERE id > 1`);
    sqlite.unsafeMode(false);
    write((w) => w.update(decision, at.decisionId, { text: 'Оприлюднити звіт' }));
    const stored = sqlite.prepare('SELECT text FROM decision WHERE id = ?').pluck().get(at.decisionId);
    expect(stored).toBe('Оприлюднити звіт');
    rebuild();
    expect(search(made, 'звіт').total).toBe(1);
  });
});

const wordFile = (paragraphs: readonly string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document><w:body>${paragraphs
        .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
  });

const attach = (name: string, bytes: Uint8Array) =>
  attachFile(
    made.workspace,
    made.author,
    'test',
    { ownerEntity: 'decision', ownerId: at.decisionId },
    { name, size: bytes.length, path: null, open: () => Readable.from([Buffer.from(bytes)]) },
  );

const pieces = function* (bytes: Uint8Array, length: number) {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
};

describe('attached Word files', () => {
  test('are found by their text once they have been read, and are gone with their record', async () => {
    const stop = keepUp(made.workspace, (error) => expect.unreachable(String(error)));
    const id = await attach('звіт.docx', wordFile(['Перший рядок', 'Надано 12 консультацій &amp; притулок']));
    expect(keys(search(made, 'звіту '))).toEqual([`attachment ${id}`]);
    const isKept = () => made.workspace.sqlite.prepare('SELECT 1 FROM search_file').get() !== undefined;
    await expect.poll(isKept).toBe(true);
    stop();
    const [found] = search(made, 'консультація ').results;
    expect(found).toMatchObject({
      entity: 'attachment',
      id,
      title: 'звіт.docx',
      day: '2025-03-12',
      place: { ownerEntity: 'decision', ownerId: at.decisionId, meetingId: at.meetingId, itemId: at.itemId },
    });
    expect(found?.snippet).toContainEqual({ text: 'консультацій', marked: true });
    const kept = indexOf(made);
    rebuild();
    expect(search(made, 'консультація ').total).toBe(0);
    expect(await readNextFile(made.workspace.sqlite)).toBe(true);
    expect(await readNextFile(made.workspace.sqlite)).toBe(false);
    expect(indexOf(made)).toEqual(kept);
    detachFile(made.workspace, made.author, 'test', id);
    expect(search(made, 'консультація ').total).toBe(0);
    made.workspace.ledger.undo(made.author);
    expect(search(made, 'консультація ').total).toBe(1);
    write((w) => w.remove(decision, at.decisionId));
    expect(search(made, 'консультація ').total).toBe(0);
  });

  test('are read to their end when they are long, in whatever pieces they come', async () => {
    const paragraphs = Array.from({ length: 3_000 }, (_, n) => `Абзац ${n} про взаємодію установ`);
    const id = await attach('довгий.docx', wordFile(paragraphs));
    while (await readNextFile(made.workspace.sqlite));
    expect(keys(search(made, 'абзац 2999 '))).toEqual([`attachment ${id}`]);
    const [found] = search(made, '2999 ').results;
    expect(found?.snippet.map(({ text }) => text).join('')).toContain('Абзац 2999 про взаємодію');
    expect(search(made, 'взаємодія установа ').results.filter((each) => each.id === id)).toHaveLength(1);
    const bytes = wordFile(paragraphs);
    const whole = await readWordText([bytes]);
    expect(whole).toBe(paragraphs.join('\n'));
    for (const length of [99, 1000, 5000]) expect(await readWordText(pieces(bytes, length))).toBe(whole);
  });

  test('that are none, are damaged or unfold without end are found by name alone', async () => {
    const bytes = wordFile(['Добре слово'.repeat(200)]);
    const broken = Uint8Array.from(bytes, (byte, n) => (n > 90 && n < bytes.length / 2 ? byte ^ 0x5a : byte));
    // Blanks that are no spaces, and brackets that open and never close, hold nobody up.
    const started = performance.now();
    expect(await readWordText([wordFile(['\u00A0'.repeat(100_000)])])).toBe('');
    for (const open of ['[', '[[a:', '[[a:\\'])
      expect(readable('memorandumClause', open.repeat(100_000 / open.length))).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await readWordText([strToU8('not a zip')])).toBe('');
    expect(await readWordText([])).toBe('');
    expect((await readWordText([broken])).length).toBeLessThan(3_000);
    expect((await readWordText([wordFile(['слово '.repeat(2_000_000)])])).length).toBe(mostText);
    const id = await attach('не Word.docx', strToU8('текст'));
    expect(await readNextFile(made.workspace.sqlite)).toBe(true);
    expect(await readNextFile(made.workspace.sqlite)).toBe(false);
    expect(keys(search(made, 'не word'))).toEqual([`attachment ${id}`]);
    const sha256 = createHash('sha256').update('текст').digest('hex');
    expect(made.workspace.sqlite.prepare('SELECT text FROM search_file WHERE sha256 = ?').pluck().get(sha256)).toBe('');
  });
});

test('people are in no other place of the index than their names are', () => {
  write((w) => w.update(person, at.personId, { surname: 'Інакша' }));
  expect(search(made, 'зразкова').total).toBe(0);
  expect(search(made, 'інакшої ').total).toBe(1);
});

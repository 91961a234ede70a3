import { Readable } from 'node:stream';
import fc from 'fast-check';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableOf } from '../../../electron/core/projects/imports/importTask.ts';
import { planImport, previewImport } from '../../../electron/core/projects/imports/plan.ts';
import { everyActivity } from '../../../shared/contract/activityViews.ts';
import {
  projectImportKind,
  projectImportTargets,
  type ProjectImportKind,
} from '../../../shared/contract/projectImport.ts';
import { projectColumnWords } from '../../../shared/rules/projectColumnWords.ts';
import errors from '../../../resources/locales/en/errors.json' with { type: 'json' };
import { resultOf } from '../../fixtures/longWork.ts';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

let test: ProjectImporter;
beforeEach(async () => (test = await makeProjectImporter()));
afterEach(() => test.remove());

const workbook = (data: SheetData): Promise<Buffer> => writeXlsxFile(data, { sheet: 'Аркуш' }).toBuffer();
const list = () => test.projects.activities({ ...everyActivity, projectId: test.projectId, offset: 0, limit: 500 });
/** Everything that the file holds, as far as a person could notice. */
const state = () =>
  test.workspace.sqlite
    .prepare<[], { sets: number; changes: number }>(
      'SELECT (SELECT count(*) FROM change_set) AS sets, (SELECT count(*) FROM change) AS changes',
    )
    .get();

describe('a workbook', () => {
  it('with merged cells shifts no column: a place goes on, a figure belongs to the first row', async () => {
    const bytes = await workbook([
      [{ value: 'План заходів на 2026 рік', columnSpan: 4 }, null, null, null],
      ['Назва', 'Громада', 'Учасників', 'Примітка'],
      ['Перший', { value: 'Роменська громада, Роменський район', rowSpan: 2 }, { value: 40, rowSpan: 2 }, 'a'],
      ['Другий', null, null, 'b'],
      [{ value: 'Третій', columnSpan: 2 }, null, 7, 'c'],
    ]);
    const { rows } = await test.preview('activities', bytes);
    expect(
      rows.map(({ line, outcome, values, notes }) => [
        line,
        outcome,
        values,
        notes.map(({ code, params }) => [code, params['line']]),
      ]),
    ).toEqual([
      [
        3,
        'new',
        { title: 'Перший', territory: 'Роменська громада, Роменський район', participants: '40', note: 'a' },
        [],
      ],
      [
        4,
        'new',
        { title: 'Другий', territory: 'Роменська громада, Роменський район', note: 'b' },
        [
          ['cellMerged', 3],
          ['cellMergedOnce', 3],
        ],
      ],
      [5, 'new', { title: 'Третій', participants: '7', note: 'c' }, []],
    ]);
  });

  it('has days that are days and figures that are figures, to the last digit', async () => {
    const funder = await test.add(test.projectId, { part: 'funder', fields: { nameText: 'Фонд', currency: 'EUR' } });
    const date = { value: new Date(Date.UTC(2026, 2, 5)), type: Date, format: 'dd.mm.yyyy' };
    await test.run(
      'activities',
      await workbook([
        ['Назва', 'Дата', 'Кінець'],
        ['Захід', date, 46_088],
      ]),
    );
    expect((await list()).rows).toMatchObject([{ plannedFrom: '2026-03-05', plannedUntil: '2026-03-07' }]);
    const lines = await workbook([
      ['Код', 'Стаття', 'Сума'],
      ['1', 'a', 0.1 + 0.2],
      ['2', 'b', 1234.5],
      ['3', 'c', 12.345],
      ['4', 'd', 1e15],
    ]);
    const answers = await test.answers('budgetLines', lines);
    expect(answers).toEqual([['new'], ['new'], ['error', 'amountFraction'], ['error', 'cellNoAmount']]);
    await test.run('budgetLines', lines);
    const { lines: kept } = await test.projects.money({ projectId: test.projectId });
    expect(kept.map(({ funderId, amount }) => [funderId, amount])).toEqual([
      [funder, 30],
      [funder, 123_450],
    ]);
  });
});

describe('a file that is no table', () => {
  it('of 200 MB is refused before it is opened', async () => {
    const ticket = test.core.tickets.accept({
      name: 'vast.csv',
      size: 200 * 1024 * 1024,
      path: null,
      open: () => {
        throw new Error('opened');
      },
    });
    await expect(test.preview('activities', '', { ticket })).rejects.toMatchObject({
      code: 'fileTooLarge',
      params: { name: 'vast.csv', most: 20 },
    });
  });

  it('of 2 GB whose size nobody knows is read no further than fits', async () => {
    let given = 0;
    let ended = false;
    const megabyte = Buffer.alloc(1024 * 1024, 'нісенітниця;');
    const stream = Readable.from(
      (function* () {
        try {
          for (; given < 2048; given += 1) yield megabyte;
        } finally {
          ended = true;
        }
      })(),
    );
    const ticket = test.core.tickets.accept({ name: 'x.csv', size: null, path: null, open: () => stream });
    await expect(test.preview('expenses', '', { ticket })).rejects.toMatchObject({ code: 'fileTooLarge' });
    expect(given).toBeLessThan(40);
    expect([stream.destroyed, ended]).toEqual([true, true]);
  });

  it.each([
    ['', 'fileEmpty'],
    [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array.from({ length: 500 }, (_, n) => n % 31)]),
      'fileUnreadable',
    ],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'oldWorkbook'],
    [Buffer.from('PK\u0003\u0004 broken'), 'fileUnreadable'],
    ['Назва;Дата\nЗахід;"без кінця\nще;x\n', 'quotesOpen'],
  ])('says why (%#)', async (bytes, code) => {
    const before = state();
    await expect(test.preview('activities', bytes)).rejects.toMatchObject({ code });
    expect(state()).toEqual(before);
  });

  it('belongs to a project that is there', async () => {
    await expect(test.preview('activities', 'Назва\nx', { projectId: test.lines[0] })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('an import', () => {
  it('writes nothing when its last row cannot be written', async () => {
    const before = state();
    const text = ['Назва;Дата', ...Array.from({ length: 20 }, (_, n) => `Захід ${n};2026-05-0${(n % 9) + 1}`)].join(
      '\n',
    );
    const pages = Number(test.workspace.sqlite.pragma('page_count', { simple: true }));
    test.workspace.sqlite.pragma(`max_page_count = ${pages + 1}`);
    const large = text.replaceAll('Захід', `Захід ${'дуже довгий '.repeat(25)}`);
    await expect(test.run('activities', large)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(state()).toEqual(before);
    test.workspace.sqlite.pragma('max_page_count = 1000000');
    expect((await test.run('activities', large)).added).toBe(20);
  });

  it('leaves the rows that the person leaves', async () => {
    expect(
      await test.run('activities', 'Назва;Дата\nПерший;2026-01-05\nДругий;2026-01-06', { skipLines: [2] }),
    ).toEqual({
      added: 1,
      updated: 0,
      skipped: 1,
    });
    expect((await list()).rows.map(({ title }) => title)).toEqual(['Другий']);
  });

  it('of 20,000 rows is planned beside the core from what it is given, and nothing else', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `Захід ${n};тренінг;${(n % 2) + 1};2026-05-0${(n % 9) + 1};${n}`,
    );
    const bytes = Buffer.from(['Назва;Вид;Напрям;Дата;Учасників', ...rows].join('\n'));
    const input = {
      bytes,
      fileName: 'large.csv',
      settings: {
        kind: 'activities' as const,
        projectId: test.projectId,
        ticket: 'none',
        sheet: null,
        encoding: 'auto' as const,
        delimiter: 'auto' as const,
        hasHeader: null,
        mapping: null,
        activityId: null,
      },
      resources: test.core.ports.resources,
      today: '2026-11-21',
    };
    const table = await tableOf(input);
    const preview = previewImport(test.workspace, table, input);
    expect(preview).toMatchObject({ total: 20_000, counts: { new: 20_000, error: 0 } });
    const { wanted, skipped } = planImport(test.workspace, table, input, [2]);
    expect([wanted.rows.length, skipped]).toEqual([19_999, 1]);
    // A thread hands it over: it must survive being copied.
    expect(structuredClone(preview)).toEqual(preview);
  }, 60_000);
});

describe('whatever stands in a table', () => {
  const kinds = projectImportKind.options;

  it('its headings name no more than the import knows', () => {
    for (const kind of kinds)
      expect(Object.keys(projectColumnWords[kind]).toSorted(), kind).toEqual(
        [...projectImportTargets[kind]].toSorted(),
      );
  });

  it('every row gets an answer that has words, and nothing breaks', async () => {
    await test.add(test.projectId, { part: 'funder', fields: { nameText: 'Фонд', currency: 'EUR' } });
    await test.add(test.projectId, { part: 'indicator', fields: { title: 'Показник', decimals: 2 } });
    const activityId = (await test.projects.addActivity({ projectId: test.projectId, title: 'Захід' })).id;
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'Захід',
        'Фонд',
        'Показник',
        '1',
        '1.1',
        '-5',
        '=1+1',
        '@x',
        '2026',
        '2026-02-30',
        '05.06.2026',
      ),
      fc.constantFrom(
        'Сумська область',
        'тренінг',
        'проведено',
        'EUR',
        'UAH',
        '1e999',
        '99999999999999999999',
        '٣',
        '½',
      ),
      fc.constantFrom(
        'ж',
        'Україна',
        '0,001',
        '12.345',
        '1 234,50 грн',
        'I півріччя 2026',
        '2026-13',
        'null',
        '__proto__',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.double().map(String),
    );
    const table = fc.record({
      kind: fc.constantFrom<ProjectImportKind>(...kinds),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      mapping: fc.array(fc.nat(16), { minLength: 8, maxLength: 8 }),
    });
    const known: Record<string, unknown> = errors;
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async ({ kind, rows, mapping }) => {
        const targets = projectImportTargets[kind];
        const text = rows.map((row) => row.map(quoted).join(';')).join('\n');
        const asked = {
          activityId,
          hasHeader: false,
          delimiter: ';' as const,
          encoding: 'utf-8' as const,
          mapping: mapping.map((at) => targets[at] ?? null),
        };
        const preview = await test.preview(kind, text, asked).catch((error: unknown) => error as { code: string });
        if ('code' in preview) return preview.code === 'fileEmpty';
        for (const { problems, notes, outcome } of preview.rows) {
          for (const { code } of [...problems, ...notes]) expect(known[code], code).toBeTypeOf('string');
          expect(problems.length > 0).toBe(outcome === 'error' || outcome === 'duplicate');
        }
        const wanted = preview.counts.new + preview.counts.update;
        if (wanted === 0) return true;
        const before = state();
        const ticket = test.choose(text);
        const settings = { kind, projectId: test.projectId, ticket, sheet: null, ...asked, skipLines: [] };
        const { added, updated } = await resultOf(await test.projects.runImport(settings));
        if (state()?.sets !== before?.sets) test.undo();
        return added + updated === wanted;
      }),
      { numRuns: 120 },
    );
    expect((await list()).rows.map(({ title }) => title)).toEqual(['Захід']);
  }, 120_000);
});

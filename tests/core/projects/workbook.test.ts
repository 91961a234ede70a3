import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyActivity } from '../../../shared/contract/activityViews.ts';
import { makeProjectWorkbook, type WorkbookOrder } from '../../../electron/core/projects/workbook/workbookTask.ts';
import { makeProjectImporter, type ProjectImporter } from '../../fixtures/projectTable.ts';

const formula = "=cmd|' /C calc'!A0";
/** A Python that has openpyxl (`python3-openpyxl` of Debian); CI has it and refuses skipped tests. */
const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0,
);
let test: ProjectImporter;
let bytes: Buffer;
let folder: string;

/** A project like that of the STROM partnership: three funders, one of them in another currency. */
async function fill() {
  const { projects, add, projectId, lines, run } = test;
  await projects.update({
    id: projectId,
    patch: { currency: 'EUR', shortName: 'STROM', goal: `${formula}\nдруге речення` },
  });
  await run(
    'activities',
    [
      'Назва;Вид;Напрям;Дата;Фактична дата;Учасників;Примітка',
      `${formula};конференція;1;2026-05-05;2026-05-05;77;+1+1`,
      'Настанови;публікація;2;2026-09-01;;;@SUM(A1)',
    ].join('\n'),
  );
  const { rows } = await projects.activities({ ...everyActivity, projectId, offset: 0, limit: 10 });
  const [conference] = rows;
  await projects.setParticipants({
    id: conference?.id ?? '',
    total: 77,
    rows: [
      { dimension: 'country', key: 'LT', people: 70 },
      { dimension: 'profession', key: 'перекладачі', people: 7 },
    ],
  });
  const deliverable = await add(projectId, {
    part: 'deliverable',
    fields: { title: 'Настанови', dueOn: '2026-10-01' },
  });
  await add(projectId, { part: 'translation', fields: { deliverableId: deliverable, language: 'lv', state: 'ready' } });
  await add(projectId, { part: 'risk', fields: { title: formula, likelihood: 2, impact: 4 } });
  const norway = await add(projectId, {
    part: 'funder',
    fields: { nameText: 'Міністерство', currency: 'EUR', amount: 4_939_200 },
  });
  const city = await add(projectId, {
    part: 'funder',
    fields: { nameText: 'Місто', currency: 'UAH', amount: 548_800 },
  });
  await add(projectId, {
    part: 'budgetLine',
    fields: {
      funderId: norway,
      lineId: lines[0],
      code: '1.1',
      title: 'Експерти',
      amount: 3_000_010,
      category: 'experts',
    },
  });
  await add(projectId, {
    part: 'budgetLine',
    fields: { funderId: norway, code: '1.2', title: 'Друк', amount: 1_939_190 },
  });
  const local = await add(projectId, {
    part: 'budgetLine',
    fields: { funderId: city, code: '2', title: 'Зала', amount: 548_800 },
  });
  await projects.addExpense({ budgetLineId: local, amount: 100_050, spentOn: '2026-05-06', payee: '=1+1' });
  const indicator = await add(projectId, {
    part: 'indicator',
    fields: { title: 'Обізнаність', unit: '%', decimals: 1, frequency: 'year' },
  });
  await projects.setValue({
    indicatorId: indicator,
    period: '2026',
    territory: '',
    key: '',
    value: 125,
    source: '',
    note: '',
  });
  const task = await add(projectId, { part: 'programmeTask', fields: { task: 'Навчання', unit: 'осіб' } });
  await projects.setProgrammeYear({ taskId: task, year: 2026, value: '25', amount: 1_250_000 });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'viche-workbook-'));
  test = await makeProjectImporter();
  await fill();
  const order = { file: 'project', id: test.projectId } as const;
  ({ bytes } = await makeProjectWorkbook(
    test.made.workspace,
    test.core.ports.resources,
    order,
    new Date(test.clock.now()),
  ));
  writeFileSync(join(folder, 'project.xlsx'), bytes);
});
afterAll(() => {
  test.remove();
  rmSync(folder, { recursive: true, force: true });
});

const sheetNames = [
  'Паспорт',
  'Партнери',
  'Цілі та напрями',
  'Заходи',
  'Учасники',
  'Віхи',
  'Продукти та мови',
  'Показники',
  'Значення показників',
  'Донори',
  'Бюджет',
  'Витрати',
  'Ризики',
  'Додаток до програми',
];

describe('the workbook of a project', () => {
  it('has a sheet for each list, named in the language of the project', () => {
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect([...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(sheetNames);
    for (const path of Object.keys(parts).filter((each) => each.startsWith('xl/worksheets/sheet')))
      expect(strFromU8(parts[path] ?? new Uint8Array()), path).toContain('state="frozen"');
  });

  it('has days that are days and figures that are figures', async () => {
    const activities = await readSheet(bytes, 'Заходи');
    const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
    expect(activities[1]?.slice(0, 7)).toEqual([
      '1.1',
      formula,
      'конференція',
      'проведено',
      'Інформування громад',
      day('2026-05-05'),
      day('2026-05-05'),
    ]);
    expect(activities[1]?.[13]).toBe(77);
    const budget = await readSheet(bytes, 'Бюджет');
    expect(budget.slice(1, 4).map((row) => [row[1], row[5], row[6], row[8], row[9]])).toEqual([
      ['1.1', 'EUR', 30_000.1, 0, 30_000.1],
      ['1.2', 'EUR', 19_391.9, 0, 19_391.9],
      ['2', 'UAH', 5_488, 1_000.5, 4_487.5],
    ]);
    const values = await readSheet(bytes, 'Значення показників');
    expect(values[1]?.slice(0, 6)).toEqual(['Обізнаність', '2026', null, null, 12.5, '%']);
    const people = await readSheet(bytes, 'Учасники');
    expect(people.slice(1).map((row) => row.slice(3))).toEqual([
      ['Литва', 70],
      ['перекладачі', 7],
    ]);
    const passport = await readSheet(bytes, 'Паспорт');
    expect(passport).toContainEqual(['Початок', day('2026-01-01')]);
  });

  it('has no formula but the totals, whatever the words of the project begin with', () => {
    const parts = unzipSync(bytes);
    const formulas = Object.entries(parts)
      .filter(([path]) => path.startsWith('xl/worksheets/'))
      .flatMap(([, part]) => [...strFromU8(part).matchAll(/<f>([^<]*)<\/f>/g)].map(([, text = '']) => text));
    expect(formulas.length).toBeGreaterThan(8);
    expect(
      formulas.filter(
        (text) =>
          !/^SUM(?:IF)?\([A-Z]+2:[A-Z]+\d+(?:,"[A-Z]{3}",[A-Z]+2:[A-Z]+\d+)?\)$/.test(text.replaceAll('&quot;', '"')),
      ),
    ).toEqual([]);
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('=cmd|');
  });

  it('keeps what each total comes to, for viewers that do not calculate', async () => {
    const [head = [], ...rows] = await readSheet(bytes, 'Бюджет');
    const [currency, planned] = [5, 6];
    expect(head[currency]).toBe('Валюта');
    const totals = rows.slice(-2);
    for (const total of totals) {
      const summed = rows.slice(0, -2).filter((row) => row[currency] === total[currency]);
      expect(total[planned]).toBe(summed.reduce((sum, row) => sum + Number(row[planned]), 0));
      expect(total[planned]).toBeGreaterThan(0);
    }
    expect(totals.map((total) => total[currency])).toEqual(['EUR', 'UAH']);
  });

  it.runIf(python !== undefined)(
    'is read by openpyxl: the same sheets, days as days, totals as formulas, words as words',
    () => {
      const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Заходи']
budget = book['Бюджет']
print(json.dumps({
  'sheets': book.sheetnames,
  'title': [sheet['B2'].value, sheet['B2'].data_type],
  'day': [sheet['F2'].is_date, str(sheet['F2'].value)[:10]],
  'types': sorted({cell.data_type for row in book['Ризики'].iter_rows() for cell in row if cell.value is not None}),
  'totals': [[cell.value for cell in row][5:7] for row in budget.iter_rows(min_row=5)],
}))`;
      const out = execFileSync(python ?? '', ['-c', script, join(folder, 'project.xlsx')], { encoding: 'utf8' });
      expect(JSON.parse(out)).toEqual({
        sheets: sheetNames,
        title: [formula, 's'],
        day: [true, '2026-05-05'],
        types: ['n', 's'],
        totals: [
          ['EUR', '=SUMIF(F2:F4,"EUR",G2:G4)'],
          ['UAH', '=SUMIF(F2:F4,"UAH",G2:G4)'],
        ],
      });
    },
  );

  it('of a list of activities has what the filter finds', async () => {
    const order = {
      file: 'activities',
      filter: { ...everyActivity, projectId: test.projectId, states: ['held' as const] },
      title: 'Проведені: [усі]/2026',
      language: 'lt',
    } satisfies WorkbookOrder;
    const list = await makeProjectWorkbook(
      test.made.workspace,
      test.core.ports.resources,
      order,
      new Date(test.clock.now()),
    );
    const rows = await readSheet(list.bytes);
    expect(rows[0]?.slice(0, 3)).toEqual(['Numeris', 'Pavadinimas', 'Rūšis']);
    expect(rows.slice(1).map((row) => row[1])).toEqual([formula, null]);
    expect(list.name).toMatch(/\.xlsx$/);
  });
});

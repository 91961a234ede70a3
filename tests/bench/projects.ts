import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { everyActivity, everyProject, type ActivitiesFilter } from '../../shared/contract/projects.ts';
import { addDays, today } from '../../shared/dates.ts';
import { listWorkbook } from '../../electron/core/reports/listWorkbook.ts';
import type { List } from '../../electron/core/reports/list.ts';
import { compareCalls, type Calls } from './calls.ts';
import { inTurn, median, milliseconds, type Measured } from './measure.ts';
import { temporaryFolder, type Generated } from './workspaces.ts';

const activities = (over: Partial<ActivitiesFilter> = {}): ActivitiesFilter => ({
  ...everyActivity,
  offset: 0,
  limit: 100,
  ...over,
});

/** Every list and view of the projects, by what a person would call it. */
async function callsOf(client: Client, { projectId, activityId }: Generated): Promise<Calls> {
  const { projects: area } = client;
  const page = { offset: 0, limit: 100 };
  const day = today(new Date());
  const [indicator] = await area.indicators({ projectId });
  if (indicator === undefined) throw new Error('nothing was generated');
  let days = 1;
  return {
    'projects: the first page': () => area.list({ ...everyProject, ...page }),
    'projects: by words': () => area.list({ ...everyProject, ...page, text: 'круглий' }),
    'projects: home of the largest': () => area.home({ id: projectId }),
    'projects: one with its parts': () => area.get({ id: projectId }),
    'projects: what is late anywhere': () => area.late({ projectId: null, limit: 100 }),
    'activities: of one project': () => area.activities(activities({ projectId })),
    'activities: of all, by planned day': () =>
      area.activities(activities({ sort: { by: 'planned', descending: true } })),
    'activities: of all, late': () => area.activities(activities({ states: ['late'] })),
    'activities: of a month': () => area.activities(activities({ from: addDays(day, -30), until: day })),
    'activities: by words': () => area.activities(activities({ text: 'круглий' })),
    'activities: one with everything': () => area.activity({ id: activityId }),
    'activities: one is moved by a day': () => {
      days = -days;
      return area.shiftActivities({ ids: [activityId], days, edge: 'both', dependent: false });
    },
    'timeline of the largest': () => area.timeline({ projectId }),
    'coverage matrix of the largest': () => area.coverage({ projectId, asOf: null, kinds: [] }),
    'indicators of the largest': () => area.indicators({ projectId }),
    'indicators: one by territory': () => area.indicator({ id: indicator.id }),
    'indicators: a page of values': () =>
      area.indicatorValues({
        ...page,
        projectId,
        indicatorId: null,
        period: null,
        territory: null,
        sort: { by: 'period', descending: true },
      }),
    'money of the largest': () => area.money({ projectId }),
    'today with what projects owe': () => client.today.get({ limit: 50, language: 'uk' }),
  };
}

/** What a list's call takes while a report of the largest project is being made in its thread. */
async function besideReport(client: Client, { projectId }: Generated): Promise<Measured[]> {
  const day = today(new Date());
  const report = { report: 'progressReport', form: 'uk', projectId, from: addDays(day, -180), until: day } as const;
  await client.reports.preview(report);
  const start = performance.now();
  const state = { made: false };
  const making = client.reports.preview(report).finally(() => {
    state.made = true;
  });
  const waits: number[] = [];
  while (!state.made) {
    const asked = performance.now();
    await client.projects.activities(activities({ projectId, limit: 50 }));
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await making;
  const took = performance.now() - start;
  return [
    {
      name: 'a page of activities while the progress report of the largest project is made',
      ratio: null,
      detail: `median ${milliseconds(median(waits))}, slowest ${milliseconds(Math.max(...waits))}; the report ${milliseconds(took)}`,
    },
  ];
}

const rows = 20_000;
const table: List = {
  title: 'Заходи',
  columns: [
    { header: 'Назва', kind: 'text' },
    { header: 'Громада', kind: 'text' },
    { header: 'День', kind: 'date' },
    { header: 'Учасників', kind: 'number' },
    { header: 'Сума', kind: 'number' },
  ],
  rows: Array.from({ length: rows }, (_, n) => [
    `Круглий стіл ${n + 1}`,
    `Громада ${n % 1772}`,
    addDays('2024-01-01', n % 900),
    n % 60,
    (n * 137) / 100,
  ]),
};

/** The same rows by a program of its own: a script that reads JSON and writes a workbook. */
const yardsticks: Record<
  string,
  { commands: string[]; args: (json: string, to: string) => string[]; there: string[] }
> = {
  'openpyxl (python3)': {
    // Debian's package belongs to the system's Python, which need not be the first one on the path.
    commands: ['python3', '/usr/bin/python3'],
    there: ['-c', 'import openpyxl'],
    args: (json, to) => [
      '-c',
      'import json,sys,datetime,openpyxl\nb=openpyxl.Workbook();s=b.active\nfor r in json.load(open(sys.argv[1])):\n r[2]=datetime.date.fromisoformat(r[2]) if len(r[2])==10 and r[2][4]=="-" else r[2]\n s.append(r)\nb.save(sys.argv[2])',
      json,
      to,
    ],
  },
  exceljs: {
    commands: [process.execPath],
    there: ['-e', 'require("exceljs")'],
    args: (json, to) => [
      '-e',
      'const E=require("exceljs");const b=new E.Workbook();const s=b.addWorksheet("a");for(const r of JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"))){if(r[2][4]==="-")r[2]=new Date(r[2]);s.addRow(r)}b.xlsx.writeFile(process.argv[2])',
      json,
      to,
    ],
  },
};

/** A workbook of 20,000 rows against others that write the same; each starts its own program, ours is in this one. */
async function workbooks(): Promise<Measured[]> {
  const { folder, remove } = temporaryFolder('viche-xlsx-');
  const json = join(folder, 'rows.json');
  writeFileSync(json, JSON.stringify([table.columns.map(({ header }) => header), ...table.rows]));
  const results: Measured[] = [];
  try {
    for (const [name, { commands, there, args }] of Object.entries(yardsticks)) {
      const what = `workbook of ${rows} rows / ${name} writing the same`;
      const command = commands.find((each) => spawnSync(each, there, { stdio: 'ignore' }).status === 0);
      if (command === undefined) {
        results.push({ name: what, ratio: null, detail: 'not on this machine' });
        continue;
      }
      const theirs = () => void spawnSync(command, args(json, join(folder, 'theirs.xlsx')), { stdio: 'ignore' });
      const ours = async () => writeFileSync(join(folder, 'ours.xlsx'), (await listWorkbook(table)).bytes);
      const times = await inTurn(3, ours, theirs);
      results.push({
        name: what,
        ratio: times.ratio,
        detail: `${milliseconds(times.ours)} / ${milliseconds(times.other)}`,
      });
    }
  } finally {
    remove();
  }
  return results;
}

/** Projects at 500 with 20,000 activities and 200,000 values of indicators against a hundredth of them. */
export async function run(): Promise<Measured[]> {
  return [...(await compareCalls(callsOf, besideReport)), ...(await workbooks())];
}

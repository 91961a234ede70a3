// The papers of the sample's projects in every form: kept for both validators, and what a funder reads in them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funder } from '../../../electron/core/projects/moneyTables.ts';
import { project, programmeTask, programmeYear } from '../../../electron/core/projects/tables.ts';
import { setNarrative } from '../../../electron/core/projects/narratives.ts';
import { noteExport, readLibrary } from '../../../electron/core/reports/library.ts';
import { makeReport, type Report } from '../../../electron/core/reports/makeReport.ts';
import { thousands } from '../../../electron/core/reports/programmeAnnex/sheet.ts';
import type { ProjectReportRequest } from '../../../shared/contract/reports.ts';
import { languages, localeTags, type Language } from '../../../shared/languages.ts';
import { linesOf, partsOf, tablesOf, textOf } from '../../fixtures/paperFile.ts';
import { makeSampleWorkspace, resources } from '../../fixtures/sample.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../../fixtures/wordFiles.ts';
import { refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

const day = '2026-11-21';
let made: TestWorkspace;
let sumy = '';
let strom = '';
let vilnius = '';

type Asked = ProjectReportRequest extends infer Request
  ? Request extends ProjectReportRequest
    ? Omit<Request, 'form'>
    : never
  : never;

const asked = (): Record<Name, Asked> => ({
  projectPassport: { report: 'projectPassport', projectId: sumy },
  progressReport: { report: 'progressReport', projectId: sumy, from: '2016-10-01', until: '2017-03-31' },
  coverageReport: { report: 'coverageReport', projectId: sumy, asOf: '2017-03-31' },
  finalReport: { report: 'finalReport', projectId: strom },
  programmeAnnex: { report: 'programmeAnnex', projectId: vilnius },
});
const names = ['projectPassport', 'progressReport', 'coverageReport', 'finalReport', 'programmeAnnex'] as const;
type Name = (typeof names)[number];

const papers = names.flatMap((name) => languages.map((form) => ({ name, form })));
const reports = new Map<string, Report>();
const reportOf = (name: Name, form: Language): Report => {
  const report = reports.get(`${name}-${form}`);
  if (!report) throw new Error(`not made: ${name}-${form}`);
  return report;
};
const make = (request: Asked, form: Language) => makeReport(made.workspace, resources, { ...request, form }, day);

beforeAll(async () => {
  made = await makeSampleWorkspace();
  const projects = made.workspace.db.select().from(project).all();
  sumy = projects.find(({ language }) => language === 'uk')?.id ?? '';
  vilnius = projects.find(({ language }) => language === 'lt')?.id ?? '';
  strom = projects.find(({ shortName }) => shortName === 'STROM')?.id ?? '';
  made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
    const task = (words: string, sortKey: string, years: [number, string, number | null][], moneySource: string) => {
      const taskId = w.insert(programmeTask, {
        projectId: vilnius,
        task: words,
        indicatorText: 'кількість засідань робочих груп',
        unit: 'одиниць',
        measure: 'Провести засідання',
        responsible: 'департамент',
        moneySource,
        sortKey,
      });
      for (const [year, value, amount] of years)
        w.insert(programmeYear, { id: `${taskId}:${year}`, taskId, year, value, amount });
    };
    task(
      'Координація дій',
      'a0',
      [
        [2014, '2', 1_250_050],
        [2015, '4', 2_000_000],
      ],
      'місцевий бюджет',
    );
    task('Навчання фахівців', 'a1', [[2015, '1', 700]], 'інші джерела');
  });
  setNarrative(made.workspace, made.author, {
    projectId: sumy,
    from: '2016-10-01',
    until: '2017-03-31',
    section: 'lessons',
    text: 'Громади охоче приймають круглі столи.\nПотрібен запасний день.',
  });
  for (const { name, form } of papers) {
    const report = await make(asked()[name], form);
    reports.set(`${name}-${form}`, report);
    keepWordFile(`${name}-${form}`, report.bytes);
  }
});
afterAll(() => made.remove());

const across: readonly Name[] = ['coverageReport', 'programmeAnnex'];

describe.each(papers)('$name in the form of $form', ({ name, form }) => {
  const documentXml = () => partsOf(reportOf(name, form).bytes).get('word/document.xml') ?? '';

  it('names itself and its language, and leaves nothing unsaid', () => {
    const { bytes, name: file, title } = reportOf(name, form);
    expect(partsOf(bytes).get('word/styles.xml')).toContain(`<w:lang w:val="${localeTags[form]}"`);
    expect(partsOf(bytes).get('docProps/core.xml')).toContain(`<dc:title>${title.replaceAll('&', '&amp;')}</dc:title>`);
    expect(file).toMatch(/^[^<>:"/\\|?*]+\.docx$/);
    expect(textOf(bytes)).not.toMatch(/\{\{|undefined|null|NaN|\b(?:project|column|title|activityKind)\.\w/);
  });

  it('repeats the heads of its tables, tears no row, and turns the page where a table needs it', () => {
    const xml = documentXml();
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    const lies = sections.map((section) => section.includes('w:orient="landscape"'));
    const expected = across.includes(name) ? [true] : name === 'projectPassport' ? [false] : [false, true];
    expect(lies).toEqual(expected);
    expect(sections.map((section) => section.includes('<w:titlePg/>'))).toEqual(
      expected.map((_, index) => index === 0),
    );
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    // The facts of a project name themselves in their first column.
    const headless = tables.filter((table) => !table.includes('<w:tblHeader/>'));
    expect(headless).toHaveLength(across.includes(name) ? 0 : 1);
    for (const row of xml.match(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs) ?? []) expect(row).toContain('<w:cantSplit/>');
  });

  it('draws its charts, with a picture beside each and words for those who do not see it', () => {
    const xml = documentXml();
    const drawings = [...xml.matchAll(/<wp:docPr [^>]*>/g)].map(([drawing]) => drawing);
    expect(drawings.length > 0).toBe(!['projectPassport', 'programmeAnnex'].includes(name));
    expect(xml.match(/<asvg:svgBlip /g)?.length ?? 0).toBe(drawings.length);
    for (const drawing of drawings) expect(drawing).toMatch(/descr="[^"]{5,}"/);
    const files = [...partsOf(reportOf(name, form).bytes).keys()].filter((path) => path.startsWith('word/media/'));
    const ending = (end: string) => files.filter((path) => path.endsWith(end)).length;
    expect(ending('.svg')).toBe(ending('.png'));
  });

  it.runIf(hasMicrosoftValidator)('passes Microsoft’s validator', () => {
    expect(microsoftFindings(keepWordFile(`${name}-${form}`, reportOf(name, form).bytes))).toEqual([]);
  });
});

it.each(names)('%s is the same file, byte for byte, however often it is made', async (name) => {
  const again = await make(asked()[name], 'uk');
  expect(again.sha256).toBe(reportOf(name, 'uk').sha256);
});

const text = (name: Name, form: Language): string => textOf(reportOf(name, form).bytes);
const rowOf = (name: Name, form: Language, start: string): string[] | undefined =>
  tablesOf(reportOf(name, form).bytes)
    .flat()
    .find(([cell]) => cell?.startsWith(start));

describe('the final report of STROM', () => {
  it('tells 49,392 + 50,000 + 5,488 EUR by funder, and what they make', () => {
    const grants = tablesOf(reportOf('finalReport', 'en').bytes).find(([head]) => head?.[0] === 'Funder') ?? [];
    expect(grants.slice(1).map((row) => row.at(-1))).toEqual([
      'EUR 49,392.00',
      'EUR 50,000.00',
      'EUR 5,488.00',
      'EUR 104,880.00',
    ]);
    expect(text('finalReport', 'lv')).toContain('104 880,00 EUR');
    expect(
      made.workspace.db
        .select()
        .from(funder)
        .all()
        .filter(({ projectId }) => projectId === strom),
    ).toHaveLength(3);
  });

  it('counts the conference’s 77 participants from 20 countries, and names them', () => {
    expect(text('finalReport', 'lv')).toContain('77\nno 20 valstīm');
    expect(rowOf('finalReport', 'en', 'By country (20)')?.[1]?.split(', ')).toHaveLength(20);
    expect(rowOf('finalReport', 'lt', 'Pagal šalį (20)')?.[1]).toContain('Portugalija');
  });

  it('has the guidelines in every language, places in the form’s words, and the project that follows', () => {
    const guidelines = rowOf('finalReport', 'en', 'Vadlīnijas')?.at(-1)?.split('\n');
    expect(guidelines).toHaveLength(10);
    expect(guidelines).toContain('Norwegian – published');
    expect(rowOf('finalReport', 'en', 'Territory')?.[1]).toContain('Denmark; Estonia');
    expect(text('finalReport', 'en')).toContain('Successor project: STROM II');
    expect(text('finalReport', 'en')).toContain('No expenses of the project have been entered.');
  });
});

describe('the progress report of the Sumy project', () => {
  it('says what was planned and what happened in the period, as it stood on its last day', () => {
    expect(text('progressReport', 'uk')).toContain(
      'За планом на цей період – заходів: 20; проведено у цьому періоді: 16; учасників: 289.',
    );
    expect(rowOf('progressReport', 'uk', 'Круглий стіл')).toEqual(['Круглий стіл', '12', '11', '258', '18', '11']);
    expect(rowOf('progressReport', 'uk', '1.12')?.[3]).toBe('прострочено');
    expect(rowOf('progressReport', 'uk', '1.13')?.[3]).toBe('заплановано');
  });

  it('shows indicators with what they reached in the period and in all, and how they were counted', () => {
    const row = tablesOf(reportOf('progressReport', 'uk').bytes)
      .flat()
      .find((cells) => cells[1]?.startsWith('Круглі столи проведено'));
    expect(row?.slice(2)).toEqual(['–', '18', '11', '11', '61 %']);
    expect(text('progressReport', 'uk')).toContain('Обчислено за записами програми станом на 31.03.2017');
  });

  it('says of which day its facts, partners and risks are, unless it is made on the last of the period', async () => {
    const note = /Відомості про проєкт, продукти, ключові етапи, партнерів і ризики наведено станом на (\S+)\./;
    const [year, month, date] = day.split('-');
    expect(note.exec(text('progressReport', 'uk'))?.[1]).toBe(`${date}.${month}.${year}`);
    const ofToday = await make({ report: 'progressReport', projectId: sumy, from: '2016-10-01', until: day }, 'uk');
    expect(textOf(ofToday.bytes)).not.toMatch(note);
  });

  it('adds up money by funder to the total, to the last kopiyka', () => {
    const table = tablesOf(reportOf('progressReport', 'uk').bytes).find((rows) =>
      rows[0]?.[2]?.startsWith('Витрачено за'),
    );
    const sums = (table ?? []).slice(1).map((row) =>
      row.slice(1).map((cell) =>
        Number(
          cell
            .replaceAll(/[^\d,−]/g, '')
            .replace(',', '.')
            .replace('−', '-'),
        ),
      ),
    );
    const total = sums.pop() ?? [];
    expect(total.length).toBeGreaterThan(3);
    for (const [column, sum] of total.entries())
      expect(sums.reduce((all, row) => all + Math.round((row[column] ?? 0) * 100), 0)).toBe(Math.round(sum * 100));
  });

  it('prints what was written for this period, and for this one only', async () => {
    const lines = linesOf(reportOf('progressReport', 'uk').bytes).map(({ text: line }) => line);
    expect(lines).toEqual(expect.arrayContaining(['Громади охоче приймають круглі столи.', 'Потрібен запасний день.']));
    const other = await make(
      { report: 'progressReport', projectId: sumy, from: '2017-04-01', until: '2017-06-30' },
      'uk',
    );
    expect(textOf(other.bytes)).not.toContain('Потрібен запасний день.');
  });

  it('is refused where its end is before its beginning', async () => {
    const wrong: Asked = { report: 'progressReport', projectId: sumy, from: '2017-04-01', until: '2017-03-31' };
    expect((await refusalOf(() => make(wrong, 'uk'))).code).toBe('endBeforeStart');
  });
});

describe('the coverage report', () => {
  it('tells who was reached, who still waits and who was never reached, by name', () => {
    expect(text('coverageReport', 'uk')).toContain(
      'Громад: 51, із них охоплено проведеними заходами: 33; ще чекають на запланований захід: 15; не охоплено жодного разу: 3.',
    );
    expect(text('coverageReport', 'uk')).toContain(
      'Конотопський район (3): Дубов’язівська громада, Новослобідська громада, Попівська громада',
    );
    expect(rowOf('coverageReport', 'uk', 'Круглий стіл')).toEqual(['Круглий стіл', '18', '11', '33', '15']);
    expect(rowOf('coverageReport', 'uk', 'Тростянецька')?.[1]).toBe('● 14.02.2017');
    const matrix = tablesOf(reportOf('coverageReport', 'uk').bytes).at(-1) ?? [];
    expect(matrix.filter((row) => row.length === 1)).toHaveLength(5);
    expect(matrix.filter((row) => row.length > 1)).toHaveLength(52);
  });
});

describe('the coverage report of a project among countries', () => {
  it('speaks of countries, each by its name in the language of the paper', async () => {
    const { bytes } = await make({ report: 'coverageReport', projectId: strom, asOf: null }, 'en');
    expect(textOf(bytes)).not.toMatch(/municipalit/i);
    expect(tablesOf(bytes).at(-1)?.[0]?.[0]).toBe('Country');
    expect(
      tablesOf(bytes)
        .at(-1)
        ?.slice(1)
        .map(([name]) => name),
    ).toEqual(expect.arrayContaining(['Denmark', 'Estonia', 'Latvia', 'Lithuania']));
  });
});

describe('the programme annex', () => {
  it('has a column for each year under values and money, and totals that are the sums of the rows', () => {
    const [table = []] = tablesOf(reportOf('programmeAnnex', 'uk').bytes);
    expect(table[0]).toContain('Обсяг фінансування, тис. EUR');
    expect(table[2]?.slice(-4)).toEqual(['32,5005', '–', '12,5005', '20,0']);
    expect(table[3]?.slice(-4)).toEqual(['0,007', '–', '–', '0,007']);
    expect(table[4]?.slice(-4)).toEqual(['32,5075', '–', '12,5005', '20,007']);
    expect(table.slice(5).map((row) => [row[1], row.at(-4)])).toEqual([
      ['Місцевий бюджет', '32,5005'],
      ['Інші джерела', '0,007'],
    ]);
    expect(text('programmeAnnex', 'uk')).toContain('Додаток');
  });

  it('tells thousands exactly', () => {
    expect(thousands(1, 'UAH', 'uk')).toBe('0,00001');
    expect(thousands(12_345_678_900, 'EUR', 'en')).toBe('123,456.789');
    expect(thousands(5000, 'JPY', 'lv')).toBe('5,0');
  });
});

describe('the library', () => {
  it('knows a project’s paper, makes it anew, and says when its records have changed', () => {
    const { workspace, author } = made;
    const request = { ...asked().projectPassport, form: 'uk' } as ProjectReportRequest;
    const report = reportOf('projectPassport', 'uk');
    noteExport(workspace, author, {
      request,
      report,
      stateClock: workspace.ledger.lastClock(),
      at: `${day}T10:00:00.000Z`,
    });
    const [kept] = readLibrary(workspace);
    expect(kept?.request).toEqual(request);
    expect(kept?.outdated).toBe(false);
    expect(kept?.subject).toContain('Зміцнення громадського контролю');
    workspace.ledger.write(author, { label: 'test' }, (w) => w.update(project, sumy, { number: '17' }));
    expect(readLibrary(workspace)[0]?.outdated).toBe(true);
  });
});

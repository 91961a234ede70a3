// The papers of the registers in every form: kept for both validators, and what a person reads in them.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignee, decision } from '../../../electron/core/decisions/tables.ts';
import { readClauses } from '../../../electron/core/memoranda/content.ts';
import { memorandumClause } from '../../../electron/core/memoranda/tables.ts';
import { keepVersion } from '../../../electron/core/memoranda/versions.ts';
import { mostRows } from '../../../electron/core/reports/decisionState/rows.ts';
import { officeInNominative } from '../../../electron/core/reports/paper/position.ts';
import { makeReport, type Report } from '../../../electron/core/reports/makeReport.ts';
import type { RegisterReportRequest } from '../../../shared/contract/reports.ts';
import { languages, localeTags, type Language } from '../../../shared/languages.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { linesOf, partsOf, tablesOf, textOf } from '../../fixtures/paperFile.ts';
import { makeNativeMemoranda, makeRegisters, type TestRegisters } from '../../fixtures/registers.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../../fixtures/wordFiles.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const day = '2026-11-21';

let made: TestWorkspace;
let meeting: TestMeeting;
let registers: TestRegisters;

type Asked = RegisterReportRequest extends infer Request
  ? Request extends RegisterReportRequest
    ? Omit<Request, 'form'>
    : never
  : never;

/** Every paper of the registers, with its conditions. */
const asked = (): Record<string, Asked> => ({
  decisionStateByMeeting: decisionState({}),
  decisionStateByOrganisation: decisionState({ by: 'organisation' }),
  reminder: { report: 'reminder', organisationId: meeting.organisations[10] ?? '', groupId: null, until: null },
  reminderPolice: {
    report: 'reminder',
    organisationId: meeting.organisations[3] ?? '',
    groupId: meeting.groupId,
    until: null,
  },
  memorandum: { report: 'memorandum', memorandumId: registers.memorandumId, versionId: null },
  memorandumDraft: { report: 'memorandum', memorandumId: registers.draftId, versionId: null },
  amendment: { report: 'amendment', memorandumId: registers.memorandumId, amendmentId: registers.amendmentId },
  memorandumRegister: { report: 'memorandumRegister', states: [], groupId: null },
  obligationState: { report: 'obligationState', memorandumId: registers.memorandumId },
  obligationStateAll: { report: 'obligationState', memorandumId: null },
});
const names = [
  'decisionStateByMeeting',
  'decisionStateByOrganisation',
  'reminder',
  'reminderPolice',
  'memorandum',
  'memorandumDraft',
  'amendment',
  'memorandumRegister',
  'obligationState',
  'obligationStateAll',
] as const;

type DecisionState = Extract<Asked, { report: 'decisionState' }>;
const decisionState = (more: Partial<DecisionState>): DecisionState => ({
  report: 'decisionState',
  by: 'meeting',
  groupId: meeting.groupId,
  organisationId: null,
  meetingId: null,
  from: '2026-01-01',
  until: '2026-11-21',
  unfinished: false,
  ...more,
});

type Name = (typeof names)[number];
const requestOf = (name: Name): Asked => {
  const request = asked()[name];
  if (request === undefined) throw new Error(name);
  return request;
};

const papers = names.flatMap((name) => languages.map((form) => ({ name, form })));
const reports = new Map<string, Report>();
const reportOf = (name: Name, form: Language): Report => {
  const report = reports.get(`${name}-${form}`);
  if (!report) throw new Error(`not made: ${name}-${form}`);
  return report;
};
const make = (request: Asked, form: Language) => makeReport(made.workspace, resources, { ...request, form }, day);

beforeAll(async () => {
  made = await makeWorkspace({ at: '2026-11-21 12:00' });
  meeting = makeMeeting(made);
  registers = makeRegisters(made, meeting);
  for (const { name, form } of papers) {
    const report = await make(requestOf(name), form);
    reports.set(`${name}-${form}`, report);
    keepWordFile(`${name}-${form}`, report.bytes);
  }
});
afterAll(() => made.remove());

const across: readonly Name[] = [
  'decisionStateByMeeting',
  'decisionStateByOrganisation',
  'memorandumRegister',
  'obligationState',
  'obligationStateAll',
];

describe.each(papers)('$name in the form of $form', ({ name, form }) => {
  const documentXml = () => partsOf(reportOf(name, form).bytes).get('word/document.xml') ?? '';

  it('names itself and its language, and leaves nothing unsaid', () => {
    const { bytes, name: file, title } = reportOf(name, form);
    const parts = partsOf(bytes);
    expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${localeTags[form]}"`);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${title.replaceAll('&', '&amp;')}</dc:title>`);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:language>${localeTags[form]}</dc:language>`);
    expect(file).toMatch(/^[^<>:"/\\|?*]+\.docx$/);
    expect(textOf(bytes)).not.toMatch(/\{\{|undefined|null|\b(?:register|column|title)\.\w/);
    expect(textOf(bytes)).not.toContain('..');
  });

  it('is the same file, byte for byte, however often it is made', async () => {
    const { bytes, sha256 } = reportOf(name, form);
    const again = await make(requestOf(name), form);
    expect(again.sha256).toBe(sha256);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('marks the words of the record where they are in another language', () => {
    expect([...new Set(documentXml().match(/<w:lang [^>]*>/g))]).toEqual(
      form === 'uk' ? [] : ['<w:lang w:val="uk-UA"/>'],
    );
  });

  it('uses only named styles, and shows them in the style pane', () => {
    const { bytes } = reportOf(name, form);
    const styles = partsOf(bytes).get('word/styles.xml') ?? '';
    const shown = [...styles.matchAll(/<w:style (?:(?!<\/w:style>).)*<w:qFormat\/>/gs)].map(
      ([style]) => /w:styleId="([^"]*)"/.exec(style)?.[1],
    );
    const used = new Set(linesOf(bytes).map(({ style }) => style || 'Normal'));
    expect([...used].filter((style) => !shown.includes(style))).toEqual([]);
    expect(used.size).toBeGreaterThan(3);
  });

  it('lies across where it is a table, repeats the heads and tears no row', () => {
    expect(documentXml().includes('w:orient="landscape"')).toBe(across.includes(name));
    const tables = documentXml().match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const rows = table.match(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs) ?? [];
      // Signatures stand in a table without a head.
      expect(rows[0]?.includes('<w:tblHeader/>')).toBe(!table.includes('w:val="Party"'));
      for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    }
  });

  it('numbers pages from the second on, and bears the mark of a draft only where nobody has signed', () => {
    const parts = [...partsOf(reportOf(name, form).bytes)];
    const mark = { uk: 'Проєкт', en: 'Draft', lt: 'Projektas', lv: 'Projekts' }[form];
    expect(documentXml()).toContain('<w:titlePg/>');
    const numbered = parts.filter(([path, xml]) => /^word\/(?:header|footer)\d/.test(path) && xml.includes('PAGE'));
    expect(numbered.map(([path]) => path.replaceAll(/\d/g, ''))).toEqual([
      form === 'uk' || form === 'lt' ? 'word/header.xml' : 'word/footer.xml',
    ]);
    const headers = parts.filter(([path]) => /^word\/header\d/.test(path)).map(([, xml]) => xml.includes(`>${mark}<`));
    expect(headers).toEqual(name === 'memorandumDraft' ? [true, true] : [false, false]);
    expect(reportOf(name, form).draft).toBe(name === 'memorandumDraft');
  });
});

describe('the state of decisions', () => {
  const table = (name: Name, form: Language) => tablesOf(reportOf(name, form).bytes).at(-1) ?? [];
  const rowOf = (name: Name, form: Language, start: string) =>
    table(name, form).find(([cell]) => cell?.startsWith(start));

  it('counts each decision once and says how late it is', () => {
    expect(textOf(reportOf('decisionStateByMeeting', 'uk').bytes)).toContain(
      'Усього рішень – 6, з них виконано – 1, виконується – 1, не розпочато – 3, прострочено – 1.',
    );
    const [summary] = tablesOf(reportOf('decisionStateByOrganisation', 'uk').bytes);
    expect(summary?.at(-1)).toEqual(['Разом', '6', '1', '1', '3', '1', '0']);
    expect(rowOf('decisionStateByMeeting', 'uk', '6/1.1')?.[4]).toBe('прострочено на 20 днів');
    expect(rowOf('decisionStateByMeeting', 'en', '6/1.1')?.[4]).toBe('overdue by 20 days');
    expect(rowOf('decisionStateByMeeting', 'lt', '6/1.1')?.[4]).toBe('vėluojama 20 dienų');
    expect(rowOf('decisionStateByMeeting', 'lv', '6/1.1')?.[4]).toBe('termiņš nokavēts par 20 dienām');
  });

  it('names moved deadlines with the reason, the latest note, and who of several is done', () => {
    const row = rowOf('decisionStateByMeeting', 'uk', '7/3.1');
    expect(row?.[3]).toBe('25.12.2026\nперенесено з 15.12.2026 на 25.12.2026: ремонт приміщення сільської ради');
    expect(row?.[4]).toBe('виконується\nЛіга соціальних працівників – виконано 19.11.2026');
    expect(row?.[5]).toBe('20.11.2026: Погоджено дати двох круглих столів.');
  });

  it('tells the periods of what comes back', () => {
    const row = rowOf('decisionStateByMeeting', 'uk', '7/2.2');
    expect(row?.[3]).toBe('щокварталу, до 5 числа наступного місяця\nнайближчий строк – 05.01.2027');
    expect(row?.[4]).toBe(
      'II квартал 2026 р. – виконано\nIII квартал 2026 р. – виконано\nIV квартал 2026 р. – не розпочато',
    );
    expect(rowOf('decisionStateByMeeting', 'lt', '7/2.2')?.[4]).toContain('2026 m. IV ketvirtis – nepradėta');
    expect(rowOf('decisionStateByMeeting', 'lv', '7/2.2')?.[4]).toContain('2026. gada 4. ceturksnis – nav sākts');
    expect(rowOf('decisionStateByMeeting', 'en', '7/2.2')?.[4]).toContain('Q4 2026 – open');
  });

  it('stands under its meeting or under each organisation that answers for it', () => {
    const sections = (name: Name) =>
      table(name, 'uk')
        .filter((row) => row.length === 1)
        .map(([cell]) => cell);
    expect(sections('decisionStateByMeeting')).toEqual(['Протокол від 09.09.2026 № 6', 'Протокол від 12.11.2026 № 7']);
    expect(sections('decisionStateByOrganisation')).toEqual([
      'Головне управління Національної поліції в Полтавській області',
      'Громадська організація «Ліга соціальних працівників»',
      'Департамент соціального захисту населення облвійськадміністрації',
      'Служба у справах дітей облвійськадміністрації',
      'Виконавця не визначено',
    ]);
  });

  it('has the heading of the country and the signature of the secretary', () => {
    const head = (form: Language) =>
      linesOf(reportOf('decisionStateByMeeting', form).bytes)
        .filter(({ style }) => ['Title', 'Subtitle', 'Place'].includes(style))
        .map(({ text }) => text.replaceAll('~', ' '));
    expect(head('uk')).toEqual([
      'Інформація',
      'про стан виконання рішень обласної координаційної ради з питань протидії торгівлі людьми',
      'ухвалених у період з 01 січня 2026 року до 21 листопада 2026 року',
      'станом на 21 листопада 2026 року',
    ]);
    expect(head('lt')[0]).toMatch(/^обласної координаційної ради .* nutarimų vykdymo ataskaita$/);
    expect(head('lv').slice(-2)).toEqual([
      'Lēmumi, kas pieņemti no 2026. gada 1. janvāra līdz 2026. gada 21. novembrim',
      'Stāvoklis 2026. gada 21. novembrī',
    ]);
    expect(head('en')[0]).toBe('REPORT ON CARRYING OUT DECISIONS');
    const signed = linesOf(reportOf('decisionStateByMeeting', 'uk').bytes).filter(({ style }) => style === 'Signature');
    expect(signed.map(({ text }) => text)).toEqual(['Секретар→→Марія~УМОВНА']);
  });

  it('narrows to one meeting, one organisation, what is unfinished', async () => {
    const only = async (more: Partial<DecisionState>) => {
      const { bytes } = await make(decisionState({ ...more, from: null, until: null }), 'uk');
      const rows = tablesOf(bytes).at(-1) ?? [];
      return rows.slice(1).flatMap((row) => (row.length === 1 ? [] : [row[0]]));
    };
    expect(await only({ meetingId: meeting.earlierId })).toEqual(['6/1.1']);
    expect(await only({ organisationId: meeting.organisations[4] ?? '' })).toEqual(['7/2.2']);
    expect(await only({ unfinished: true, meetingId: meeting.id })).toEqual(['7/2.2', '7/3.1', '7/3.2', '7/4.1']);
    // Somebody named without an organisation answers for that of the office held.
    made.workspace.ledger.write(made.author, { label: 'test' }, (w) =>
      w.insert(assignee, { decisionId: meeting.decisions[4] ?? '', personId: meeting.people[5] ?? null }),
    );
    expect(await only({ organisationId: meeting.organisations[5] ?? '', by: 'organisation' })).toEqual([
      '7/3.2\n12.11.2026',
    ]);
    made.workspace.ledger.undo({ person: 'tester', session: 'test' });
    const none = await make(decisionState({ from: '2020-01-01', until: '2020-12-31' }), 'uk');
    expect(textOf(none.bytes)).toContain('Рішень, що відповідають цим умовам, немає.');
  });
});

describe('a reminder', () => {
  it('is addressed in the dative and calls in the vocative', () => {
    const lines = linesOf(reportOf('reminderPolice', 'uk').bytes);
    const at = (style: string) =>
      lines.filter((line) => line.style === style).map(({ text }) => text.replaceAll('~', ' '));
    expect(at('Addressee')).toEqual(['Головне управління Національної поліції в Полтавській області', 'Ігорю ВЗІРЦЮ']);
    expect(at('Body')[0]).toBe('Шановний Ігорю Васильовичу!');
    expect(at('Body')[1]).toContain('на контролі обласної координаційної ради');
    expect(at('Signature')).toEqual(['Голова→→Олена ЗРАЗКОВА']);
    expect(at('Note')).toEqual(['Умовна М. С., (0532) 00-00-00']);
    const style = /<w:style [^>]*w:styleId="Addressee">.*?<\/w:style>/s.exec(
      partsOf(reportOf('reminderPolice', 'uk').bytes).get('word/styles.xml') ?? '',
    )?.[0];
    // 90 mm from the margin
    expect(style).toContain('w:left="5102"');
  });

  it('lists what is owed, the overdue first, with the paper that charges with it', () => {
    const [table] = tablesOf(reportOf('reminder', 'uk').bytes);
    expect(table?.slice(1)).toEqual([
      [
        '',
        'Надіслати громадам інформаційні матеріали про гарячу лінію 527.',
        'Меморандум про взаємодію у сфері протидії торгівлі людьми\nвід 12.05.2025 № 5',
        '01.10.2026\nпрострочено на 51 день',
      ],
      [
        '',
        'Подавати звіт про проведені заходи.',
        'Меморандум про взаємодію у сфері протидії торгівлі людьми\nвід 12.05.2025 № 5',
        'щопівроку, до 20 числа наступного місяця\nнайближчий строк – 20.01.2027',
      ],
    ]);
    const [police] = tablesOf(reportOf('reminderPolice', 'uk').bytes);
    expect(police?.slice(1).map((row) => row[2])).toEqual([
      'Протокол від 12.11.2026 № 7\nрішення 7/3.1',
      'Протокол від 12.11.2026 № 7\nрішення 7/2.2',
    ]);
  });

  it('asks for an answer on a working day, ten days on', () => {
    expect(textOf(reportOf('reminder', 'uk').bytes)).toContain('Просимо до 01 грудня 2026 року поінформувати');
    expect(textOf(reportOf('reminder', 'lv').bytes)).toContain('Lūdzam līdz 2026. gada 1. decembrim informēt');
  });

  it('is refused in words where nothing is owed', async () => {
    const nothing = {
      report: 'reminder' as const,
      organisationId: meeting.organisations[9] ?? '',
      groupId: null,
      until: null,
    };
    expect(await refusalOf(() => make(nothing, 'uk'))).toEqual({
      code: 'nothingOwed',
      params: { name: 'Консультативна місія' },
    });
    // Only what is due by a day: the report comes later.
    const soon = await make({ ...requestOf('reminder'), until: '2026-12-31' } as Asked, 'uk');
    expect(tablesOf(soon.bytes)[0]?.length).toBe(2);
  });
});

describe('a memorandum', () => {
  const numbered = (name: Name, form: Language) =>
    linesOf(reportOf(name, form).bytes)
      .filter(({ list }) => list !== '')
      .map(({ style, list, text }) => `${style} ${list.split('.')[1]} ${text.replaceAll('~', ' ')}`);

  it('has articles, paragraphs and entries that Word numbers', () => {
    expect(numbered('memorandum', 'uk')).toEqual([
      'Heading1 0 Напрями та форми співпраці',
      'Clause 1 Сторони співпрацюють за такими напрямами:',
      'ClauseEntry 2 проведення круглих столів у територіальних громадах;',
      'ClauseEntry 2 навчання фахівців із соціальної роботи;',
      'ClauseEntry 2 інформування населення про ризики торгівлі людьми.',
      'Clause 1 Сторони обмінюються інформацією не рідше ніж раз на квартал.',
      'Heading1 0 Обов’язки Сторін',
      'Clause 1 Рада надає приміщення та транспорт для проведення круглих столів.',
      'Clause 1 Організація надсилає матеріали до 01.10.2026.',
      'Heading1 0 Строк дії та порядок припинення',
      'Clause 1 Меморандум діє до 11 травня 2027 року і автоматично продовжується на 2 роки, якщо жодна зі Сторін не повідомить письмово про намір його припинити за 6 місяців.',
      'Heading1 0 Конфіденційність',
      'Clause 1 Сторони не розголошують відомостей про постраждалих осіб.',
    ]);
    // The first article was repealed: the numbers of the others stay.
    const numbering = partsOf(reportOf('memorandum', 'uk').bytes).get('word/numbering.xml') ?? '';
    expect(numbering).toMatch(/<w:start w:val="2"\/>(?:(?!<\/w:lvl>).)*<w:lvlText w:val="%1\."\/>/s);
    expect(numbering).toContain('<w:lvlText w:val="%1.%2."/>');
    expect(numbering).toContain('<w:lvlText w:val="%3)"/>');
  });

  it('names parties in the genitive in the preamble, in the country’s way beside the signature', () => {
    const line = '_'.repeat(26);
    const uk = textOf(reportOf('memorandum', 'uk').bytes);
    expect(uk).toContain('Зразкової Олени Іванівни, що діє на підставі');
    expect(uk).toContain('Прикладної Ганни Петрівни');
    const table = tablesOf(reportOf('memorandum', 'uk').bytes).at(-1);
    expect(table).toEqual([
      [
        'Полтавська обласна військова адміністрація\n36014, м. Полтава, вул. Соборності, 45',
        'Громадська організація «Ліга соціальних працівників»\n36000, м. Полтава, вул. Зразкова, 1',
      ],
      ['Заступниця начальника обласної військової адміністрації', 'Голова правління'],
      [`${line}↵Олена ЗРАЗКОВА`, `${line}↵Ганна ПРИКЛАДНА`],
    ]);
    expect(tablesOf(reportOf('memorandum', 'lv').bytes).at(-1)?.[2]).toEqual([
      `${line}↵О. Зразкова`,
      `${line}↵Г. Прикладна`,
    ]);
  });

  it('has an office in the nominative beside the signature, also where only the preamble has it', () => {
    expect(officeInNominative('голови правління')).toBe('голова правління');
    expect(officeInNominative('міського голови')).toBe('міський голова');
    expect(officeInNominative('заступника начальника управління')).toBe('заступник начальника управління');
    expect(officeInNominative('виконавчої директорки')).toBe('виконавча директорка');
    expect(officeInNominative('голова ради')).toBe('голова ради');
    expect(officeInNominative('першого заступника голови')).toBe('перший заступник голови');
    expect(officeInNominative('')).toBe('');
  });

  it('keeps bold and italic words, and names amendments in force', () => {
    const xml = partsOf(reportOf('memorandum', 'uk').bytes).get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*>Сторони</s);
    expect(xml).toContain('надалі разом\u00A0– <');
    expect(textOf(reportOf('memorandum', 'uk').bytes)).toContain(
      'Зі змінами, внесеними згідно з додатковою угодою від 01.02.2026 № 1.',
    );
    expect(textOf(reportOf('memorandum', 'en').bytes)).toContain('As amended by Amendment No. 1 of 1 February 2026.');
  });

  it('marks what is still to be filled in', () => {
    const { bytes } = reportOf('memorandumDraft', 'uk');
    const marked = [
      ...(partsOf(bytes).get('word/document.xml') ?? '').matchAll(
        /<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*<w:t[^>]*>([^<]*)</gs,
      ),
    ].map(([, text]) => text);
    expect(marked).toEqual(['[скільки років]', '[дня підписання]']);
    // A title that names the kind stands alone.
    expect(linesOf(bytes).find(({ style }) => style === 'Title')?.text).toBe('Меморандум про співпрацю громад');
  });

  it('prints a kept version with the words it was kept with', async () => {
    const now = new Date(made.clock.now());
    const versionId = keepVersion(
      made.workspace,
      made.author,
      resources,
      { id: registers.draftId, label: 'перша' },
      now,
    );
    const [clause] = readClauses(made.workspace, registers.draftId);
    made.workspace.ledger.write(made.author, { label: 'test' }, (w) =>
      w.update(memorandumClause, clause?.id ?? '', { text: 'Інші слова.' }),
    );
    const kept = await make({ report: 'memorandum', memorandumId: registers.draftId, versionId }, 'uk');
    const live = await make({ report: 'memorandum', memorandumId: registers.draftId, versionId: null }, 'uk');
    expect(textOf(kept.bytes)).toContain('[скільки років]');
    expect(textOf(live.bytes)).toContain('Інші слова.');
    expect(kept.draft).toBe(true);
  });

  it('of the bundled clauses is whole in each language', async () => {
    const ids = makeNativeMemoranda(made, resources);
    for (const form of languages) {
      const { bytes, draft } = await make({ report: 'memorandum', memorandumId: ids[form], versionId: null }, form);
      keepWordFile(`nativeMemorandum-${form}`, bytes);
      const headings = linesOf(bytes).filter(({ style, list }) => style === 'Heading1' && list !== '');
      expect(headings.length).toBeGreaterThan(8);
      expect(partsOf(bytes).get('word/document.xml')).not.toContain('w:highlight');
      expect(partsOf(bytes).get('word/document.xml')).not.toContain('<w:lang ');
      expect(draft).toBe(false);
    }
  });
});

describe('an amendment', () => {
  it('says in the words of the country’s law what changes', () => {
    const points = (form: Language) =>
      linesOf(reportOf('amendment', form).bytes)
        .filter(({ list }) => list !== '')
        .map(({ text }) => text.replaceAll('~', ' '));
    expect(points('uk')).toEqual([
      'Розділ 3 Меморандуму викласти в такій редакції:',
      'Меморандум доповнити розділом 5 такого змісту:',
      'Розділ 1 Меморандуму виключити.',
      'Решта положень Меморандуму залишаються чинними без змін.',
      'Ця Додаткова угода набирає чинності з дня її підписання Сторонами та є невід’ємною частиною Меморандуму.',
    ]);
    expect(points('lt')[0]).toBe('Pakeisti Memorandumo 3 skyrių ir jį išdėstyti taip:');
    expect(points('lv')[2]).toBe('Svītrot Memoranda 1. nodaļu.');
    expect(points('en')[1]).toBe('The following Article 5 is added to the Memorandum:');
  });

  it('quotes the new words with the numbers they will have', () => {
    const quoted = linesOf(reportOf('amendment', 'uk').bytes)
      .filter(({ style }) => style === 'ClauseEntry')
      .map(({ text }) => text.replaceAll('~', ' '));
    expect(quoted).toEqual([
      '«3. Обов’язки Сторін',
      '3.1. Рада надає приміщення та транспорт для проведення круглих столів.',
      '3.2. Організація надсилає матеріали до 01.10.2026.»',
      '«5. Конфіденційність',
      '5.1. Сторони не розголошують відомостей про постраждалих осіб.»',
    ]);
    const title = linesOf(reportOf('amendment', 'uk').bytes).filter(({ style }) => /title/i.test(style));
    expect(title.map(({ text }) => text.replaceAll('~', ' '))).toEqual([
      'Додаткова угода № 1',
      'про внесення змін до Меморандуму про взаємодію у сфері протидії торгівлі людьми від 12.05.2025 № 5',
    ]);
  });

  it('of another memorandum is not found', async () => {
    const wrong = { report: 'amendment' as const, memorandumId: registers.draftId, amendmentId: registers.amendmentId };
    expect((await refusalOf(() => make(wrong, 'uk'))).code).toBe('notFound');
  });
});

describe('registers of memoranda', () => {
  it('say term, notice date, state and obligations', () => {
    const [table] = tablesOf(reportOf('memorandumRegister', 'uk').bytes);
    expect(table?.[1]?.slice(1)).toEqual([
      '№ 5\n12.05.2025',
      'про взаємодію у сфері протидії торгівлі людьми\nспільні дії щодо запобігання торгівлі людьми та допомоги постраждалим особам',
      'Полтавська обласна військова адміністрація\nГромадська організація «Ліга соціальних працівників»',
      'з 12.05.2025\nдо 11.05.2027\nз автоматичним продовженням',
      '11.11.2026',
      'чинний',
      'усього – 3\nне виконано – 3\nпрострочено – 1',
    ]);
    expect(table?.[2]?.[6]).toBe('проєкт');
  });

  it('list obligations by party with their periods', () => {
    const [table] = tablesOf(reportOf('obligationState', 'lv').bytes);
    expect(table?.map((row) => row.length)).toEqual([5, 1, 5, 1, 5, 5]);
    expect(table?.[2]?.slice(2, 4)).toEqual(['pastāvīgi', 'tiek izpildīta']);
    expect(table?.[4]?.[3]).toBe('termiņš nokavēts par 51 dienu');
    expect(table?.[5]?.[3]).toContain('2026. gada 1. pusgads – izpildīta');
  });
});

describe('a register that is too long', () => {
  it('is refused in words before anything is made', { timeout: 60_000 }, async () => {
    const other = await makeWorkspace({ at: '2026-11-21 12:00' });
    try {
      const there = makeMeeting(other);
      other.workspace.ledger.write(other.author, { label: 'test' }, (w) => {
        for (let n = 0; n <= mostRows; n += 1) w.insert(decision, { itemId: there.items[0] ?? '', text: 'рішення' });
      });
      const whole = { ...decisionState({ from: null, until: null }), groupId: there.groupId, form: 'uk' as const };
      const refused = await refusalOf(() => makeReport(other.workspace, resources, whole, day));
      expect(refused).toEqual({ code: 'tooManyRowsOnPaper', params: { rows: mostRows + 7, most: mostRows } });
    } finally {
      other.remove();
    }
  });
});

describe.runIf(hasMicrosoftValidator)('Microsoft’s validator', () => {
  it('finds nothing in any of them', { timeout: 300_000 }, () => {
    const found: Record<string, unknown[]> = {};
    for (const { name, form } of papers) {
      const findings = microsoftFindings(keepWordFile(`${name}-${form}`, reportOf(name, form).bytes));
      if (findings.length > 0) found[`${name}-${form}`] = findings;
    }
    expect(found).toEqual({});
  });
});

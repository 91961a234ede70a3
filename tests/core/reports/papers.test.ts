// Every paper in every form: the same record gives the same XML, Microsoft's validator finds nothing, and each file is kept
// for the other validator that CI runs.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport, type Report } from '../../../electron/core/reports/makeReport.ts';
import { correction } from '../../../electron/core/meetings/tables.ts';
import { languages, localeTags, type Language } from '../../../shared/languages.ts';
import { meetingDocuments, type MeetingDocument } from '../../../shared/vocabulary.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { linesOf, normalised, partsOf, tablesOf } from '../../fixtures/paperFile.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../../fixtures/wordFiles.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'papers');

const papers = meetingDocuments.flatMap((document) => languages.map((form) => ({ document, form })));

let made: TestWorkspace;
let meeting: TestMeeting;
let correctionId: string;
const reports = new Map<string, Report>();
const reportOf = (document: MeetingDocument, form: Language): Report => {
  const report = reports.get(`${document}-${form}`);
  if (!report) throw new Error(`not made: ${document}-${form}`);
  return report;
};

const makeOne = (document: MeetingDocument, form: Language): Promise<Report> =>
  makeReport(
    made.workspace,
    resources,
    {
      report: document,
      form,
      meetingId: meeting.id,
      decisionId: meeting.decisions[3] ?? null,
      correctionId,
      participantId: document === 'invitation' ? (meeting.participants[3] ?? null) : null,
    },
    '2026-11-21',
  );

beforeAll(async () => {
  made = await makeWorkspace();
  meeting = makeMeeting(made);
  correctionId = made.workspace.ledger.write(made.author, { label: 'test' }, (w) =>
    w.insert(correction, {
      meetingId: meeting.id,
      number: '1',
      correctedOn: '2026-11-20',
      itemId: meeting.items[2] ?? null,
      was: '11 круглих столів із 18 запланованих',
      now: '12 круглих столів із 18 запланованих',
      reason: 'помилка під час набору тексту',
      chairName: 'Зразкова Олена Іванівна',
      secretaryName: 'Заміна Секретаря',
    }),
  );
  for (const { document, form } of papers) {
    const report = await makeOne(document, form);
    reports.set(`${document}-${form}`, report);
    keepWordFile(`${document}-${form}`, report.bytes);
  }
});
afterAll(() => made.remove());

describe.each(papers)('$document in the form of $form', ({ document, form }) => {
  it('says what it said before', async () => {
    const { bytes } = reportOf(document, form);
    await expect(normalised(bytes)).toMatchFileSnapshot(join(fixtures, `${document}-${form}.xml`));
  });

  it('names itself and its language', () => {
    const { bytes, name, title, sha256 } = reportOf(document, form);
    const parts = partsOf(bytes);
    expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${localeTags[form]}"`);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${title.replaceAll('&', '&amp;')}</dc:title>`);
    expect(parts.get('docProps/core.xml')).toContain(
      '<dc:creator>Полтавська обласна військова адміністрація</dc:creator>',
    );
    expect(name).toMatch(/ 2026-11-\d\d\.docx$/);
    expect(name).not.toMatch(/[<>:"/\\|?*]/);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:language>${localeTags[form]}</dc:language>`);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same file, byte for byte, however often it is made', async () => {
    const { bytes } = reportOf(document, form);
    expect(Buffer.from((await makeOne(document, form)).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('marks the words of the record where they are in another language', () => {
    const xml = partsOf(reportOf(document, form).bytes).get('word/document.xml') ?? '';
    const marked = [...new Set(xml.match(/<w:lang [^>]*>/g))];
    expect(marked).toEqual(form === 'uk' ? [] : ['<w:lang w:val="uk-UA"/>']);
  });

  it('uses only named styles, and shows them in the style pane', () => {
    const { bytes } = reportOf(document, form);
    const styles = partsOf(bytes).get('word/styles.xml') ?? '';
    const shown = [...styles.matchAll(/<w:style (?:(?!<\/w:style>).)*<w:qFormat\/>/gs)].map(
      ([style]) => /w:styleId="([^"]*)"/.exec(style)?.[1],
    );
    const used = new Set(linesOf(bytes).map(({ style }) => style || 'Normal'));
    expect([...used].filter((style) => !shown.includes(style))).toEqual([]);
    expect(used.size).toBeGreaterThan(3);
  });

  it('repeats table heads and tears no row', () => {
    const xml = partsOf(reportOf(document, form).bytes).get('word/document.xml') ?? '';
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    for (const table of tables) {
      const rows = table.match(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs) ?? [];
      expect(rows[0]).toContain('<w:tblHeader/>');
      for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    }
    expect(tables.length).toBe(tablesOf(reportOf(document, form).bytes).length);
  });

  it('bears the mark of a draft where it depends on the signature', () => {
    const { bytes, draft } = reportOf(document, form);
    const depends = ['minutes', 'shortMinutes', 'extract', 'decisionTable'].includes(document);
    const mark = { uk: 'Проєкт', en: 'Draft', lt: 'Projektas', lv: 'Projekts' }[form];
    const headers = [...partsOf(bytes)].filter(([path]) => /^word\/header\d/.test(path)).map(([, xml]) => xml);
    expect(draft).toBe(depends);
    expect(headers.length).toBe(2);
    for (const header of headers) expect(header.includes(`>${mark}<`)).toBe(depends);
  });

  it('numbers pages from the second on', () => {
    const parts = partsOf(reportOf(document, form).bytes);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:titlePg/>');
    const relations = parts.get('word/_rels/document.xml.rels') ?? '';
    const part = (kind: 'header' | 'footer', type: string): string => {
      const id = new RegExp(`<w:${kind}Reference (?=[^>]*w:type="${type}")[^>]*r:id="([^"]+)"`).exec(xml)?.[1];
      const target = new RegExp(`<Relationship (?=[^>]*Id="${id}")[^>]*Target="([^"]+)"`).exec(relations)?.[1];
      return parts.get(`word/${target}`) ?? '';
    };
    const numbered = form === 'uk' || form === 'lt' ? 'header' : 'footer';
    expect(part(numbered, 'default')).toContain('PAGE');
    expect(part(numbered, 'first')).not.toContain('PAGE');
    expect(part(numbered === 'header' ? 'footer' : 'header', 'default')).not.toContain('PAGE');
  });
});

describe.runIf(hasMicrosoftValidator)('Microsoft’s validator', () => {
  it('finds nothing in any of them', { timeout: 300_000 }, async () => {
    const found: Record<string, unknown[]> = {};
    for (const { document, form } of papers) {
      const name = `${document}-${form}`;
      const findings = microsoftFindings(keepWordFile(name, reportOf(document, form).bytes));
      if (findings.length > 0) found[name] = findings;
    }
    expect(found).toEqual({});
  });
});

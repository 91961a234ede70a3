import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { makeImporter, type Importer } from '../../fixtures/tableFile.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let importer: Importer;
beforeAll(async () => {
  made = await makeWorkspace();
  importer = makeImporter(made);
});
afterAll(() => made.remove());

const workbook = (...sheets: { sheet: string; data: SheetData }[]): Promise<Buffer> => writeXlsxFile(sheets).toBuffer();

/** The same workbook with one part written otherwise. */
function rewrite(bytes: Buffer, path: string, change: (xml: string) => string): Buffer {
  const parts = unzipSync(bytes);
  const part = parts[path];
  if (!part) throw new Error(`no ${path} in ${Object.keys(parts).join(', ')}`);
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(change(Buffer.from(part).toString('utf8'))) }));
}

const heading = ['ПІБ', 'Посада', 'Установа', 'Телефон'];

describe('a workbook', () => {
  it('is read as text, whatever its cells are', async () => {
    const bytes = await workbook({
      sheet: 'Люди',
      data: [
        heading,
        ['Щур Юлія Іванівна', 'радниця', 'Рада', 380501234567],
        ['Крук Іван', { value: new Date(Date.UTC(2026, 0, 5)), type: Date, format: 'dd.mm.yyyy' }, true, null],
        [null, null, null, null],
        ['  Жук   Олег ', '', null, 0.5],
      ],
    });
    const preview = await importer.preview('people', bytes);
    expect(preview).toMatchObject({ sheets: ['Люди'], sheet: 'Люди', encoding: '', delimiter: '', hasHeader: true });
    expect(preview.rows.map(({ line, values }) => [line, values])).toEqual([
      [2, { fullName: 'Щур Юлія Іванівна', position: 'радниця', organisation: 'Рада', phone: '380501234567' }],
      [3, { fullName: 'Крук Іван', position: '2026-01-05', organisation: 'true' }],
      [5, { fullName: 'Жук Олег', phone: '0.5' }],
    ]);
  });

  it('has sheets to choose from; hidden ones are not offered', async () => {
    const bytes = await workbook(
      { sheet: 'Довідка «А» & Б', data: [['нічого']] },
      { sheet: 'Таємне', data: [['x']] },
      { sheet: 'Список', data: [heading, ['Щур Юлія', 'a', 'b', 'c']] },
    );
    const hidden = rewrite(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('name="Таємне"', 'state="hidden" name="Таємне"'),
    );
    const first = await importer.preview('people', hidden);
    expect(first).toMatchObject({ sheets: ['Довідка «А» & Б', 'Список'], sheet: 'Довідка «А» & Б' });
    const second = await importer.preview('people', hidden, { sheet: 'Список' });
    expect(second.rows).toMatchObject([{ values: { fullName: 'Щур Юлія' } }]);
    await expect(importer.preview('people', hidden, { sheet: 'Таємне' })).rejects.toMatchObject({
      code: 'sheetNotFound',
    });
  });

  it('has merged cells that stand for each row they span, and titles that do not', async () => {
    const bytes = await workbook({
      sheet: 'Список',
      data: [
        [{ value: 'Склад робочої групи', columnSpan: 3 }, null, null],
        ['Установа', 'ПІБ', 'Посада'],
        [{ value: 'Рада', rowSpan: 2 }, 'Щур Юлія', 'голова'],
        [null, 'Крук Іван', 'секретар'],
        ['Ліга', 'Жук Олег', { value: 'член', rowSpan: 2 }],
        ['Центр', 'Лис Ганна', null],
      ],
    });
    const preview = await importer.preview('people', bytes);
    expect(
      preview.rows.map(({ line, values }) => [line, values['organisation'], values['fullName'], values['position']]),
    ).toEqual([
      [3, 'Рада', 'Щур Юлія', 'голова'],
      [4, 'Рада', 'Крук Іван', 'секретар'],
      [5, 'Ліга', 'Жук Олег', 'член'],
      [6, 'Центр', 'Лис Ганна', 'член'],
    ]);
  });

  it('has formulas that stand for what they last came to, and nothing runs', async () => {
    const bytes = await workbook({
      sheet: 'a',
      data: [heading, ['Щур Юлія', 'посада', '=HYPERLINK("x")', "=cmd|'/C calc'!A0"]],
    });
    const computed = rewrite(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="B2"[^>]*>.*?<\/c>/u, '<c r="B2" t="str"><f>CONCATENATE("рад","ниця")</f><v>радниця</v></c>'),
    );
    const { rows } = await importer.preview('people', computed);
    expect(rows[0]?.values).toEqual({
      fullName: 'Щур Юлія',
      position: 'радниця',
      organisation: '=HYPERLINK("x")',
      phone: "=cmd|'/C calc'!A0",
    });
  });

  it('with a filled cell at the far corner is refused before it fills the memory', async () => {
    const bytes = await workbook({ sheet: 'a', data: [heading, ['Щур', 'a', 'b', 'c']] });
    const vast = rewrite(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
      ),
    );
    await expect(importer.preview('people', vast)).rejects.toMatchObject({ code: 'sheetTooLarge' });
    const empty = rewrite(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    );
    expect((await importer.preview('people', empty)).rows).toHaveLength(1);
  });

  it('that says it would unpack to more than fits is refused', async () => {
    const bytes = await workbook({ sheet: 'a', data: [heading] });
    // The unpacked size of an entry stands 24 bytes into its record of the central directory (APPNOTE 4.3.12).
    bytes.writeUInt32LE(301 * 1024 * 1024, bytes.indexOf('PK\u0001\u0002') + 24);
    await expect(importer.preview('people', bytes)).rejects.toMatchObject({ code: 'fileTooLarge' });
  });

  it('that is another kind of zip, or half of one, is refused in words', async () => {
    const other = Buffer.from(zipSync({ 'content.xml': strToU8('<office/>') }));
    await expect(importer.preview('people', other)).rejects.toMatchObject({ code: 'fileUnreadable' });
    const whole = await workbook({ sheet: 'a', data: [heading] });
    await expect(importer.preview('people', whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'fileUnreadable',
    });
    const broken = rewrite(
      whole,
      'xl/worksheets/sheet1.xml',
      () => '<worksheet><sheetData><row r="1"><c r="A1" t="s">',
    );
    await expect(importer.preview('people', broken)).rejects.toMatchObject({ code: expect.stringMatching(/^file/) });
  });
});

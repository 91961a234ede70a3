import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guessEncoding } from '../../../electron/core/files/tables/text.ts';
import { encode, makeImporter, type FileEncoding, type Importer } from '../../fixtures/tableFile.ts';
import { makeWorkspace, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let importer: Importer;
beforeAll(async () => {
  made = await makeWorkspace();
  importer = makeImporter(made);
});
afterAll(() => made.remove());

const encodings: FileEncoding[] = ['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16le-mark', 'utf-16be-mark', 'windows-1251'];
const delimiters = [',', ';', '\t'] as const;
const lineEnds = ['\n', '\r\n'] as const;
const cases = encodings.flatMap((encoding) =>
  delimiters.flatMap((delimiter) => lineEnds.map((lineEnd) => ({ encoding, delimiter, lineEnd }))),
);

const cell = (text: string) => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (rows: string[][], delimiter: string, lineEnd = '\n') =>
  rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd);

const people = [
  ['Прізвище', 'Ім’я', 'По батькові', 'Посада', 'Установа', 'Ел. пошта'],
  ['Ґалаґан', 'Їжак', 'Євгенович', 'голова; перший, «головний»', 'ГО "Пролісок"', 'one@agency.example'],
  ['Щур', 'Юлія', 'Іванівна', 'радниця\nз питань сім’ї', 'Рада № 5', 'two@agency.example'],
];

describe('a text table', () => {
  it.each(cases)('of $encoding, cells by "$delimiter", is read as it was written', async (way) => {
    const bytes = encode(table(people, way.delimiter, way.lineEnd), way.encoding);
    const preview = await importer.preview('people', bytes);
    expect(preview.encoding).toBe(way.encoding.replace('-mark', ''));
    expect(preview.delimiter).toBe(way.delimiter);
    expect(preview.hasHeader).toBe(true);
    expect(preview.columns.map(({ target }) => target)).toEqual([
      'surname',
      'givenName',
      'patronymic',
      'position',
      'organisation',
      'email',
    ]);
    expect(preview.rows.map(({ values }) => values)).toEqual([
      {
        surname: 'Ґалаґан',
        givenName: 'Їжак',
        patronymic: 'Євгенович',
        position: 'голова; перший, «головний»',
        organisation: 'ГО "Пролісок"',
        email: 'one@agency.example',
      },
      {
        surname: 'Щур',
        givenName: 'Юлія',
        patronymic: 'Іванівна',
        position: 'радниця з питань сім’ї',
        organisation: 'Рада № 5',
        email: 'two@agency.example',
      },
    ]);
    expect(preview.counts).toEqual({ new: 2, update: 0, duplicate: 0, same: 0, error: 0 });
  });

  it('counts lines as an editor does: empty ones, and those inside of quotes', async () => {
    const text = 'Прізвище;Посада\n\nПерша;"один\nдва\r\nтри"\n;\nДруга;x\n';
    const { rows } = await importer.preview('people', text);
    expect(rows.map(({ line, values }) => [line, values['surname']])).toEqual([
      [3, 'Перша'],
      [7, 'Друга'],
    ]);
  });

  it('takes Excel’s word for the delimiter', async () => {
    const { delimiter, rows } = await importer.preview('people', 'sep=;\r\nПрізвище;Посада\r\nПерша;"a,b,c"\r\n');
    expect(delimiter).toBe(';');
    expect(rows).toMatchObject([{ line: 3, values: { surname: 'Перша', position: 'a,b,c' } }]);
  });

  it('may be read otherwise than guessed', async () => {
    const bytes = encode('Прізвище;Ім’я\nЩур;Юлія', 'windows-1251');
    const wrong = await importer.preview('people', bytes, { encoding: 'windows-1257', delimiter: ',' });
    expect(wrong.encoding).toBe('windows-1257');
    expect(wrong.columns).toHaveLength(1);
    const right = await importer.preview('people', bytes, { encoding: 'windows-1251', delimiter: ';' });
    expect(right.rows[0]?.values).toEqual({ surname: 'Щур', givenName: 'Юлія' });
  });

  it('of Lithuanian Excel is read in the Baltic code page', async () => {
    // „Rūta Šimkutė“, „Žemaitė“ as Windows-1257 has them.
    const bytes = Buffer.from([
      ...Buffer.from('Vardas;Pavarde\nR'),
      0xfb,
      ...Buffer.from('ta;'),
      0xd0,
      ...Buffer.from('imkut'),
      0xeb,
      ...Buffer.from('\nOna;'),
      0xde,
      ...Buffer.from('emait'),
      0xeb,
    ]);
    expect(guessEncoding(bytes)).toBe('windows-1257');
    const { rows } = await importer.preview('people', bytes);
    expect(rows.map(({ values }) => values['surname'])).toEqual(['Šimkutė', 'Žemaitė']);
  });

  it('may have a title above the heading, or no heading', async () => {
    const titled = 'Список учасників засідання;;\nвід 12.03.2026;;\n№;ПІБ;Установа\n1;Щур Юлія Іванівна;Рада\n';
    const preview = await importer.preview('people', titled);
    expect(preview.columns.map(({ header, target }) => [header, target])).toEqual([
      ['№', null],
      ['ПІБ', 'fullName'],
      ['Установа', 'organisation'],
    ]);
    expect(preview.rows.map(({ line }) => line)).toEqual([4]);

    const bare = await importer.preview('people', 'Щур;Юлія\nКрук;Іван\n', { mapping: ['surname', 'givenName'] });
    expect(bare.hasHeader).toBe(false);
    expect(bare.rows).toHaveLength(2);
    const said = await importer.preview('people', 'Щур;Юлія\nКрук;Іван\n', { hasHeader: true });
    expect(said.columns.map(({ header }) => header)).toEqual(['Щур', 'Юлія']);
    expect(said.rows).toHaveLength(1);
  });

  it('joins several columns of one target, and leaves out those of none', async () => {
    const { rows } = await importer.preview('people', 'a;b;c;d\nЩур;Юлія;Іванівна;x', {
      hasHeader: true,
      mapping: ['surname', 'givenName', 'givenName', 'password'],
    });
    expect(rows[0]?.values).toEqual({ surname: 'Щур', givenName: 'Юлія Іванівна' });
  });

  it('loses what no screen shows, and keeps a formula as the text it is', async () => {
    const { rows } = await importer.preview(
      'people',
      "Прізвище;Посада;Примітка\n\u0007Щ\u200bур\u0000;=cmd|' /C calc'!A0;+38 (050) <script>alert(1)</script>\n",
    );
    expect(rows[0]?.values).toEqual({
      surname: 'Щур',
      position: "=cmd|' /C calc'!A0",
      note: '+38 (050) <script>alert(1)</script>',
    });
  });

  it.each([
    ['', 'fileEmpty'],
    ['\n ; \n', 'fileEmpty'],
    ['Прізвище;Посада\nЩур;"без кінця\nКрук;x\n', 'quotesOpen'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'oldWorkbook'],
    [Buffer.from('PK\u0003\u0004 broken'), 'fileUnreadable'],
  ])('that cannot be one says why (%#)', async (bytes, code) => {
    await expect(importer.preview('people', bytes)).rejects.toMatchObject({ code });
  });

  it('names the line on which a quotation mark was opened and never closed', async () => {
    await expect(importer.preview('people', 'Прізвище;Посада\nЩур;a\nКрук;"b\n')).rejects.toMatchObject({
      params: { line: 3 },
    });
  });

  it('has limits of bytes and rows', async () => {
    await expect(importer.preview('people', Buffer.alloc(21 * 1024 * 1024, 'a;b\n'))).rejects.toMatchObject({
      code: 'fileTooLarge',
      params: { name: 'list.csv', most: 20 },
    });
    await expect(importer.preview('people', `Прізвище\n${'Щур\n'.repeat(50_000)}`)).rejects.toMatchObject({
      code: 'tooManyRows',
      params: { rows: 50_001, most: 50_000 },
    });
  });

  it('that was chosen too long ago has to be chosen again', async () => {
    await expect(importer.preview('people', 'x', { ticket: 'no such ticket' })).rejects.toMatchObject({
      code: 'ticketExpired',
    });
  });
});

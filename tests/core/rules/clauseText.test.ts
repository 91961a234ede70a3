import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldPartsOf,
  fieldsOf,
  fillClauseText,
  parseClauseText,
  plainClauseText,
  writeClauseText,
  type Paragraph,
  type Part,
} from '../../../shared/rules/clauseText.ts';

const text = (words: string, look: { bold?: boolean; italic?: boolean } = {}): Part => ({
  kind: 'text',
  text: words,
  bold: look.bold ?? false,
  italic: look.italic ?? false,
});
const field = (key: string, label = ''): Part => ({ kind: 'field', key, label, bold: false, italic: false });

describe('the text of a clause', () => {
  it.each<[string, Paragraph[]]>([
    ['', [{ parts: [] }]],
    [
      'Сторони **домовилися** _взаємно_.',
      [
        {
          parts: [
            text('Сторони '),
            text('домовилися', { bold: true }),
            text(' '),
            text('взаємно', { italic: true }),
            text('.'),
          ],
        },
      ],
    ],
    ['**обидва _разом_**', [{ parts: [text('обидва ', { bold: true }), text('разом', { bold: true, italic: true })] }]],
    [
      'до [[endsOn]] або [[?:скільки днів]]',
      [{ parts: [text('до '), field('endsOn'), text(' або '), field('?', 'скільки днів')] }],
    ],
    ['один\r\nдва\nтри', [{ parts: [text('один')] }, { parts: [text('два')] }, { parts: [text('три')] }]],
  ])('%j', (given, paragraphs) => {
    expect(parseClauseText(given)).toEqual(paragraphs);
  });

  it.each([
    ['підпис ________', 'підпис ________'],
    ['5 * 4 ** 3', '5 * 4 ** 3'],
    ['file_name', 'file_name'],
    ['[[not closed', '[[not closed'],
    ['[[]] [[two words]]', '[[]] [[two words]]'],
    [String.raw`\*\*no bold\*\* \[\[no field\]\]`, '**no bold** [[no field]]'],
    ['*** ****', '*** ****'],
  ])('what is no markup is words: %j', (given, words) => {
    const [paragraph] = parseClauseText(given);
    expect(paragraph?.parts).toEqual([text(words)]);
  });

  it('knows its fields', () => {
    const given = '[[party.1.name]] і [[party.2.name]]\n[[party.1.name]] [[?:а]] [[?:б]]';
    expect(fieldsOf(given)).toEqual(['party.1.name', 'party.2.name', '?']);
    expect(fieldPartsOf(given).map(({ key, label }) => key + label)).toEqual([
      'party.1.name',
      'party.2.name',
      'party.1.name',
      '?а',
      '?б',
    ]);
  });

  it('puts values in as words, in the look of the field, and keeps the fields without one', () => {
    const given = 'м. **[[place]]**, [[signedOn:дата підписання]] [[constructor]]';
    const filled = fillClauseText(given, { place: 'Суми *_', signedOn: '' });
    expect(filled).toBe(String.raw`м. **Суми \*\_**, [[signedOn:дата підписання]] [[constructor]]`);
    expect(plainClauseText(filled)).toBe('м. Суми *_, дата підписання ____');
  });

  const words = fc
    .oneof(fc.string(), fc.stringMatching(/^[a*_[\]\\: ]{0,12}$/))
    .map((each) => each.replaceAll(/[\r\n]/g, ' '));
  const look = { bold: fc.boolean(), italic: fc.boolean() };
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: words, ...look }),
    fc.record({
      kind: fc.constant('field' as const),
      key: fc.constantFrom('place', 'party.1.name', '?', 'x-1'),
      label: words,
      ...look,
    }),
  );
  const paragraphs = fc.array(fc.record({ parts: fc.array(part, { maxLength: 8 }) }), { minLength: 1, maxLength: 5 });
  /** The same paragraphs without empty parts and with neighbours of one look put together. */
  const settled = (given: Paragraph[]): Paragraph[] =>
    given.map(({ parts }) => {
      const result: Part[] = [];
      for (const each of parts) {
        const last = result.at(-1);
        if (each.kind === 'text' && each.text === '') continue;
        if (each.kind === 'text' && last?.kind === 'text' && last.bold === each.bold && last.italic === each.italic)
          result[result.length - 1] = { ...last, text: last.text + each.text };
        else result.push(each);
      }
      return { parts: result };
    });

  it('reads what it has written as the same paragraphs, whatever the words', () => {
    fc.assert(
      fc.property(paragraphs, (given) => {
        expect(parseClauseText(writeClauseText(given))).toEqual(settled(given));
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text, and writing it again changes nothing of what it says', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a*_[\]\\:?\n ]{0,30}$/));
    fc.assert(
      fc.property(anything, (given) => {
        const once = parseClauseText(given);
        expect(parseClauseText(writeClauseText(once))).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a very long text in its stride', () => {
    for (const piece of ['[[a:', '**_', '[[', '\\', '[[a:\\[']) {
      const begun = performance.now();
      parseClauseText(piece.repeat(100_000));
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
  });
});

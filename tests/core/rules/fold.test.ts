import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldPersonName, foldText, foldWithPositions } from '../../../shared/rules/fold.ts';

describe('folding for search', () => {
  it.each([
    ['П’ятниця', 'пятниця'],
    ["п'ятниця", 'пятниця'],
    ['пʼятниця', 'пятниця'],
    ['п‘ятниця', 'пятниця'],
    ['ПЯТНИЦЯ', 'пятниця'],
    ['Ґанок', 'ганок'],
    ['Ёлкина', 'елкина'],
    ['Šiaulių rajono savivaldybė', 'siauliu rajono savivaldybe'],
    ['Rīgas pašvaldības ķīmiķis', 'rigas pasvaldibas kimikis'],
    ['  два\u00a0\n слова ', 'два слова'],
    ['кінець–початок', 'кінець-початок'],
    ['Straße', 'strasse'],
    ['Żółć', 'zolc'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps the letters of Ukrainian that are letters of their own', () => {
    expect(foldText('Їжакевич йде')).toBe('їжакевич йде');
    expect(foldText('и') === foldText('і')).toBe(false);
  });

  it('reads Latin letters inside a Cyrillic word, and the other way round', () => {
    expect(foldText('пoліція')).toBe('поліція');
    expect(foldText('Рoltava')).toBe('poltava');
    expect(foldText('cоc')).toBe('сос');
  });

  it('reads letters composed of letter and mark', () => {
    expect(foldText('Край, ї'.normalize('NFD'))).toBe('край, ї');
    expect(foldText('šeštadienis'.normalize('NFD'))).toBe('sestadienis');
  });

  it('leaves quotation marks that stand outside words', () => {
    expect(foldText("'так' сказав")).toBe("'так' сказав");
  });

  it('does not change what is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells for every place where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const folded = foldWithPositions(text);
        expect(folded.at).toHaveLength(folded.text.length + 1);
        expect(folded.at).toEqual(folded.at.toSorted((a, b) => a - b));
        expect(folded.at.at(-1)).toBe(text.length);
      }),
      { numRuns: 500 },
    );
    const { text, at } = foldWithPositions('до П’ятниці!');
    const found = text.indexOf('пятниці');
    expect('до П’ятниці!'.slice(at[found], at[found + 7])).toBe('П’ятниці');
  });
});

describe('folding names for duplicates', () => {
  it.each([
    ['ТОВ «Світло»', 'Світло'],
    ['TOB "Світло"', 'ТОВ Світло'],
    ['Громадська організація «Ліга соціальних працівників»', 'ГО Ліга соціальних працівників'],
    ['БО «100 % життя»', 'Благодійна організація «100% життя»'],
    ['VšĮ „Dingusių žmonių šeimų paramos centras“', 'Viešoji įstaiga Dingusiu zmoniu seimu paramos centras'],
    ['SIA “Gaisma”', 'Gaisma SIA'],
    ['Biedrība "Patvērums “Drošā māja”"', 'Patvērums Drošā māja'],
    ['NGO La Strada-Ukraine', 'La Strada Ukraine'],
    ['МОМ', 'MOM'],
    ['ГО «Поряд», ТОВ', 'поряд'],
  ])('%j and %j are one', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
    expect(foldName(one)).not.toBe('');
  });

  it.each([
    ['ГО «Світло»', 'ГО «Світанок»'],
    ['Гора', 'ра'],
    ['Поліція Сум', 'Поліція Полтави'],
    ['Товариство', 'ариство'],
    ['ГО', 'ТОВ'],
  ])('%j and %j are two', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('has no key for nothing', () => {
    expect(foldName(' «» – ')).toBe('');
    expect(foldPersonName('', ' ')).toBe('');
  });

  it('knows a person whatever the order of the parts', () => {
    expect(foldPersonName('Мар’яненко', 'Олена', 'Петрівна')).toBe(foldPersonName("олена Мар'яненко", 'Петрівна'));
    expect(foldPersonName('Bērziņa', 'Līga')).toBe(foldPersonName('LIGA BERZINA'));
    expect(foldPersonName('Іваненко', 'Ірина')).toBe(foldPersonName('Iваненко', 'Iрина'));
    expect(foldPersonName('Член', '7')).not.toBe(foldPersonName('Член', '8'));
  });
});

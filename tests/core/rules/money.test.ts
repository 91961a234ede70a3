import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { languages } from '../../../shared/languages.ts';
import {
  addAmounts,
  convert,
  currencies,
  currencyDigits,
  formatAmount,
  formatMoney,
  isCurrency,
  parseMoney,
} from '../../../shared/rules/money.ts';
import { formatScaled, largestEntry, largestFigure, parseScaled } from '../../../shared/rules/scaled.ts';

const space = '\u00a0';
const anyAmount = fc.integer({ min: -largestEntry, max: largestEntry });

describe('Writing a sum', () => {
  it('has the signs and the order of each language', () => {
    expect(languages.map((language) => formatMoney(123_450, 'EUR', language))).toEqual([
      `1${space}234,50${space}EUR`,
      `EUR${space}1,234.50`,
      `1${space}234,50${space}EUR`,
      `1${space}234,50${space}EUR`,
    ]);
    expect(formatMoney(-64_000_000, 'UAH', 'uk')).toBe(`−640${space}000,00${space}грн`);
    expect(formatMoney(5, 'UAH', 'en')).toBe(`UAH${space}0.05`);
    expect(formatAmount(4_939_200, 'EUR', 'en')).toBe('49,392.00');
  });

  it('has as many digits as the currency', () => {
    expect([currencyDigits('UAH'), currencyDigits('HUF'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([
      2, 2, 0, 3,
    ]);
    expect(formatAmount(1234, 'JPY', 'en')).toBe('1,234');
    expect(formatAmount(1234, 'KWD', 'lt')).toBe('1,234');
  });

  it('keeps the last digit of the largest sums', () => {
    expect(formatAmount(8_999_999_999_999_999, 'EUR', 'en')).toBe('89,999,999,999,999.99');
  });

  it('names each currency once', () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(['UAH', 'EUR', 'LTL'].every(isCurrency)).toBe(true);
    expect(isCurrency('ABC')).toBe(false);
  });
});

describe('Reading a sum', () => {
  it.each([
    ['1 234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1234', 123_400],
    ['1234,5', 123_450],
    ['1,234', 123_400],
    ['1.234', 123_400],
    ['12,345,678', 1_234_567_800],
    ['1\u202f234,5', 123_450],
    ['0,05', 5],
    [',5', 50],
    ['−5', -500],
    ['- 1 000', -100_000],
    ['1,500 EUR', 150_000],
    ['€ 12.5', 1250],
    ['5,00000', 500],
  ])('takes %s', (text, amount) => {
    expect(parseMoney(text, 'EUR')).toBe(amount);
  });

  it.each(['', '-', 'abc', '1,2345', '0,123', '1 23', '12,34,567', '1e5', '5 USD', '1.2.3', '100000000000,01', '٣'])(
    'refuses “%s”',
    (text) => {
      expect(parseMoney(text, 'EUR')).toBeNull();
    },
  );

  it('takes the words of the hryvnia and thousandths where the currency has them', () => {
    expect(parseMoney('640 тис', 'UAH')).toBeNull();
    expect(parseMoney('640 000,50 грн.', 'UAH')).toBe(64_000_050);
    expect(parseMoney('1.234', 'KWD')).toBe(1234);
    expect(parseMoney('1.234', 'JPY')).toBe(1234);
    expect(parseMoney('1.5', 'JPY')).toBeNull();
  });

  it('reads back whatever it wrote, in every language and currency', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.constantFrom(...currencies),
        fc.constantFrom(...languages),
        (amount, currency, language) => {
          expect(parseMoney(formatMoney(amount, currency, language), currency)).toBe(amount);
        },
      ),
    );
  });

  it('reads back a figure of an indicator with the decimals it has', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...languages),
        (value, decimals, language) => {
          const read = parseScaled(formatScaled(value, decimals, language), decimals);
          expect(read).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });
});

describe('Changing one currency into another', () => {
  it('rounds a half away from zero', () => {
    expect(convert(1, 500_000)).toBe(1);
    expect(convert(-1, 500_000)).toBe(-1);
    expect(convert(1, 499_999)).toBe(0);
    expect(convert(3, 500_000)).toBe(2);
    expect(convert(10_000, 43_123_456)).toBe(431_235);
  });

  it('knows that a yen has no hundredths', () => {
    expect(convert(1000, 6_200, { from: 'JPY', to: 'EUR' })).toBe(620);
    expect(convert(620, 161_290_000, { from: 'EUR', to: 'JPY' })).toBe(1000);
  });

  it('is exact beyond 2^53 and refuses what it could not tell', () => {
    expect(convert(8_999_999_999_999_999, 1_000_000)).toBe(8_999_999_999_999_999);
    expect(convert(123_456_789_012_345, 1_000_001)).toBe(123_456_912_469_134);
    expect(() => convert(largestFigure, 2_000_000)).toThrow(AppError);
  });

  it('is the nearest whole number, and the same for what is owed as for what is paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        (amount, rate) => {
          const result = convert(amount, rate);
          const off = BigInt(amount) * BigInt(rate) - BigInt(result) * 1_000_000n;
          expect(off >= -500_000n && off <= 500_000n).toBe(true);
          expect(convert(-amount, rate)).toBe(result === 0 ? 0 : -result);
        },
      ),
    );
  });
});

describe('Adding sums', () => {
  it('is exact or refused', () => {
    expect(addAmounts()).toBe(0);
    expect(addAmounts(largestFigure - 1, 1)).toBe(largestFigure);
    expect(() => addAmounts(largestFigure, 1)).toThrow(AppError);
  });
});

import type { Language } from '../../../shared/languages.ts';
import { currencyDigits } from '../../../shared/rules/money.ts';
import { formatScaled, largestFigure, parseScaled } from '../../../shared/rules/scaled.ts';
import type { FigureKind } from '../fields/FigureField.tsx';

/** A sum told in thousands, as the annex of a programme does: 12,5 is 12 500 hryvnias. */
export const thousandsOf = (currency: string): FigureKind => {
  const digits = currencyDigits(currency);
  return {
    parse: (text) => {
      // three decimals first: 45,125 thousand is no forty-five million
      const whole = parseScaled(text, 3);
      const value = whole === null ? parseScaled(text, 3 + digits) : whole * 10 ** digits;
      return value === null || Math.abs(value) > largestFigure ? null : value;
    },
    format: (value, language: Language) =>
      formatScaled(value, 3 + digits, language)
        .replace(/(?<=[.,]\d*?)0+$/u, '')
        .replace(/[.,]$/u, ''),
  };
};

import { useTranslation } from 'react-i18next';
import { formatAmount, parseMoney, rateDigits } from '../../../shared/rules/money.ts';
import { formatScaled, parseScaled } from '../../../shared/rules/scaled.ts';
import type { Language } from '../../../shared/languages.ts';
import type { FieldProps } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';

/** How a figure is written and read: a whole number of minor units behind it. */
export type FigureKind = {
  parse: (text: string) => number | null;
  format: (value: number, language: Language) => string;
};

/** A sum in the minor units of a currency. */
export const amountOf = (currency: string): FigureKind => ({
  parse: (text) => parseMoney(text, currency),
  format: (value, language) => formatAmount(value, currency, language),
});

/** A figure of so many decimals. */
export const scaledOf = (decimals: number): FigureKind => ({
  parse: (text) => parseScaled(text, decimals),
  format: (value, language) => formatScaled(value, decimals, language),
});

/** A rate of exchange in millionths, without the noughts at its end. */
export const rateKind: FigureKind = {
  parse: (text) => {
    // 41,125 is no forty thousand: nobody parts the thousands of a rate with a single sign
    const value = parseScaled(
      text.trim().replace(/^\d+[.,]\d{3}$/u, (rate) => `${rate}0`),
      rateDigits,
    );
    return value === null || value <= 0 ? null : value;
  },
  format: (value, language) => formatScaled(value, rateDigits, language).replace(/(?<=[.,]\d{2}\d*?)0+$/u, ''),
};

/** What a field holds: nothing, a figure, or words that are no figure. */
export const figureIn = (text: string, kind: FigureKind): number | null | undefined =>
  text.trim() === '' ? null : (kind.parse(text) ?? undefined);

/** The words of a figure, to begin a field with. */
export const figureText = (value: number | null, kind: FigureKind, language: Language): string =>
  value === null ? '' : kind.format(value, language);

/** A figure as people write it (1 234,56 · 1,234.56 · 1234); says at once when it is none, writes it out when it is left. */
export const FigureField = ({
  text,
  onText,
  kind,
  wrong,
  takesFocus,
  ...field
}: FieldProps & {
  text: string;
  onText: (text: string) => void;
  kind: FigureKind;
  /** What is to be said of words that are no figure. */
  wrong?: string;
  takesFocus?: boolean;
}) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const value = figureIn(text, kind);
  return (
    <TextInput
      {...field}
      takesFocus={takesFocus}
      inputProps={{ inputMode: 'decimal' }}
      value={text}
      onChange={onText}
      onBlur={() => {
        if (value !== undefined && value !== null) onText(kind.format(value, language));
      }}
      error={field.error ?? (value === undefined ? (wrong ?? t('money.noAmount')) : undefined)}
    />
  );
};

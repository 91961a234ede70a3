import { AppError } from '../errors.ts';
import type { Language } from '../languages.ts';
import { formatScaled, largestFigure, parseScaled } from './scaled.ts';

/** First those that projects here are paid in; LTL, LVL and EEK for projects of the years before the euro. */
const near = ['UAH', 'EUR', 'USD', 'PLN', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'CZK', 'MDL', 'LTL', 'LVL', 'EEK'];
const others =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CLP ' +
  'CNY COP CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD ' +
  'IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MGA MKD MMK MNT MOP MRU MUR ' +
  'MVR MWK MXN MYR MZN NAD NGN NIO NPR NZD OMR PAB PEN PGK PHP PKR PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SGD SHP ' +
  'SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UGX UYU UZS VED VES VND VUV WST XAF XCD XOF ' +
  'XPF YER ZAR ZMW ZWG';

/** Codes of ISO 4217, the likely ones first. */
export const currencies: string[] = [...near, ...others.split(' ')];
const known = new Set(currencies);
export const isCurrency = (code: string): boolean => known.has(code);

const without = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const thousandths = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** Digits of the minor unit by ISO 4217: 2 of most, so that an amount of 1234 is 12.34. */
export const currencyDigits = (currency: string): number =>
  without.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2;

/** How a sum names its currency: the hryvnia in Ukrainian by its word, everything else by its code. */
export const currencyMark = (currency: string, language: Language): string =>
  currency === 'UAH' && language === 'uk' ? 'грн' : currency;

/** The figure alone, for columns whose heading names the currency: 1 234,50. */
export const formatAmount = (amount: number, currency: string, language: Language): string =>
  formatScaled(amount, currencyDigits(currency), language);

/** A sum of minor units as it is written: 1 234,50 грн · EUR 1,234.50 · 1 234,50 EUR. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  const figure = formatAmount(amount, currency, language);
  const mark = currencyMark(currency, language);
  return language === 'en' ? `${mark}\u00a0${figure}` : `${figure}\u00a0${mark}`;
}

const marks: Record<string, RegExp> = {
  UAH: /(?:UAH|грн\.?|₴)/iu,
  EUR: /(?:EUR|€)/iu,
  USD: /(?:USD|\$)/iu,
  PLN: /(?:PLN|zł)/iu,
  GBP: /(?:GBP|£)/iu,
  LTL: /(?:LTL|Lt)/iu,
  LVL: /(?:LVL|Ls)/iu,
};

/**
 * Minor units of what a person typed: `1 234,56`, `1,234.56`, `1234`, also with the currency's own code or sign beside
 * it. Null: no sum, a fraction of the minor unit, or beyond `largestEntry`.
 */
export function parseMoney(text: string, currency: string): number | null {
  const mark = (marks[currency] ?? new RegExp(currency, 'iu')).source;
  const bare = text.replace(new RegExp(`^\\s*${mark}|${mark}\\s*$`, 'giu'), '');
  return parseScaled(bare, currencyDigits(currency));
}

/** Rates are millionths of one currency for one unit of the other. */
export const rateDigits = 6;

/** The currencies of a conversion, for their minor units; without them both have the same. */
export type Conversion = { from: string; to: string };

const power = (digits: number): bigint => 10n ** BigInt(digits);

/** The quotient of whole numbers, rounded to the nearest; a half goes away from zero, as accountants round. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [above, below] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (above * 2n + below) / (below * 2n);
  return negative ? -rounded : rounded;
}

/** As a plain number. Throws `amountTooLarge` beyond `largestFigure`. */
export function plainAmount(exact: bigint): number {
  if (exact > BigInt(largestFigure) || exact < -BigInt(largestFigure)) throw new AppError('amountTooLarge');
  return Number(exact);
}

/**
 * Minor units of another currency by a rate in millionths, rounded once, half away from zero. The product is made in
 * BigInt: it passes 2^53 with sums of any size. Throws `amountTooLarge`.
 */
export function convert(amount: number, rate: number, { from, to }: Conversion = { from: '', to: '' }): number {
  const product = BigInt(amount) * BigInt(rate) * power(currencyDigits(to));
  return plainAmount(divideRounded(product, power(rateDigits) * power(currencyDigits(from))));
}

/** A sum that is exact or refused (`amountTooLarge`), never one that lost its last digit. */
export function addAmounts(...amounts: number[]): number {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (Math.abs(sum) > largestFigure) throw new AppError('amountTooLarge');
  }
  return sum;
}

import { AppError } from '../../../../shared/errors.ts';
import { isCurrency } from '../../../../shared/rules/money.ts';
import { largestEntry } from '../../../../shared/rules/scaled.ts';

/** Throws `amountTooLarge`: entered figures are so bounded that hundreds of the largest can still be added up exactly. */
export function requireAmount(amount: number | null | undefined, field: string) {
  if (amount !== null && amount !== undefined && Math.abs(amount) > largestEntry)
    throw new AppError('amountTooLarge', {}, field);
}

/** Throws `currencyUnknown`: no code of ISO 4217. */
export function requireCurrency(currency: string | undefined, field = 'currency') {
  if (currency !== undefined && !isCurrency(currency)) throw new AppError('currencyUnknown', { currency }, field);
}

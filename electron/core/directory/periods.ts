import { AppError } from '../../../shared/errors.ts';

/** Refuses a period that ends before it begins. Throws `endBeforeStart`. */
export function requireInOrder(startsOn: string | null | undefined, endsOn: string | null | undefined) {
  if (startsOn && endsOn && endsOn < startsOn) throw new AppError('endBeforeStart', {}, 'endsOn');
}

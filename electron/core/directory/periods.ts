import { AppError } from '../../../shared/errors.ts';

/** From–to, both days included; null is open. */
export interface Period {
  startsOn: string | null;
  endsOn: string | null;
}

export const holdsOn = ({ startsOn, endsOn }: Period, on: string): boolean =>
  (startsOn === null || startsOn <= on) && (endsOn === null || endsOn >= on);

/** Refuses a period that ends before it begins. Throws `endBeforeStart`. */
export function requireInOrder(startsOn: string | null | undefined, endsOn: string | null | undefined) {
  if (startsOn && endsOn && endsOn < startsOn) throw new AppError('endBeforeStart', {}, 'endsOn');
}

/** Refuses a change of one end of a stored period that would turn it round. Throws `endBeforeStart`. */
export function requireStillInOrder(
  before: Period | undefined,
  patch: { startsOn?: string | null | undefined; endsOn?: string | null | undefined },
) {
  requireInOrder(
    patch.startsOn === undefined ? before?.startsOn : patch.startsOn,
    patch.endsOn === undefined ? before?.endsOn : patch.endsOn,
  );
}

import { addMonths, type IsoDay } from '../../../shared/dates.ts';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { Language } from '../../../shared/languages.ts';
import { findTypedDates } from '../../../shared/rules/typedDates.ts';
import type { Name } from '../names/names.ts';
import type { FoundName } from '../names/recognise.ts';

/** What the text of a decision says that its record does not have yet. */
export type Offers = { dueOn: IsoDay | null; assignees: readonly Name[] };

export const noOffers: Offers = { dueOn: null, assignees: [] };

/**
 * Reads a decision's text: the last deadline in it and the bodies and people it names. A deadline is offered while it
 * differs from the one that is set; names only as long as nobody is assigned, for a text names others too.
 */
export const readOffers = (
  text: string,
  decision: Pick<DecisionView, 'dueOn' | 'assignees'> | undefined,
  findNames: (text: string) => readonly FoundName[],
  options: { today: IsoDay; language: Language },
): Offers => {
  if (text === '') return noOffers;
  const latest = addMonths(options.today, 120);
  const due = findTypedDates(text, options)
    .filter(({ kind, day }) => kind === 'due' && day >= options.today && day <= latest)
    .at(-1);
  const dueOn = due === undefined || due.day === (decision?.dueOn ?? null) ? null : due.day;
  const assigned = (decision?.assignees.length ?? 0) > 0;
  const named = assigned ? [] : findNames(text).map(({ name }) => name);
  return { dueOn, assignees: [...new Map(named.map((name) => [name.key, name])).values()] };
};

export const hasOffers = ({ dueOn, assignees }: Offers): boolean => dueOn !== null || assignees.length > 0;

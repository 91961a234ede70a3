import { addDays, addMonths, daysBetween, endOfMonth, startOfWeek, type IsoDay } from '../../../shared/dates.ts';

/** How much of the calendar a column of the timeline is. */
export const scaleUnits = ['week', 'month', 'quarter'] as const;
export type ScaleUnit = (typeof scaleUnits)[number];

/** Days as pixels: `left` of a day is `daysBetween(startsOn, day) * perDay`. */
export type Scale = {
  unit: ScaleUnit;
  startsOn: IsoDay;
  /** Number of days shown. */
  days: number;
  perDay: number;
};

/** The least width of a day, so that a column holds its words: a week 56, a month 38, a quarter 46 pixels. */
const least: Record<ScaleUnit, number> = { week: 8, month: 1.24, quarter: 0.5 };

/** More than this a day is never wide, however short the project. */
const widest: Record<ScaleUnit, number> = { week: 28, month: 8, quarter: 2.5 };

const firstOf = (day: IsoDay, unit: ScaleUnit): IsoDay => {
  if (unit === 'week') return startOfWeek(day);
  const month = `${day.slice(0, 8)}01`;
  return unit === 'month' ? month : addMonths(month, -((Number(day.slice(5, 7)) - 1) % 3));
};

const next = (day: IsoDay, unit: ScaleUnit): IsoDay => {
  if (unit === 'week') return addDays(day, 7);
  return addMonths(day, unit === 'month' ? 1 : 3);
};

/**
 * The scale that shows the days from `first` until `last` and a column more on both sides of what is not already free.
 * @param width pixels there are; where there is room the days are drawn wider to fill it
 */
export function makeScale(first: IsoDay, last: IsoDay, unit: ScaleUnit, width: number): Scale {
  const startsOn = firstOf(first, unit);
  let end = startsOn;
  while (end <= last) end = next(end, unit);
  // a little air after the last bar for its words
  end = next(end, unit);
  const days = daysBetween(startsOn, end);
  return { unit, startsOn, days, perDay: Math.min(widest[unit], Math.max(least[unit], width / days)) };
}

export const widthOf = ({ days, perDay }: Scale): number => Math.round(days * perDay);

/** The left edge of a day, in pixels. */
export const leftOf = (scale: Scale, day: IsoDay): number => daysBetween(scale.startsOn, day) * scale.perDay;

/** From the beginning of the first day to the end of the last one. */
export const spanOf = (scale: Scale, from: IsoDay, until: IsoDay): { left: number; width: number } => {
  const left = leftOf(scale, from);
  return { left, width: leftOf(scale, addDays(until, 1)) - left };
};

/** As many whole days as a distance in pixels is, to the nearest. */
export const daysIn = (scale: Scale, pixels: number): number => {
  const days = Math.round(pixels / scale.perDay);
  return days === 0 ? 0 : days;
};

export type Column = { day: IsoDay; left: number; width: number };

/** The columns of a scale, and the heads over them: years, over weeks the months. */
export function columnsOf(scale: Scale): { columns: Column[]; heads: Column[] } {
  const end = addDays(scale.startsOn, scale.days);
  const columns: Column[] = [];
  for (let day = scale.startsOn; day < end; day = next(day, scale.unit)) {
    const left = leftOf(scale, day);
    columns.push({ day, left, width: leftOf(scale, next(day, scale.unit)) - left });
  }
  const heads: Column[] = [];
  const over = (day: IsoDay): IsoDay =>
    scale.unit === 'week' ? addDays(endOfMonth(day), 1) : `${Number(day.slice(0, 4)) + 1}-01-01`;
  for (let day = scale.startsOn; day < end; day = over(day)) {
    const left = leftOf(scale, day);
    const until = over(day) < end ? over(day) : end;
    heads.push({ day, left, width: leftOf(scale, until) - left });
  }
  return { columns, heads };
}

import { formatDay, formatTime, timeOfDay, today } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';

/** An instant (ISO text) as day and time of this computer: «21.11.2026, 10:05». */
export const momentWords = (instant: string, language: Language): string => {
  const when = new Date(instant);
  return `${formatDay(today(when), language)}, ${formatTime(timeOfDay(when), language)}`;
};

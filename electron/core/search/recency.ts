const threeYears = 3 * 365;

/** From 1 (today, to come, or without a day) towards 0 over the years. */
export function recency(day: string | null, today: string): number {
  if (day === null) return 1;
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  return Number.isNaN(days) ? 0 : Math.exp(-Math.max(0, days) / threeYears);
}

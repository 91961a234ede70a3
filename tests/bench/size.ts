/** How much a generated workspace holds. */
export interface Size {
  groups: number;
  meetings: number;
  speeches: number;
  decisions: number;
  memoranda: number;
  projects: number;
  /** Of the first project: what one timeline and one matrix have to bear. */
  activitiesOfFirst: number;
  /** Of all others together. */
  activities: number;
  indicatorValues: number;
  /** At each group's table. */
  seats: number;
}

export const sampleSize: Size = {
  groups: 3,
  meetings: 6,
  speeches: 60,
  decisions: 60,
  memoranda: 2,
  projects: 3,
  activitiesOfFirst: 18,
  activities: 20,
  indicatorValues: 200,
  seats: 14,
};
/** A hundredth of the large register, to hold its pages against. */
export const smallSize: Size = {
  groups: 4,
  meetings: 50,
  speeches: 1_000,
  decisions: 600,
  memoranda: 20,
  projects: 5,
  activitiesOfFirst: 20,
  activities: 180,
  indicatorValues: 2_000,
  seats: 14,
};
export const largeSize: Size = {
  groups: 40,
  meetings: 5_000,
  speeches: 100_000,
  decisions: 60_000,
  memoranda: 2_000,
  projects: 500,
  activitiesOfFirst: 2_000,
  activities: 18_000,
  indicatorValues: 200_000,
  seats: 14,
};

export const author = { person: 'bench', session: 'bench' };

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Keys of a short list in its order, as the page would give them. */
export const sortKeyAt = (n: number): string => `a${digits.charAt(n)}`;

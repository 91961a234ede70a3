const plain = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '')
    .replaceAll(/\s+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^[-.]+|[-.]+$/g, '') || 'agency';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a package is called when it is saved by hand: for whom, when, and its number. */
export const packageFileName = (agency: string, number: number, at: Date): string =>
  `${plain(agency)}-${dayOf(at)}-${number}.viche-package`;

/** What the receipt for a package is called. */
export const receiptFileName = (agency: string, number: number, at: Date): string =>
  `${plain(agency)}-${dayOf(at)}-${number}.viche-receipt`;

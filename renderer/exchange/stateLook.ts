import type { AgencyCardView } from '../../shared/contract/exchange.ts';
import type { Tone } from '../ui/Chip.tsx';

/** The colour of a card's state. */
export const cardTones: Record<AgencyCardView['state'], Tone> = {
  introduced: 'amber',
  imported: 'amber',
  trusted: 'green',
  replaced: 'neutral',
  revoked: 'red',
};

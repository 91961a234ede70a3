import { orpc, queryClient } from '../ui/core/client.ts';

/** Keys are no record, so nobody tells of them: what was read of the exchange is read again. */
export const readExchangeAgain = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: orpc.exchange.status.key() });

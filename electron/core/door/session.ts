import { idPattern } from '../../../shared/ids.ts';
import type { CallContext } from '../ports.ts';

/** The header in which a page says which of all pages it is; it is a name, not a right. */
export const sessionHeader = 'x-viche-session';

/** Who calls, by the headers of the call; a caller without a name shares one. */
export function contextOf(headers: Readonly<Record<string, string | readonly string[] | undefined>>): CallContext {
  const said = headers[sessionHeader];
  return { session: typeof said === 'string' && idPattern.test(said) ? said : 'nameless' };
}

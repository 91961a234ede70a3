import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const tokenHeader = 'x-viche-token';

/** Why a request is turned away. */
export type Refusal = { status: 401 | 403; code: 'foreignHost' | 'foreignOrigin' | 'tokenWrong' };

/** The names under which this computer knows itself; a page of another name that points here (DNS rebinding) is foreign. */
const ownHosts = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** Every request: the Host must be ours and, where the browser names an Origin, that too. */
export function refuseForeign(headers: IncomingHttpHeaders, port: number): Refusal | null {
  const host = headers.host ?? '';
  if (!ownHosts(port).includes(host)) return { status: 403, code: 'foreignHost' };
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return { status: 403, code: 'foreignOrigin' };
  return null;
}

/** What another site makes a browser ask for, whoever sits at it. */
export function refuseOtherSite(headers: IncomingHttpHeaders): Refusal | null {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none'
    ? null
    : { status: 403, code: 'foreignOrigin' };
}

/** Requests that reach the core or bring files: also the token, and not on behalf of another site. */
export function refuseStranger(headers: IncomingHttpHeaders, given: string, token: string): Refusal | null {
  const other = refuseOtherSite(headers);
  if (other !== null) return other;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b) ? null : { status: 401, code: 'tokenWrong' };
}

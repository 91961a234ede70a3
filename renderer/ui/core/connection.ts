import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ClientLink } from '@orpc/client';
import { AppError } from '../../../shared/errors.ts';
import { createStore } from '../window/store.ts';
import { forgetToken, token } from './token.ts';

type Link = ClientLink<Record<string, never>>;

/**
 * `waiting`: the core has not answered yet. `lost`: it did, and does not any more. `refused`: the door is another one now
 * (the program was started again) and does not know this page's token.
 */
export type ConnectionState = 'waiting' | 'ready' | 'lost' | 'refused';

const state = createStore<ConnectionState>('waiting');

/** Names this page among all that talk to the core; changes come back with the session that made them. */
export const session = crypto.randomUUID();

const headers = (): Record<string, string> => ({
  'x-viche-session': session,
  ...(token === undefined ? {} : { 'x-viche-token': token }),
});

// desktop: the preload posts the port of the core, again after each restart of the core
let port: { link: Link } | undefined;
const waitingForPort = new Set<(link: Link) => void>();

const takePort = (event: MessageEvent): void => {
  const arrived = event.ports[0];
  if (event.data !== 'core-port' || event.source !== window || arrived === undefined) return;
  const next = { link: new PortLink({ port: arrived, headers }) };
  arrived.addEventListener('close', () => {
    if (port !== next) return;
    port = undefined;
    state.set('lost');
  });
  arrived.start();
  port = next;
  for (const go of waitingForPort) go(next.link);
  waitingForPort.clear();
  state.set('ready');
};

const portLink = async (): Promise<Link> => port?.link ?? new Promise((resolve) => waitingForPort.add(resolve));

// browser: the same door that served the page
const reach = async (request: Request, init: RequestInit): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(request, init);
  } catch (error) {
    if (request.signal.aborted) throw error;
    state.set('lost');
    throw new AppError('connectionLost');
  }
  if (response.status === 401) {
    forgetToken();
    state.set('refused');
    throw new AppError('tokenWrong');
  }
  state.set('ready');
  return response;
};

const httpLink = (): Link => new HttpLink({ url: new URL('/rpc', location.href).href, headers, fetch: reach });

/** The way to the core: over the desktop's port where there is a bridge, else over HTTP to the door that served the page. */
export const coreLink = (): (() => Promise<Link>) => {
  if (window.viche !== undefined) {
    window.addEventListener('message', takePort);
    return portLink;
  }
  const link = httpLink();
  return async () => link;
};

/** Follows the connection. */
export const useConnection = state.use;

/** Whether the error only says that the core is away; asking again is then right. */
export const isConnectionLost = (error: unknown): boolean =>
  state.get() === 'lost' || (error instanceof AppError && error.code === 'connectionLost');

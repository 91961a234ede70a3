import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { AppError, type ErrorParams } from '../../shared/errors.ts';
import type { App } from '../core/app.ts';
import { pageFile } from '../core/door/page.ts';
import { hardHeaders } from '../core/door/policy.ts';
import { contextOf } from '../core/door/session.ts';
import type { LogEntry } from '../core/ports.ts';
import { traceOf } from '../core/traceOf.ts';
import { refuseForeign, refuseOtherSite, refuseStranger, tokenHeader } from './guard.ts';
import { createShelf } from './shelf.ts';

/** The only interface there is: a workspace must not be on offer to the network. */
const loopback = '127.0.0.1';
const longestCall = 64 * 1024 * 1024;
const entranceStaysOpen = 60_000;

export interface HostOptions {
  app: Pick<App, 'router' | 'tickets'>;
  /** Absolute folder of the built page. */
  page: string;
  log: (entry: LogEntry) => void;
  /** 0 or none: any free one. */
  port?: number;
  /** Anything but the loopback interface is refused. */
  interface?: string;
  now?: () => number;
}

export interface Host {
  /** The address with its token, for a person to open. */
  url: string;
  port: number;
  token: string;
  /** An address that leads to `url` once within a minute, for handing to another program: command lines can be seen by others. */
  entrance(): string;
  close(): Promise<void>;
}

const loopbackNames = [loopback, 'localhost', '::1'];

const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { ...hardHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
};
const sendRefusal = (response: ServerResponse, status: number, code: string, params: ErrorParams = {}): void =>
  sendJson(response, status, { code, params });

/** RFC 6266 and 8187: an ASCII name for old readers, the true one beside it. */
export const contentDisposition = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A page that closes in the middle of an answer is nobody's mistake. */
const wentAway = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET');

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/**
 * Serves the page and the core on the loopback interface.
 * @throws AppError `onlyLoopback`, `portTaken`
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { app, page, log, port = 0, now = Date.now } = options;
  const wanted = options.interface ?? loopback;
  if (!loopbackNames.includes(wanted)) throw new AppError('onlyLoopback', { interface: wanted });

  const token = randomBytes(32).toString('base64url');
  const shelf = createShelf({ now });
  const entrances = new Map<string, number>();
  const rpc = new RPCHandler(app.router, { plugins: [new BodyLimitPlugin({ maxBodySize: longestCall })] });

  /** The one address that needs no token: it gives it out, once. */
  const enter = (code: string, response: ServerResponse): void => {
    const until = entrances.get(code);
    entrances.delete(code);
    if (until === undefined || until < now()) return sendRefusal(response, 403, 'tokenWrong');
    response.writeHead(303, { ...hardHeaders, location: `/#token=${token}`, 'cache-control': 'no-store' }).end();
  };

  const upload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const length = header(request, 'content-length');
    const name = decoded(header(request, 'x-viche-name')) || 'file';
    const file = await shelf.receive(name, length === '' ? null : Number(length), request);
    sendJson(response, 200, { ticket: app.tickets.accept(file), name: file.name, size: file.size });
  };

  const download = async (ticket: string, response: ServerResponse): Promise<void> => {
    const file = app.tickets.outgoing(ticket);
    response.writeHead(200, {
      ...hardHeaders,
      'content-type': file.mediaType,
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    await pipeline(file.open(), response);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const foreign = refuseForeign(request.headers, listening.port);
    if (foreign !== null) return sendRefusal(response, foreign.status, foreign.code);
    // Taken apart by hand: the URL parser would resolve `..` before anybody has looked.
    const [pathname = '/'] = (request.url ?? '/').split('?', 1);
    const get = request.method === 'GET';

    if (get && pathname.startsWith('/enter/')) return enter(pathname.slice('/enter/'.length), response);
    if (get && pathname.startsWith('/files/')) {
      const other = refuseOtherSite(request.headers);
      if (other !== null) return sendRefusal(response, other.status, other.code);
      // A link cannot send a header, and a browser writes every address down: the ticket, good for this one file and
      // known to nobody but the page that has the token, is the right to it.
      return download(decoded(pathname.slice('/files/'.length)), response);
    }
    if (pathname.startsWith('/rpc/') || pathname === '/files') {
      const stranger = refuseStranger(request.headers, header(request, tokenHeader), token);
      if (stranger !== null) return sendRefusal(response, stranger.status, stranger.code);
      if (pathname === '/files' && request.method === 'POST') return upload(request, response);
      for (const [name, value] of Object.entries(hardHeaders)) response.setHeader(name, value);
      response.setHeader('cache-control', 'no-store');
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: contextOf(request.headers) });
      if (!matched) sendRefusal(response, 404, 'notFound');
      return;
    }
    if (!get && request.method !== 'HEAD') return sendRefusal(response, 405, 'notFound');
    const file = await pageFile(page, pathname);
    response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? undefined : file.body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const refusal = error instanceof AppError ? error : null;
      if (refusal === null && !wentAway(error)) log({ level: 'error', message: traceOf(error) });
      if (response.headersSent) response.destroy();
      else if (refusal === null) sendRefusal(response, 500, 'unexpected');
      else sendRefusal(response, refusal.code === 'fileTooLarge' ? 413 : 422, refusal.code, refusal.params);
    });
  });
  // A stream of news stays open for as long as its page.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;

  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new AppError('portTaken', { port }) : error),
    );
    server.listen(port, loopback, () => resolve(server.address() as AddressInfo));
  });
  const origin = `http://${loopback}:${listening.port}`;

  return {
    url: `${origin}/#token=${token}`,
    port: listening.port,
    token,
    entrance() {
      const code = randomBytes(32).toString('base64url');
      entrances.set(code, now() + entranceStaysOpen);
      return `${origin}/enter/${code}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

// The browser door's walls: who is let in, what is served, files up and down.
import { request as httpRequest } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import { implementer } from '../../../electron/core/core.ts';
import { createTickets } from '../../../electron/core/files/tickets.ts';
import { contentDisposition, startHost, type Host } from '../../../electron/browser/host.ts';
import { createShelf } from '../../../electron/browser/shelf.ts';
import type { LogEntry } from '../../../electron/core/ports.ts';
import type { Client } from '../../../shared/contract/index.ts';

let time = Date.parse('2026-11-21T10:00:00Z');
const tickets = createTickets(() => time);
const log: LogEntry[] = [];
let folder = '';
let host: Host;

/** One procedure that says who asked, one that streams: the rest of the contract is not this test's business. */
const { workspace } = implementer;
const asked: string[] = [];
let streamEnded = false;
const router = {
  workspace: {
    undoState: workspace.undoState.handler(({ context }) => {
      asked.push(context.session);
      return { undo: context.session, redo: null };
    }),
    news: workspace.news.handler(async function* ({ signal }) {
      try {
        yield { kind: 'state' as const };
        await new Promise((resolve) => {
          signal?.addEventListener('abort', resolve);
        });
      } finally {
        streamEnded = true;
      }
    }),
  },
} as unknown as App['router'];

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request as it is on the wire: no client that tidies paths or headers. */
const ask = (path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const where = { host: '127.0.0.1', port: host.port, agent: false, path, method, headers };
    const outgoing = httpRequest(where, (response) => {
      text(response).then(
        (content) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const call = (headers: Record<string, string>) =>
  ask('/rpc/workspace/undoState', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'viche-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'page', 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="" /><script type="module" src="./assets/a-1.js"></script>',
  );
  writeFileSync(join(folder, 'page', 'assets', 'a-1.js'), 'export {}');
  writeFileSync(join(folder, 'page', '.hidden.json'), '{}');
  writeFileSync(join(folder, 'secret.json'), '{"secret":1}');
  host = await startHost({
    app: { router, tickets },
    page: join(folder, 'page'),
    log: (entry) => log.push(entry),
    now: () => time,
  });
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('who is let in', () => {
  it('answers a page that has the token', async () => {
    const answer = await call({ 'x-viche-token': host.token, 'x-viche-session': 'window-1' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ json: { undo: 'window-1', redo: null } });
    expect(asked).toContain('window-1');
  });

  it('takes no session for a name that is none', async () => {
    const answer = await call({ 'x-viche-token': host.token, 'x-viche-session': 'a b<c>' });
    expect(JSON.parse(answer.body)).toEqual({ json: { undo: 'nameless', redo: null } });
  });

  it.each([
    ['no token', {}],
    ['another token', { 'x-viche-token': 'A'.repeat(43) }],
    ['a shorter token', { 'x-viche-token': 'A' }],
  ])('refuses %s', async (_what, headers) => {
    const before = asked.length;
    const answer = await call(headers);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toEqual({ code: 'tokenWrong', params: {} });
    expect(asked.length).toBe(before);
  });

  it('makes a new token of 32 bytes for each start', async () => {
    const other = await startHost({ app: { router, tickets }, page: folder, log: () => {} });
    await other.close();
    expect(Buffer.from(host.token, 'base64url').length).toBe(32);
    expect(other.token).not.toBe(host.token);
    expect(host.url).toBe(`http://127.0.0.1:${host.port}/#token=${host.token}`);
  });

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT', '0.0.0.0:PORT'])(
    'refuses the Host “%s” even with the token, for the page too',
    async (name) => {
      const headers = { host: name.replace('PORT', String(host.port)), 'x-viche-token': host.token };
      expect((await call(headers)).status).toBe(403);
      const page = await ask('/', { headers });
      expect(page.status).toBe(403);
      expect(page.body).toBe('{"code":"foreignHost","params":{}}');
    },
  );

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://localhost:PORT', 'http://127.0.0.1:1'])(
    'refuses the Origin “%s”',
    async (origin) => {
      const answer = await call({
        origin: origin.replace('PORT', String(host.port)),
        'x-viche-token': host.token,
      });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toEqual({ code: 'foreignOrigin', params: {} });
    },
  );

  it('accepts its own Origin, by either of its names', async () => {
    for (const name of [`127.0.0.1:${host.port}`, `localhost:${host.port}`]) {
      const headers = { host: name, origin: `http://${name}`, 'x-viche-token': host.token };
      expect((await call(headers)).status, name).toBe(200);
    }
  });

  it('does not act for another site that the browser names', async () => {
    const answer = await call({ 'x-viche-token': host.token, 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  it('calls nothing by GET', async () => {
    const answer = await ask('/rpc/workspace/undoState?data=%7B%7D', { headers: { 'x-viche-token': host.token } });
    expect(answer.status).toBe(405);
  });

  it.each(['0.0.0.0', '::', '192.168.1.2'])('refuses to listen on %s', async (name) => {
    await expect(
      startHost({ app: { router, tickets }, page: folder, log: () => {}, interface: name }),
    ).rejects.toMatchObject({ code: 'onlyLoopback', params: { interface: name } });
  });

  it('cannot be reached by the other addresses of this computer', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && !each.internal && each.family === 'IPv4')
      .map((each) => each?.address ?? '');
    // 127.0.0.2 is this computer too, and not the address we listen on.
    for (const address of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])])
      await expect(fetch(`http://${address}:${host.port}/`), address).rejects.toThrow('fetch failed');
  });

  it('says when a port is taken', async () => {
    await expect(
      startHost({ app: { router, tickets }, page: folder, log: () => {}, port: host.port }),
    ).rejects.toMatchObject({ code: 'portTaken', params: { port: host.port } });
  });

  it('gives the token by an entrance once, and not after a minute', async () => {
    const path = new URL(host.entrance()).pathname;
    const first = await ask(path);
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe(`/#token=${host.token}`);
    expect((await ask(path)).status).toBe(403);
    const late = new URL(host.entrance()).pathname;
    time += 61_000;
    expect((await ask(late)).status).toBe(403);
    expect((await ask('/enter/guess')).status).toBe(403);
  });
});

describe('the page', () => {
  it('comes with a policy that allows nothing from elsewhere, and a nonce of its own each time', async () => {
    const answers = [await ask('/'), await ask('/index.html')];
    const nonces = answers.map(({ body }) => /name="csp-nonce" content="([^"]+)"/.exec(body)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const [at, { status, headers }] of answers.entries()) {
      expect(status).toBe(200);
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          `style-src 'self' 'nonce-${nonces[at]}'`,
          "connect-src 'self'",
          "frame-src 'none'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "object-src 'none'",
        ]),
      );
      expect(policy.join('; ')).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*unsafe-inline/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('serves its scripts with their type', async () => {
    const answer = await ask('/assets/a-1.js');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.body).toBe('export {}');
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/assets\\..\\..\\secret.json',
    '//secret.json',
    '/.hidden.json',
    '/assets/',
    '/assets',
    '/nothing.js',
    '/secret.json%00.js',
  ])('serves nothing for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('is only read', async () => {
    expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await ask('/', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });
});

describe('streams', () => {
  it('end when the page goes away', async () => {
    const client: Client = createORPCClient(
      new RPCLink({ url: `http://127.0.0.1:${host.port}/rpc`, headers: { 'x-viche-token': host.token } }),
    );
    const leave = new AbortController();
    const news = await client.workspace.news(undefined, { signal: leave.signal });
    expect(await news.next()).toEqual({ done: false, value: { kind: 'state' } });
    expect(streamEnded).toBe(false);
    leave.abort();
    await expect.poll(() => streamEnded).toBe(true);
  });
});

describe('files', () => {
  const up = (body: string, headers: Record<string, string> = {}) =>
    ask('/files', {
      method: 'POST',
      headers: { 'x-viche-token': host.token, 'x-viche-name': encodeURIComponent('Список № 1.csv'), ...headers },
      body,
    });

  it('go up into a ticket that can be read more than once', async () => {
    const answer = await up('прізвище;ім’я\n');
    expect(answer.status).toBe(200);
    const { ticket, name, size } = JSON.parse(answer.body) as { ticket: string; name: string; size: number };
    expect([name, size]).toEqual(['Список № 1.csv', Buffer.byteLength('прізвище;ім’я\n')]);
    const file = tickets.incoming(ticket);
    expect(file.path).toBeNull();
    expect(await text(file.open())).toBe('прізвище;ім’я\n');
    expect(await text(file.open())).toBe('прізвище;ім’я\n');
  });

  it('do not go up without the token, or for another site', async () => {
    expect((await up('x', { 'x-viche-token': '' })).status).toBe(401);
    expect((await up('x', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/files?token=x', { method: 'POST', body: 'x' })).status).toBe(401);
    const inAddress = `/files?token=${host.token}`;
    expect((await ask(inAddress, { method: 'POST', body: 'x' })).status, 'a form cannot send a header').toBe(401);
  });

  it('are refused when they are said to be too large, before they are read', async () => {
    const answer = await up('', { 'content-length': String(101 * 1024 * 1024) }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 413 });
    expect(JSON.parse((answer as Answer).body)).toEqual({
      code: 'fileTooLarge',
      params: { name: 'Список № 1.csv', most: 100 },
    });
  });

  it('come down under their name in any alphabet', async () => {
    const offered = tickets.offer({
      name: 'Протокол № 3 «чернетка».docx',
      mediaType: 'application/test',
      open: () => Readable.from([Buffer.from('PK'), Buffer.from('bytes')]),
    });
    const path = `/files/${offered}`;
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('PKbytes');
    expect(answer.headers['content-type']).toBe('application/test');
    expect(answer.headers['content-disposition']).toBe(contentDisposition('Протокол № 3 «чернетка».docx'));
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await ask(path)).body, 'again, after a print').toBe('PKbytes');
    expect((await ask(path, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('that are not there any more say so', async () => {
    const answer = await ask('/files/0-0');
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body)).toEqual({ code: 'ticketExpired', params: {} });
  });

  it('keep quotes and line ends out of the header', () => {
    const value = contentDisposition('a"b\\c\r\nSet-Cookie: x=1;(ї)*\'.docx');
    expect(value).not.toMatch(/[\r\n]/);
    expect(value).toBe(
      "attachment; filename=\"a_b_c__Set-Cookie: x=1;(_)*'.docx\"; filename*=UTF-8''a%22b%5Cc%0D%0ASet-Cookie%3A%20x%3D1%3B%28%D1%97%29%2a%27.docx",
    );
  });

  it('that fail in the middle are logged without their name', async () => {
    log.length = 0;
    const offered = tickets.offer({
      name: 'Прізвище.docx',
      mediaType: 'application/test',
      open: () =>
        Readable.from(
          (async function* () {
            yield Buffer.alloc(70_000);
            throw new Error('broken');
          })(),
        ),
    });
    await expect(ask(`/files/${offered}`)).rejects.toThrow('aborted');
    await expect.poll(() => log.length).toBe(1);
    expect(log[0]?.message).toContain('broken');
    expect(log[0]?.message).not.toContain('Прізвище');
  });
});

describe('the shelf', () => {
  const body = async function* (...sizes: number[]): AsyncGenerator<Buffer> {
    for (const size of sizes) yield Buffer.alloc(size, 7);
  };

  it('refuses what is larger than it said', async () => {
    const shelf = createShelf({ largest: 100, room: 200 });
    await expect(shelf.receive('a', 10, body(60, 60))).rejects.toMatchObject({ code: 'fileTooLarge' });
    const next = await shelf.receive('b', null, body(60, 40));
    expect(next.size).toBe(100);
  });

  it('lets what was read longest ago make way', async () => {
    const shelf = createShelf({ largest: 100, room: 200 });
    const first = await shelf.receive('a', null, body(90));
    const second = await shelf.receive('b', null, body(90));
    expect((await text(first.open())).length).toBe(90);
    await shelf.receive('c', null, body(90));
    expect(() => second.open()).toThrow('ticketExpired');
    expect((await text(first.open())).length).toBe(90);
  });

  it('forgets after an hour', async () => {
    let clock = 0;
    const shelf = createShelf({ now: () => clock });
    const old = await shelf.receive('a', null, body(9));
    clock = 61 * 60_000;
    await shelf.receive('b', null, body(9));
    expect(() => old.open()).toThrow('ticketExpired');
  });
});

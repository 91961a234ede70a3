import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, hardHeaders } from './policy.ts';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/** What the builder calls its files: nothing hidden, nothing above, nothing encoded. */
const plainPath = /^\/(?:[A-Za-z0-9_][\w.-]*\/)*[A-Za-z0-9_][\w.-]*$/;

/** A file of the page, ready for a door to send. */
export interface PageFile {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
}

const none = (): PageFile => ({
  status: 404,
  headers: { ...hardHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: Buffer.from('not found\n'),
});

const nonceMark = /(<meta name="csp-nonce" content=")[^"]*(")/;

/**
 * A file of the built page.
 * @param folder absolute folder of the built page, out/renderer
 * @param pathname path of the address as it came, percent signs and all
 */
export async function pageFile(folder: string, pathname: string): Promise<PageFile> {
  const path = pathname === '/' ? '/index.html' : pathname;
  const type = mediaTypes[extname(path)];
  if (!plainPath.test(path) || type === undefined) return none();
  const body = await readFile(join(folder, path)).catch(() => null);
  if (body === null) return none();
  const nonce = randomBytes(18).toString('base64url');
  const headers = {
    ...hardHeaders,
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    // The builder names a file after its content, but for the page itself.
    'cache-control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
  };
  if (path !== '/index.html') return { status: 200, headers, body };
  // Attributes named `nonce` are hidden from scripts, so the page reads its nonce from a meta element.
  return { status: 200, headers, body: Buffer.from(body.toString('utf8').replace(nonceMark, `$1${nonce}$2`)) };
}

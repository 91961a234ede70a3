import { protocol, type Session } from 'electron';
import { pageFile } from '../core/door/page.ts';

/** The page's own origin: no server, no file:// with its rights over the disk. */
export const pageOrigin = 'viche://app';

/** Must run before the app is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'viche', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

/** Serves the built page on viche://app/ with the policy of every page. */
export function serveScheme(session: Session, folder: string): void {
  session.protocol.handle('viche', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'app' || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await pageFile(folder, pathname);
    return new Response(body, { status, headers });
  });
}

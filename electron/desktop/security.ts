import { app, type Session, type WebContents } from 'electron';
import { pageOrigin } from './scheme.ts';

/** Before the app is ready: no window without a sandbox, and nothing of Chromium's own that would go to the network. */
export function harden(): void {
  // Asked for beside --no-sandbox (root has no sandbox, and says so), it would keep every process from starting.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
  // There is no host in the world that this program speaks to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** What a page may never do, whichever page it is. */
function confine(contents: WebContents): void {
  const deny = (event: { preventDefault: () => void }): void => event.preventDefault();
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  contents.on('select-bluetooth-device', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

const ownSchemes = ['viche:', 'devtools:', 'blob:', 'data:'];

/** Copying a table to the clipboard is the one thing asked for; reading it is not. */
const granted = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && origin === pageOrigin;

const originOf = (address: string): string => {
  // URL.origin is 'null' for schemes of our own.
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
};

/** The session of our windows: no permission, no request but to ourselves, no download, no spelling from the network. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(granted(permission, originOf(details.requestingUrl))),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => granted(permission, origin.replace(/\/$/, '')));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !ownSchemes.includes(new URL(details.url).protocol) }),
  );
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

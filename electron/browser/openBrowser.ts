import { spawn } from 'node:child_process';

/** Whether there is a screen on which a browser could open. */
export const hasScreen = (env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);

/** What the browser and everything it starts may inherit: a passphrase given to this program is not among it. */
export const withoutSecrets = (env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('VICHE_')));

/** Opens the system's browser; where there is none, nothing happens: the address is printed in any case. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...args] =
    platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : [platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true, env: withoutSecrets(process.env) });
  child.on('error', () => child.unref());
  child.unref();
}

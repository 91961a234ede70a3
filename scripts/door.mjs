// Which door `npm start` opens on this machine: the desktop where it can be had, else the browser. Plain Node 20.
import { findElectron, hasDisplay, sandboxState } from './electron.mjs';
import { projectNode } from './toolchain.mjs';

/** @typedef {{ command: string, args: string[] }} Door */

/** @param {readonly string[]} args @returns {Door} */
const browserDoor = (args) => ({ command: projectNode(), args: ['out/main/browser.js', ...args] });

/**
 * Says on standard error why, when it is not the desktop that opens.
 * @param {readonly string[]} args `--browser` asks for the browser door; everything else goes to the door
 * @returns {Promise<Door>}
 */
export const chooseDoor = async (args) => {
  const rest = args.filter((arg) => arg !== '--browser');
  if (rest.length < args.length) return browserDoor(rest);
  if (!hasDisplay()) {
    console.error('There is no display here for a desktop window: Viche opens in the browser instead.');
    return browserDoor(rest);
  }
  const electron = await findElectron();
  if (electron === undefined) {
    console.error('Electron cannot be had on this machine: Viche opens in the browser instead.');
    return browserDoor(rest);
  }
  const sandbox = sandboxState(electron);
  if (sandbox === 'forbidden') {
    console.error(
      'This system forbids the desktop window its sandbox (README.md, “Linux and the sandbox”): Viche opens in the browser instead.',
    );
    return browserDoor(rest);
  }
  if (sandbox === 'root') console.error('Running as root: the window has no Chromium sandbox (--no-sandbox).');
  return { command: electron, args: [...(sandbox === 'root' ? ['--no-sandbox'] : []), '.', ...rest] };
};

import type { DesktopBridge } from '../../../shared/desktopBridge.ts';

declare global {
  interface Window {
    readonly viche?: DesktopBridge;
  }
}

/** What the desktop does for the page (dialogs, printing, menus), or undefined in a browser. */
export const bridge: DesktopBridge | undefined = window.viche;

import { app, Menu } from 'electron';
import type { TFunction } from 'i18next';
import { menuTemplate, type MenuActions, type MenuState } from './menuTemplate.ts';

/** Puts the native menu and the panel about the program into the language of the page. */
export function setMenu(words: TFunction, state: MenuState, actions: Omit<MenuActions, 'about'>): void {
  app.setAboutPanelOptions({
    applicationName: words('common:app.name'),
    applicationVersion: app.getVersion(),
    copyright: words('about.copyright'),
    credits: words('about.text'),
  });
  const template = menuTemplate(words, state, { ...actions, about: () => app.showAboutPanel() });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

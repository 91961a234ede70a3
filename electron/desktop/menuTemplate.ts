import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import { languageNames, languages, type Language } from '../../shared/languages.ts';
import type { WindowTheme } from '../../shared/desktopBridge.ts';

export interface MenuActions {
  /** Runs a command of the page in the window that has the focus. */
  command: (id: string) => void;
  newWindow: () => void;
  print: (window: BrowserWindow) => void;
  showLog: () => void;
  about: () => void;
  chooseLanguage: (language: Language) => void;
  chooseTheme: (theme: WindowTheme) => void;
}

export interface MenuState {
  language: Language;
  theme: WindowTheme;
  packaged: boolean;
  platform: NodeJS.Platform;
}

type Item = MenuItemConstructorOptions;

/** The areas of the navigation and their keys, as the page has them. */
const areas = ['today', 'meetings', 'decisions', 'memoranda', 'projects', 'directory', 'reports', 'settings'] as const;

/** `&` would underline a letter. */
const plain = (text: string): string => text.replaceAll('&', '&&');

/**
 * The native menu as data. The keys of the page's commands are only shown here: the page handles them, because it knows
 * where the focus is (Ctrl+Z in a text is the text's own) and goes by the physical key.
 */
export function menuTemplate(words: TFunction, state: MenuState, actions: MenuActions): Item[] {
  const mac = state.platform === 'darwin';
  const label = (key: string): string => plain(words(key));
  const line: Item = { type: 'separator' };
  const pageCommand = (key: string, id: string, accelerator?: string): Item => ({
    id,
    label: label(key),
    click: () => actions.command(id),
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  });
  const role = (key: string, name: NonNullable<Item['role']>, more: Item = {}): Item => ({
    label: label(key),
    role: name,
    ...more,
  });

  const file: Item = {
    id: 'file',
    label: label('file.title'),
    submenu: [
      { id: 'newWindow', label: label('file.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      line,
      {
        id: 'print',
        label: label('file.print'),
        accelerator: 'CmdOrCtrl+P',
        click: (_item, window) => {
          if (window !== undefined) actions.print(window as BrowserWindow);
        },
      },
      line,
      pageCommand('file.lock', 'workspace.lock', 'CmdOrCtrl+L'),
      pageCommand('file.closeWorkspace', 'workspace.close'),
      line,
      role('file.closeWindow', 'close'),
      ...(mac ? [] : [role('file.quit', 'quit', { accelerator: 'Ctrl+Q' })]),
    ],
  };
  const edit: Item = {
    id: 'edit',
    label: label('edit.title'),
    submenu: [
      pageCommand('common:action.undo', 'edit.undo', 'CmdOrCtrl+Z'),
      pageCommand('common:action.redo', 'edit.redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
      line,
      role('common:action.cut', 'cut'),
      role('common:action.copy', 'copy'),
      role('common:action.paste', 'paste'),
      role('edit.pastePlain', 'pasteAndMatchStyle'),
      role('common:action.selectAll', 'selectAll'),
      line,
      pageCommand('edit.find', 'find.open', 'CmdOrCtrl+K'),
    ],
  };
  const view: Item = {
    id: 'view',
    label: label('view.title'),
    submenu: [
      ...areas.map((area, at) => pageCommand(`common:area.${area}`, `go.${area}`, `Alt+${at + 1}`)),
      line,
      pageCommand('view.navigation', 'view.navigation', 'CmdOrCtrl+\\'),
      {
        id: 'language',
        label: label('view.language'),
        submenu: languages.map((language) => ({
          id: `view.language.${language}`,
          label: languageNames[language],
          type: 'radio',
          checked: language === state.language,
          click: () => actions.chooseLanguage(language),
        })),
      },
      {
        id: 'theme',
        label: label('view.theme'),
        submenu: (['system', 'light', 'dark'] as const).map((theme) => ({
          id: `view.theme.${theme}`,
          label: label(`view.${theme}`),
          type: 'radio',
          checked: theme === state.theme,
          click: () => actions.chooseTheme(theme),
        })),
      },
      line,
      role('view.zoomIn', 'zoomIn', { accelerator: 'CmdOrCtrl+=' }),
      role('view.zoomOut', 'zoomOut'),
      role('view.zoomReset', 'resetZoom'),
      line,
      role('view.fullScreen', 'togglefullscreen'),
      ...(state.packaged ? [] : [line, role('view.reload', 'reload'), role('view.developer', 'toggleDevTools')]),
    ],
  };
  const window: Item = {
    id: 'window',
    label: label('window.title'),
    role: 'window',
    submenu: [
      role('window.minimize', 'minimize'),
      ...(mac ? [role('window.zoom', 'zoom'), line, role('window.front', 'front')] : []),
    ],
  };
  const about: Item = { id: 'about', label: label('help.about'), click: actions.about };
  const help: Item = {
    id: 'help',
    label: label('help.title'),
    role: 'help',
    submenu: [{ id: 'showLog', label: label('help.log'), click: actions.showLog }, ...(mac ? [] : [line, about])],
  };
  const application: Item = {
    label: label('common:app.name'),
    submenu: [
      about,
      line,
      role('mac.services', 'services'),
      line,
      role('mac.hide', 'hide'),
      role('mac.hideOthers', 'hideOthers'),
      role('mac.showAll', 'unhide'),
      line,
      role('file.quit', 'quit'),
    ],
  };
  return [...(mac ? [application] : []), file, edit, view, window, help];
}

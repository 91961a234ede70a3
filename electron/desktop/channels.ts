/** The channels between the preload and main. */
export const channels = {
  pickFiles: 'viche:pickFiles',
  takeFiles: 'viche:takeFiles',
  pickWorkspace: 'viche:pickWorkspace',
  pickPlace: 'viche:pickPlace',
  pickFolder: 'viche:pickFolder',
  openedFiles: 'viche:openedFiles',
  takeOpened: 'viche:takeOpened',
  openDropped: 'viche:openDropped',
  opened: 'viche:opened',
  saveFile: 'viche:saveFile',
  print: 'viche:print',
  printToPdf: 'viche:printToPdf',
  setLanguage: 'viche:setLanguage',
  setTheme: 'viche:setTheme',
  menu: 'viche:menu',
  corePort: 'viche:corePort',
} as const;

import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { languageNames, languages } from '../../../shared/languages.ts';
import { printPage } from '../../ui/core/files.ts';
import { appearanceChoices, setAppearance } from '../../ui/window/appearance.ts';
import { useCommands } from '../../ui/window/commands.ts';
import { changeLanguage } from '../../ui/window/i18n.ts';
import { areas } from '../areas.tsx';

/** What the window can do wherever one is; the native menu calls these by their ids. */
export type ShellActs = {
  toggleNavigation: () => void;
  find: () => void;
  undo: () => void;
  redo: () => void;
  lock: () => void;
  close: () => void;
};

/** Offers the ways to the areas, language and look, and the acts of the workspace. */
export const useShellCommands = (acts: ShellActs): void => {
  const { t } = useTranslation(['app', 'common', 'search', 'workspace']);
  const navigate = useNavigate();
  const look = t('app:find.look');
  const workspace = t('app:find.workspace');
  useCommands([
    ...areas.flat().map((area, index) => ({
      id: `go.${area.key}`,
      label: t(`common:area.${area.key}`),
      group: t('app:find.go'),
      keys: `Alt+${index + 1}`,
      icon: area.icon,
      run: () => void navigate(area.to),
    })),
    { id: 'edit.undo', label: t('common:action.undo'), group: workspace, run: acts.undo },
    { id: 'edit.redo', label: t('common:action.redo'), group: workspace, run: acts.redo },
    { id: 'workspace.lock', label: t('common:action.lock'), group: workspace, keys: 'Ctrl+L', run: acts.lock },
    { id: 'workspace.close', label: t('workspace:settings.close'), group: workspace, run: acts.close },
    {
      id: 'view.navigation',
      label: t('app:navigation.toggle'),
      group: look,
      keys: 'Ctrl+\\',
      run: acts.toggleNavigation,
    },
    ...appearanceChoices.map((choice) => ({
      id: `view.${choice}`,
      label: t(`app:theme.${choice}`),
      group: look,
      run: () => setAppearance(choice),
    })),
    ...languages.map((language) => ({
      id: `view.language.${language}`,
      label: languageNames[language],
      group: t('app:language.change'),
      run: () => void changeLanguage(language),
    })),
    // what stands on the page, where the page has no sheet of its own for the printer
    {
      id: 'page.print',
      label: t('common:action.print'),
      group: workspace,
      keys: 'Ctrl+P',
      run: () => void printPage(),
    },
    { id: 'find.open', label: t('search:label'), group: look, keys: 'Ctrl+K', run: acts.find },
  ]);
};

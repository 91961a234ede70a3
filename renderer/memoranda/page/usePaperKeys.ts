import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import type { PaperKeeper } from '../paper/keeper.ts';
import { goToClause, neighbourClause } from '../paper/places.ts';
import type { MainAct } from './useMainAct.ts';

/** The keys of the paper, and its acts in the palette. */
export const usePaperKeys = (props: {
  keeper: PaperKeeper;
  editable: boolean;
  main: MainAct;
  addClause: () => void;
  addObligation: () => void;
  moveClause: (step: -1 | 1) => void;
}): void => {
  const { keeper, editable, main } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const group = t('common:area.memoranda');
  const { editor } = keeper;
  const go = (step: -1 | 1): void => {
    const id = editor.isFocused ? neighbourClause(editor, step) : (editor.state.doc.firstChild?.attrs['id'] as string);
    if (id !== null) goToClause(editor, id);
  };
  useCommands([
    { id: 'memoranda.main', group, label: main.label, keys: 'Ctrl+Shift+Enter', run: main.run },
    { id: 'memoranda.nextClause', group, label: t('keys.nextClause'), keys: 'Ctrl+Down', run: () => go(1) },
    { id: 'memoranda.previousClause', group, label: t('keys.previousClause'), keys: 'Ctrl+Up', run: () => go(-1) },
    ...(editable
      ? [
          { id: 'memoranda.addClause', group, label: t('outline.add'), keys: 'Alt+N', run: props.addClause },
          {
            id: 'memoranda.addObligation',
            group,
            label: t('keys.obligation'),
            keys: 'Ctrl+Shift+O',
            run: props.addObligation,
          },
        ]
      : []),
  ]);
  const moveHere = (step: -1 | 1): boolean => {
    if (!editor.isFocused) return false;
    props.moveClause(step);
    return true;
  };
  useKeys({ 'Alt+Up': () => moveHere(-1), 'Alt+Down': () => moveHere(1) }, { enabled: editable, inText: true });
  useStatusKeys(
    editable
      ? [
          { keys: 'Tab', label: t('keys.nextField') },
          { keys: 'Ctrl+Down', label: t('keys.nextClause') },
          { keys: '/', label: t('keys.commands') },
          { keys: '@', label: t('keys.names') },
          { keys: 'Ctrl+Shift+O', label: t('keys.obligation') },
        ]
      : [
          { keys: 'Ctrl+Down', label: t('keys.nextClause') },
          { keys: 'Ctrl+Shift+Enter', label: main.label },
        ],
  );
};

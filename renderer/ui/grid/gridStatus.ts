import { useTranslation } from 'react-i18next';
import type { StatusKey } from '../window/status.ts';
import type { Grid } from './gridTypes.ts';

/** What the status bar says of a grid: the keys that work in it, and how much of it is shown and marked. */
export const useGridStatus = <Row>(grid: Grid<Row>): { keys: StatusKey[]; fact: string | undefined } => {
  const { t } = useTranslation('ui');
  const { options, shown, total, marked } = grid;
  const filterable = options.columns.some((column) => column.filter !== undefined);
  const keys: StatusKey[] = [
    { keys: ['Up', 'Down'], label: t('grid.keys.row') },
    ...(options.onOpen === undefined ? [] : [{ keys: 'Enter', label: t('grid.keys.open') }]),
    ...(options.markable === true ? [{ keys: 'Space', label: t('grid.keys.mark') }] : []),
    ...Object.entries(options.keys ?? {}).map(([combo, { label }]) => ({ keys: combo, label })),
    ...(filterable ? [{ keys: 'F', label: t('grid.keys.filter') }] : []),
    { keys: 'Ctrl+C', label: t('grid.keys.copy') },
  ];
  const facts = [
    ...(total > 0 ? [t('grid.shown', { shown, total })] : []),
    ...(marked.size > 0 ? [t('grid.marked', { count: marked.size })] : []),
  ];
  return { keys: options.statusKeys ?? keys.slice(0, 6), fact: facts.length > 0 ? facts.join(' · ') : undefined };
};

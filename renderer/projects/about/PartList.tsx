import { styled } from '@mui/material/styles';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartName } from '../../../shared/contract/projectParts.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { say } from '../../ui/window/say.ts';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 34,
  borderTop: '1px solid var(--line)',
  fontSize: 13,
  '&:hover': { background: 'var(--bg)' },
});

const Open = styled('button')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 10px',
  border: 0,
  background: 'none',
  textAlign: 'left',
  padding: '5px 6px',
  borderRadius: 4,
  lineHeight: 1.4,
  cursor: 'pointer',
  overflowWrap: 'anywhere',
});

/** The row that has the focus after this one is gone: the next one, else the one before. */
const focusBeside = (from: Element): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-part-row]')];
  const at = all.findIndex((element) => element.closest('li') === from.closest('li'));
  (all[at + 1] ?? all[at - 1])?.focus();
};

/**
 * The rows of one part of a project: Enter opens one, Alt with ↑ or ↓ (or the handle) moves it, Delete takes it away,
 * which Ctrl+Z brings back.
 */
export const PartList = <Item extends { id: string }>(props: {
  part: PartName;
  label: string;
  items: readonly Item[];
  nameOf: (item: Item) => string;
  /** In the button that opens it: words only. */
  render: (item: Item) => ReactNode;
  /** Chips at the right end. */
  renderMarks?: (item: Item) => ReactNode;
  /** Under the row. */
  renderBelow?: (item: Item) => ReactNode;
  /** Files dropped on the row or on what is under it. */
  onFiles?: (item: Item, transfer: DataTransfer) => void;
  onOpen: (item: Item) => void;
  menu?: (item: Item) => MenuEntry[];
}) => {
  const { part, nameOf } = props;
  const { t } = useTranslation(['projects', 'common']);
  const acts = useActs();
  const remove = (item: Item): void => {
    void acts.run(async () => {
      await client.projects.removePart({ part, id: item.id });
      say(t('about.removed', { name: nameOf(item) }));
    });
  };
  const droppable = (item: Item, row: ReactNode): ReactNode => {
    const { onFiles } = props;
    return onFiles === undefined ? row : <FileDrop onFiles={(transfer) => onFiles(item, transfer)}>{row}</FileDrop>;
  };
  return (
    <>
      <ReorderList
        label={props.label}
        items={props.items}
        getKey={({ id }) => id}
        getLabel={nameOf}
        onMove={(id, to) => void acts.run(() => client.projects.movePart({ part, id, to }))}
        renderItem={(item, { handle }) =>
          droppable(
            item,
            <>
              <Row>
                {handle}
                <Open
                  type="button"
                  data-part-row=""
                  onClick={() => props.onOpen(item)}
                  onKeyDown={(event: KeyboardEvent) => {
                    if (event.code !== 'Delete') return;
                    event.preventDefault();
                    focusBeside(event.currentTarget);
                    remove(item);
                  }}
                >
                  {props.render(item)}
                </Open>
                {props.renderMarks?.(item)}
                <MenuButton
                  iconOnly
                  size="small"
                  label={t('about.rowMenu', { name: nameOf(item) })}
                  items={[
                    { id: 'edit', label: t('common:action.edit'), keys: 'Enter', run: () => props.onOpen(item) },
                    ...(props.menu?.(item) ?? []),
                    {
                      id: 'remove',
                      label: t('common:action.remove'),
                      keys: 'Del',
                      danger: true,
                      run: () => remove(item),
                    },
                  ]}
                />
              </Row>
              {props.renderBelow?.(item)}
            </>,
          )
        }
      />
      <ErrorNotice error={acts.error} />
    </>
  );
};

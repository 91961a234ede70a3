import MuiMenu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { useState, type ReactNode } from 'react';
import { Button, IconButton, type ButtonVariant } from './Button.tsx';
import { ChevronDownIcon, MoreIcon } from './icons.tsx';
import { Kbd } from './Kbd.tsx';

export type MenuEntry =
  | 'line'
  | {
      id: string;
      label: string;
      keys?: string;
      icon?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
      checked?: boolean;
      run: () => void;
    };

const Line = styled('li')({ borderTop: '1px solid var(--line)', margin: '4px 0', listStyle: 'none' });

const CheckMark = ({ checked }: { checked: boolean }) => (
  <span aria-hidden="true" style={{ width: 14 }}>
    {checked ? '✓' : ''}
  </span>
);

export type MenuPlace = { element: HTMLElement } | { x: number; y: number };

/** A menu at an element or at a point; the arrows move, a letter jumps, Esc closes. */
export const Menu = ({
  place,
  items,
  onClose,
  label,
}: {
  place: MenuPlace | null;
  items: readonly MenuEntry[];
  onClose: () => void;
  label: string;
}) => {
  const at =
    place === null
      ? {}
      : 'element' in place
        ? { anchorEl: place.element }
        : { anchorReference: 'anchorPosition' as const, anchorPosition: { left: place.x, top: place.y } };
  return (
    <MuiMenu open={place !== null} onClose={onClose} {...at} slotProps={{ list: { 'aria-label': label, dense: true } }}>
      {items.map((item, index) =>
        item === 'line' ? (
          // lines have no name of their own; their place is their key
          <Line key={`line-${index}`} role="separator" />
        ) : (
          <MenuItem
            key={item.id}
            disabled={item.disabled === true}
            {...(item.checked === undefined ? {} : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
            sx={item.danger === true ? { color: 'var(--red)' } : {}}
            onClick={() => {
              onClose();
              item.run();
            }}
          >
            {item.checked === undefined ? null : <CheckMark checked={item.checked} />}
            {item.icon}
            <span style={{ flex: 1 }}>{item.label}</span>
            {item.keys === undefined ? null : <Kbd keys={item.keys} />}
          </MenuItem>
        ),
      )}
    </MuiMenu>
  );
};

/** A button that opens a menu; without `label` shown it is the three dots. */
export const MenuButton = ({
  label,
  items,
  icon,
  iconOnly = false,
  variant = iconOnly ? 'bare' : 'plain',
  size = 'normal',
  disabled = false,
}: {
  label: string;
  items: readonly MenuEntry[];
  icon?: ReactNode;
  /** Shows only the icon (three dots by default); `label` is then its name. */
  iconOnly?: boolean;
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  disabled?: boolean;
}) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = anchor !== null;
  return (
    <>
      {iconOnly ? (
        <IconButton
          label={label}
          icon={icon ?? <MoreIcon />}
          variant={variant}
          size={size}
          expanded={open}
          disabled={disabled}
          onClick={(event) => setAnchor(event.currentTarget)}
        />
      ) : (
        <Button
          variant={variant}
          size={size}
          icon={icon}
          expanded={open}
          disabled={disabled}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {label}
          <ChevronDownIcon size={13} />
        </Button>
      )}
      <Menu
        place={anchor === null ? null : { element: anchor }}
        items={items}
        label={label}
        onClose={() => setAnchor(null)}
      />
    </>
  );
};

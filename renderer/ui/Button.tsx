import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { MouseEvent, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { Kbd, useKeyText } from './Kbd.tsx';
import { Tooltip } from './Tooltip.tsx';

export type ButtonVariant = 'plain' | 'primary' | 'bare' | 'danger';

const Shape = styled(ButtonBase, { shouldForwardProp: (name) => name !== 'variant' && name !== 'size' })<{
  variant: ButtonVariant;
  size: 'normal' | 'small';
}>(({ variant, size }) => ({
  display: 'inline-flex',
  flex: 'none',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 6,
  height: size === 'small' ? 26 : 30,
  padding: size === 'small' ? '0 9px' : '0 12px',
  borderRadius: 'var(--radius)',
  border: '1px solid var(--line-strong)',
  background: 'var(--surface)',
  color: 'var(--text)',
  fontSize: size === 'small' ? 13 : 14,
  fontWeight: 550,
  lineHeight: 1.2,
  whiteSpace: 'nowrap',
  transition: 'background-color 120ms, border-color 120ms',
  '&:hover': { background: 'var(--bg)', borderColor: 'var(--edge)' },
  '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
  '&.Mui-disabled': { color: 'var(--faint)', background: 'var(--bg)', borderColor: 'var(--line)' },
  ...(variant === 'primary' && {
    background: 'var(--ink)',
    borderColor: 'var(--ink)',
    color: 'var(--on-ink)',
    '&:hover': { background: 'color-mix(in srgb, var(--ink) 88%, var(--text))', borderColor: 'var(--ink)' },
    '& kbd': { background: 'transparent', color: 'inherit', borderColor: 'currentColor' },
  }),
  ...(variant === 'danger' && {
    color: 'var(--red)',
    borderColor: 'var(--red)',
    '&:hover': { background: 'var(--red-soft)', borderColor: 'var(--red)' },
  }),
  ...(variant === 'bare' && {
    borderColor: 'transparent',
    background: 'transparent',
    color: 'var(--soft)',
    padding: '0 6px',
    '&:hover': { background: 'var(--fill)', borderColor: 'transparent' },
    '&.Mui-disabled': { color: 'var(--faint)', background: 'transparent', borderColor: 'transparent' },
  }),
}));

export type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  icon?: ReactNode;
  /** Shown as a key cap; bind the key itself with `useKeys` or `useCommands`. */
  shortcut?: string;
  /** Says that the act runs: refuses a second press and keeps the focus. */
  waiting?: boolean;
  disabled?: boolean;
  submit?: boolean;
  /** For a button that shows or hides something. */
  expanded?: boolean;
  pressed?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
};

export const Button = (props: ButtonProps) => {
  const { children, variant = 'plain', size = 'normal', icon, shortcut, waiting = false, disabled = false } = props;
  return (
    <Shape
      variant={variant}
      size={size}
      type={props.submit === true ? 'submit' : 'button'}
      disabled={disabled}
      aria-busy={waiting || undefined}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      ref={props.buttonRef}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (!waiting) props.onClick?.(event);
      }}
    >
      {icon}
      {children}
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </Shape>
  );
};

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & {
  /** The accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
};

/** A button that is only a drawing: its name stands in the tooltip. */
export const IconButton = ({ label, icon, shortcut, variant = 'bare', size = 'normal', ...rest }: IconButtonProps) => {
  const keyText = useKeyText();
  return (
    <Tooltip text={shortcut === undefined ? label : `${label} · ${keyText(shortcut)}`} names={false}>
      <Shape
        variant={variant}
        size={size}
        type="button"
        disabled={rest.disabled ?? false}
        aria-label={label}
        aria-expanded={rest.expanded}
        aria-pressed={rest.pressed}
        ref={rest.buttonRef}
        onClick={rest.onClick}
        sx={{ minWidth: size === 'small' ? 26 : 28, px: '5px' }}
      >
        {icon}
      </Shape>
    </Tooltip>
  );
};

const linkLook = {
  color: 'var(--ink)',
  textDecoration: 'underline',
  textDecorationColor: 'var(--ink-mid)',
  textUnderlineOffset: 2,
  '&:hover': { textDecorationColor: 'var(--ink)' },
} as const;

const LinkShape = styled(Link)(linkLook);

const LinkButtonShape = styled('button')({
  ...linkLook,
  border: 0,
  padding: 0,
  background: 'none',
  cursor: 'pointer',
  textAlign: 'left',
  borderRadius: 2,
});

/** A link to another place of Viche. */
export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <LinkShape to={to}>{children}</LinkShape>
);

/** An act that reads as a link. */
export const LinkButton = ({ children, onClick }: { children: ReactNode; onClick: () => void }) => (
  <LinkButtonShape type="button" onClick={onClick}>
    {children}
  </LinkButtonShape>
);

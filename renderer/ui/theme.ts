import { createTheme } from '@mui/material/styles';
import { fontFamily, motion, tokens, type Appearance } from './tokens.ts';

/** MUI computes with real colours, so the palette repeats the tokens; our own styles use `var(--…)` only. */
const palette = (appearance: Appearance) => {
  const t = tokens[appearance];
  const colour = (main: string, soft: string) => ({ main, light: soft, dark: main, contrastText: t['on-ink'] });
  return {
    primary: colour(t.ink, t['ink-soft']),
    secondary: colour(t.soft, t.fill),
    error: colour(t.red, t['red-soft']),
    warning: colour(t.amber, t['amber-soft']),
    success: colour(t.green, t['green-soft']),
    info: colour(t.ink, t['ink-soft']),
    text: { primary: t.text, secondary: t.soft, disabled: t.faint },
    background: { default: t.bg, paper: t.surface },
    divider: t.line,
  };
};

const floating = {
  backgroundColor: 'var(--surface)',
  backgroundImage: 'none',
  border: '1px solid var(--line)',
  borderRadius: 8,
  boxShadow: 'var(--shadow)',
};

/** The one MUI theme: both appearances as CSS variables switched by `<html data-theme>`, no ripple, short movements. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme', cssVarPrefix: 'mui' },
  colorSchemes: { light: { palette: palette('light') }, dark: { palette: palette('dark') } },
  motion: { reducedMotion: 'system' },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily,
    fontSize: 14,
    htmlFontSize: 14,
    body1: { fontSize: 14, lineHeight: 1.45 },
    body2: { fontSize: 13, lineHeight: 1.45 },
    button: { textTransform: 'none', fontWeight: 550, fontSize: 14 },
  },
  transitions: {
    duration: {
      shortest: motion,
      shorter: motion,
      short: motion,
      standard: motion,
      complex: motion,
      enteringScreen: motion,
      leavingScreen: motion,
    },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiPopover: { styleOverrides: { paper: floating } },
    MuiMenu: { styleOverrides: { paper: { ...floating, marginTop: 4 }, list: { padding: 4 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '4px 10px',
          gap: 10,
          borderRadius: 6,
          fontSize: 14,
          '&.Mui-focusVisible, &:hover': { backgroundColor: 'var(--ink-soft)' },
          '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
          '&.Mui-selected, &.Mui-selected:hover, &.Mui-selected.Mui-focusVisible': {
            backgroundColor: 'var(--ink-soft)',
            color: 'var(--ink-text)',
            fontWeight: 600,
          },
          '&.Mui-disabled': { opacity: 1, color: 'var(--faint)' },
        },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, disableInteractive: true },
      styleOverrides: {
        tooltip: {
          ...floating,
          borderRadius: 6,
          color: 'var(--text)',
          fontSize: 12,
          fontWeight: 450,
          padding: '4px 8px',
          maxWidth: 420,
        },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { backgroundColor: 'rgba(20,18,14,.38)' },
        invisible: { backgroundColor: 'transparent' },
      },
    },
    MuiSkeleton: {
      defaultProps: { animation: false },
      styleOverrides: { root: { backgroundColor: 'var(--fill)', borderRadius: 4 } },
    },
  },
});

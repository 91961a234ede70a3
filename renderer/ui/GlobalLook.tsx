import GlobalStyles from '@mui/material/GlobalStyles';
import { fontFamily, tokens, type Appearance } from './tokens.ts';

const variables = (appearance: Appearance): Record<string, string> =>
  Object.fromEntries(Object.entries(tokens[appearance]).map(([name, value]) => [`--${name}`, value]));

const sheet = (
  <GlobalStyles
    styles={{
      ':root': {
        ...variables('light'),
        colorScheme: 'light',
        '--radius': '6px',
        '--row': '32px',
        '--row-tight': '28px',
        '--font': fontFamily,
      },
      '[data-theme=dark]': { ...variables('dark'), colorScheme: 'dark' },
      '*, *::before, *::after': { boxSizing: 'border-box' },
      html: { height: '100%', WebkitTextSizeAdjust: '100%' },
      body: {
        margin: 0,
        height: '100%',
        background: 'var(--bg)',
        color: 'var(--text)',
        font: '14px/1.45 var(--font)',
        fontFeatureSettings: '"tnum","cv05"',
        // overscroll must not move the window as a web page
        overscrollBehavior: 'none',
      },
      '#root': { height: '100%' },
      'h1, h2, h3, p': { margin: 0 },
      h1: { fontSize: 17, lineHeight: 1.25, fontWeight: 650 },
      h2: { fontSize: 13, lineHeight: 1.4, fontWeight: 650 },
      h3: { fontSize: 13, lineHeight: 1.4, fontWeight: 600 },
      'button, input, select, textarea': { font: 'inherit', color: 'inherit', letterSpacing: 'inherit' },
      '::placeholder': { color: 'var(--faint)', opacity: 1 },
      '::selection': { background: 'var(--ink-mid)', color: 'var(--text)' },
      // words that were searched for: underlined as well, since a colour alone may not be seen
      '::highlight(found)': {
        backgroundColor: 'var(--mark)',
        color: 'var(--text)',
        textDecoration: 'underline 2px var(--amber-fill)',
      },
      ':focus-visible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
      '.soft': { color: 'var(--soft)' },
      '.faint': { color: 'var(--faint)' },
      '.small': { fontSize: 12 },
      '.cut': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
      // for a screen reader only
      '.unseen': {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        padding: 0,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
        border: 0,
      },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '0.01ms !important',
        },
      },
      '@media print': {
        ':root, [data-theme=dark]': { ...variables('light'), colorScheme: 'light' },
        'html, body, #root': { height: 'auto', background: '#fff' },
        '.noPrint': { display: 'none !important' },
        '::highlight(found)': { backgroundColor: 'transparent', color: 'inherit', textDecoration: 'none' },
      },
    }}
  />
);

/** Tokens as CSS variables and what holds for every page; rendered once at the root. */
export const GlobalLook = () => sheet;

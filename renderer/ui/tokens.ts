/**
 * The colours of Viche. Warm paper greys and one accent (`ink`). Every text colour reaches 4.5:1 on `bg`, `surface`,
 * `sunken`, `fill` and `inkSoft`; `edge` and `amberFill` reach 3:1 and are not for text.
 */
const light = {
  bg: '#F5F4F0',
  surface: '#FFFFFF',
  sunken: '#EFEDE7',
  fill: '#EBE8E1',
  line: '#DEDAD2',
  'line-strong': '#C4BEB3',
  edge: '#8A8378',
  text: '#1C1B19',
  soft: '#57524A',
  faint: '#6B655B',
  ink: '#1B4D5C',
  'ink-soft': '#E3EEF0',
  'ink-mid': '#8FB6C0',
  'ink-text': '#123741',
  'on-ink': '#FFFFFF',
  amber: '#875400',
  'amber-soft': '#FBEFD8',
  'amber-fill': '#B8770A',
  red: '#A3271F',
  'red-soft': '#FBE6E3',
  green: '#2C6A41',
  'green-soft': '#E2F1E6',
  violet: '#5B4A8A',
  'violet-soft': '#ECE8F5',
  mark: '#FFE39A',
  shadow: '0 6px 24px rgba(44,36,22,.14),0 1px 3px rgba(44,36,22,.10)',
};

/** The name of a token; used in styles as `var(--name)`. */
export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  bg: '#141617',
  surface: '#1B1E20',
  sunken: '#121415',
  fill: '#2A2F32',
  line: '#2C3134',
  'line-strong': '#41484C',
  edge: '#767F84',
  text: '#E9E7E2',
  soft: '#B6B2A9',
  faint: '#9C978D',
  ink: '#7CC0CF',
  'ink-soft': '#1D3238',
  'ink-mid': '#3D6B76',
  'ink-text': '#BFE3EA',
  'on-ink': '#0C1F24',
  amber: '#E0A94A',
  'amber-soft': '#33280F',
  'amber-fill': '#D79A3A',
  red: '#F08A80',
  'red-soft': '#3A1C19',
  green: '#85C79A',
  'green-soft': '#182B1F',
  violet: '#B7A8E6',
  'violet-soft': '#272138',
  mark: '#57430F',
  shadow: '0 8px 28px rgba(0,0,0,.55),0 0 0 1px #33393D',
};

/** Both appearances by the value of `<html data-theme>`. */
export const tokens = { light, dark };

export type Appearance = keyof typeof tokens;

export const fontFamily = '"Inter Variable","Inter","DejaVu Sans",sans-serif';

/** Length of every movement in milliseconds; `prefers-reduced-motion` makes it none (see GlobalLook). */
export const motion = 120;

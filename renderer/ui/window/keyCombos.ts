/** `Ctrl+Shift+D` taken apart. `code` is the physical key (`KeyboardEvent.code`), so it is the same key in every layout. */
export type KeyCombo = { ctrl: boolean; alt: boolean; shift: boolean; codes: readonly string[] };

const named: Record<string, readonly string[]> = {
  Enter: ['Enter', 'NumpadEnter'],
  Space: ['Space'],
  Esc: ['Escape'],
  Tab: ['Tab'],
  Up: ['ArrowUp'],
  Down: ['ArrowDown'],
  Left: ['ArrowLeft'],
  Right: ['ArrowRight'],
  Home: ['Home'],
  End: ['End'],
  PageUp: ['PageUp'],
  PageDown: ['PageDown'],
  Del: ['Delete'],
  Backspace: ['Backspace'],
  '\\': ['Backslash', 'IntlBackslash'],
  '/': ['Slash'],
  '.': ['Period'],
  ',': ['Comma'],
  ';': ['Semicolon'],
  "'": ['Quote'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
  '-': ['Minus', 'NumpadSubtract'],
  '=': ['Equal', 'NumpadAdd'],
  '`': ['Backquote'],
};

const codesOf = (key: string): readonly string[] => {
  if (/^[A-Z]$/.test(key)) return [`Key${key}`];
  if (/^[0-9]$/.test(key)) return [`Digit${key}`, `Numpad${key}`];
  if (/^F([1-9]|1[0-2])$/.test(key)) return [key];
  const codes = named[key];
  if (codes === undefined) throw new Error(`No such key: ${key}`);
  return codes;
};

/** The caps of a combo as written: `Ctrl+Shift+D` → `['Ctrl', 'Shift', 'D']`. */
export const capsOf = (combo: string): string[] => combo.split('+');

/** Takes a combo apart; throws on a key that does not exist, so that a slip shows at once. */
export const parseCombo = (combo: string): KeyCombo => {
  const caps = capsOf(combo);
  const modifiers = caps.slice(0, -1);
  return {
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
    codes: codesOf(caps.at(-1) ?? ''),
  };
};

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether the event is that combo, no modifier more or less. On a Mac, Command stands for Ctrl. */
export const matchesCombo = (combo: KeyCombo, event: Pressed, mac = false): boolean =>
  combo.codes.includes(event.code) &&
  combo.ctrl === (mac ? event.metaKey : event.ctrlKey) &&
  combo.alt === event.altKey &&
  combo.shift === event.shiftKey;

/** A combo that would otherwise type something: it must not act while a text field has the focus. */
export const typesText = (combo: KeyCombo): boolean => !combo.ctrl && !combo.alt && !/^F\d/.test(combo.codes[0] ?? '');

/** Whether the person is typing there. */
export const isTextField = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
};

const lettersTakenBy = '[role=menu],[role=listbox]';
const pressedBySpaceOrEnter =
  'button,a[href],summary,input,[role=button],[role=option],[role=menuitem],[role=tab],[role=combobox]';

/**
 * Whether the combo belongs to the place that has the focus rather than to the page: text in a field, a letter in a
 * menu (it jumps), Enter and Space on a button.
 */
export const belongsToTarget = (combo: KeyCombo, target: EventTarget | null): boolean => {
  if (!typesText(combo) || !(target instanceof Element)) return false;
  if (isTextField(target) || target.closest(lettersTakenBy) !== null) return true;
  const pressing = combo.codes.includes('Enter') || combo.codes.includes('Space');
  return pressing && target.closest(pressedBySpaceOrEnter) !== null;
};

export const isMac = (): boolean => navigator.userAgent.includes('Mac OS');

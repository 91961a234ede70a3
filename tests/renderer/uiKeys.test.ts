import { describe, expect, test } from 'vitest';
import { capsOf, matchesCombo, parseCombo, typesText } from '../../renderer/ui/window/keyCombos.ts';

const pressed = (code: string, held: Partial<Record<'ctrl' | 'alt' | 'shift' | 'meta', true>> = {}) => ({
  code,
  ctrlKey: held.ctrl === true,
  altKey: held.alt === true,
  shiftKey: held.shift === true,
  metaKey: held.meta === true,
});

describe('key combos', () => {
  test('match the physical key, whatever the layout writes on it', () => {
    expect(matchesCombo(parseCombo('Ctrl+K'), pressed('KeyK', { ctrl: true }))).toBe(true);
    expect(matchesCombo(parseCombo('Ctrl+K'), pressed('KeyK'))).toBe(false);
    expect(matchesCombo(parseCombo('/'), pressed('Slash'))).toBe(true);
    expect(matchesCombo(parseCombo('Ctrl+\\'), pressed('IntlBackslash', { ctrl: true }))).toBe(true);
    expect(matchesCombo(parseCombo('Alt+1'), pressed('Numpad1', { alt: true }))).toBe(true);
    expect(matchesCombo(parseCombo('Enter'), pressed('NumpadEnter'))).toBe(true);
  });

  test('take no modifier more', () => {
    expect(matchesCombo(parseCombo('E'), pressed('KeyE', { shift: true }))).toBe(false);
    expect(matchesCombo(parseCombo('Ctrl+Z'), pressed('KeyZ', { ctrl: true, shift: true }))).toBe(false);
    expect(matchesCombo(parseCombo('Ctrl+Shift+Z'), pressed('KeyZ', { ctrl: true, shift: true }))).toBe(true);
  });

  test('on a Mac Command stands for Ctrl', () => {
    expect(matchesCombo(parseCombo('Ctrl+K'), pressed('KeyK', { meta: true }), true)).toBe(true);
    expect(matchesCombo(parseCombo('Ctrl+K'), pressed('KeyK', { ctrl: true }), true)).toBe(false);
  });

  test('know which of them would type something', () => {
    expect(['E', 'Enter', '/', 'Shift+A', 'Up'].map((combo) => typesText(parseCombo(combo)))).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(['Ctrl+E', 'Alt+N', 'F4'].map((combo) => typesText(parseCombo(combo)))).toEqual([false, false, false]);
  });

  test('a key that does not exist is a mistake that shows at once', () => {
    expect(() => parseCombo('Ctrl+Ї')).toThrow('No such key');
    expect(capsOf('Ctrl+Shift+D')).toEqual(['Ctrl', 'Shift', 'D']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isUndo, plainKey } from './shortcuts.js';
import type { KeyPress } from './shortcuts.js';

function press(key: string, held: readonly string[] = [], isComposing = false): KeyPress {
  return {
    key,
    ctrlKey: held.includes('Control'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    isComposing,
    getModifierState: (name) => held.includes(name),
  };
}

describe('a key pressed', () => {
  it('is a plain letter, or "?" which a Danish keyboard writes with Shift', () => {
    expect(plainKey(press('s'))).toBe('s');
    expect(plainKey(press('?', ['Shift']))).toBe('?');
  });

  it.each([
    ['Ctrl', press('s', ['Control'])],
    ['the command key', press('s', ['Meta'])],
    ['Alt', press('s', ['Alt'])],
    ['AltGr, which writes @ and {', press('@', ['Control', 'Alt', 'AltGraph'])],
    ['a dead key', press('´', [], true)],
  ])('is no plain letter with %s', (_, key) => {
    expect(plainKey(key)).toBeNull();
  });

  it('takes back with Ctrl+Z, not with Shift or AltGr', () => {
    expect(isUndo(press('z', ['Control']))).toBe(true);
    expect(isUndo(press('z', ['Meta']))).toBe(true);
    expect(isUndo(press('Z', ['Control', 'Shift']))).toBe(false);
    expect(isUndo(press('z', ['Control', 'Alt', 'AltGraph']))).toBe(false);
    expect(isUndo(press('z'))).toBe(false);
  });
});

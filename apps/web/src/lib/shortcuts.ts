/** What a key press says about itself, as the browser gives it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  getModifierState(key: string): boolean;
}

/** The single character that was typed without Ctrl, Alt, AltGr or a dead key; null for anything else. */
export function plainKey(press: KeyPress): string | null {
  if (press.isComposing || press.getModifierState('AltGraph')) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return press.key;
}

/** Whether a key press is the browser's own "undo". */
export function isUndo(press: KeyPress): boolean {
  const command = (press.ctrlKey || press.metaKey) && !press.altKey && !press.getModifierState('Shift');
  return command && press.key.toLowerCase() === 'z';
}

/** Whether somebody is typing: then keys are letters and nothing else. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

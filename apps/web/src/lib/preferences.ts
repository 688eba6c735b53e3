import { createStore } from './store.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['normal', 'dense'] as const;
/** How large the text is where agendas are read, from the smallest. */
export const TEXT_SIZES = ['small', 'medium', 'large'] as const;

/** How one person wants the screens on this device. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number];
  readonly density: (typeof DENSITIES)[number];
  /** Whether single letters act in a list that has the focus. */
  readonly shortcuts: boolean;
  readonly textSize: (typeof TEXT_SIZES)[number];
}

const KEY = 'dagsorden.preferences';
const USUAL: Preferences = { theme: 'system', density: 'normal', shortcuts: true, textSize: 'medium' };

/** Reads what was kept; anything that is not understood is as usual. */
export function readPreferences(text: string | null): Preferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return USUAL;
  }
  if (kept === null || typeof kept !== 'object') return USUAL;
  const { theme, density, shortcuts, textSize }: Partial<Record<keyof Preferences, unknown>> = kept;
  return {
    theme: THEMES.find((known) => known === theme) ?? USUAL.theme,
    density: DENSITIES.find((known) => known === density) ?? USUAL.density,
    shortcuts: typeof shortcuts === 'boolean' ? shortcuts : USUAL.shortcuts,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? USUAL.textSize,
  };
}

export const preferences = createStore<Preferences>(USUAL);

/** Takes up the preferences kept on this device and follows those set in other tabs. */
export function startPreferences(): void {
  const takeUp = (): void => {
    preferences.set(readPreferences(kept()));
    apply();
  };
  takeUp();
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) takeUp();
  });
}

export function setPreferences(next: Preferences): void {
  preferences.set(next);
  apply();
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing: it holds until the page is left.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The style sheets read theme, density and the size of texts that are read from the root element. */
function apply(): void {
  const { theme, density, textSize } = preferences.get();
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = density;
  document.documentElement.dataset.textSize = textSize;
}

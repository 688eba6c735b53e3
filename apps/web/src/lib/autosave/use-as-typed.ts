import { useState } from 'react';

/**
 * A text that saves itself stands in its field as it was typed as long as the field has the focus, also when the api has taken
 * the spaces off its ends; `isSame` says when two texts say the same.
 */
export function useAsTyped(standing: string, isSame: (one: string, other: string) => boolean) {
  const [own, setOwn] = useState<string | null>(null);
  return {
    value: own !== null && isSame(own, standing) ? own : standing,
    typed: (text: string): void => setOwn(text),
    left: (): void => setOwn(null),
  };
}

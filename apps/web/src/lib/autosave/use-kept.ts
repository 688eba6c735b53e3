import { useRef, useState } from 'react';
import { dropDraft, keepDraft, keptDrafts } from './drafts.js';
import type { KeptDraft } from './drafts.js';
import { isEmpty, withoutEqual } from './fields.js';

/** A form that is sent as a whole, with what is typed into it kept on the device until it is. */
export interface Kept<Fields> {
  /** What the form holds. */
  readonly fields: Fields;
  /** Takes what was typed; as a function of what stands there by then, where it is told of later. */
  readonly type: (patch: Partial<Fields> | ((now: Fields) => Partial<Fields>)) => void;
  /** Lets go of what was sent; what was typed after that stays. */
  readonly letGo: (sent: Fields) => void;
}

/**
 * Keeps what is typed into a form under the name of a page and the id of its thing, over what stands there (`stands`, which may
 * change meanwhile: fields that nobody has typed into follow it).
 */
export function useKept<Fields extends object>(page: string, id: string, stands: Fields): Kept<Fields> {
  const [typed, setTyped] = useState(() => keptIn(page, id, stands));
  // Who answers later means what stands there then.
  const latest = useRef(typed);
  const keep = (next: Partial<Fields>): void => {
    latest.current = next;
    setTyped(next);
    if (isEmpty(next)) dropDraft(page, id);
    else keepDraft(page, id, { typed: next, base: stands, version: 0 });
  };
  return {
    fields: { ...stands, ...typed },
    type: (patch) => {
      const now = { ...stands, ...latest.current };
      keep(
        withoutEqual({ ...latest.current, ...(typeof patch === 'function' ? patch(now) : patch) }, stands),
      );
    },
    letGo: (sent) => keep(withoutEqual(latest.current, sent)),
  };
}

function keptIn<Fields extends object>(page: string, id: string, stands: Fields): Partial<Fields> {
  return keptDrafts(page, isDraftOf(stands)).get(id)?.typed ?? {};
}

/** Whether something kept was typed into a form of these fields: texts, and lists of texts. */
function isDraftOf<Fields extends object>(stands: Fields) {
  const kinds = new Map(Object.entries(stands).map(([name, value]) => [name, kindOf(value)]));
  return (kept: unknown): kept is KeptDraft<Fields> =>
    isObject(kept) &&
    isObject(kept.typed) &&
    Object.entries(kept.typed).every(([name, value]) => kinds.get(name) === kindOf(value));
}

function kindOf(value: unknown): string | null {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? 'list' : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

import type { Request } from 'express';

/** A place on each request for one thing that is known of it, out of reach of whoever has not this slot. */
export interface RequestSlot<Value> {
  /** What was put there for a request; undefined before. */
  get(request: Request): Value | undefined;
  /** Puts it there. */
  set(request: Request, value: Value): void;
}

/**
 * Makes a slot; its name is for those who look at a request in a debugger. A property and not a WeakMap: every request fills
 * several, and the collector takes longer over weak maps than all of them take to fill.
 */
export function requestSlot<Value>(name: string): RequestSlot<Value> {
  const key = Symbol(name);
  type Slotted = Request & Record<symbol, Value | undefined>;
  return {
    get: (request) => (request as Slotted)[key],
    set: (request, value) => {
      (request as Slotted)[key] = value;
    },
  };
}

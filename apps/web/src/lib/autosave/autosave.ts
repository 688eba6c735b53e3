import { ApiError, statusOf } from '../api/problem.js';
import { createStore } from '../store.js';
import type { Store } from '../store.js';
import { dropDraft, keepDraft, keptDrafts } from './drafts.js';
import type { KeptDraft } from './drafts.js';
import { isEmpty, isSame, namesIn, withoutEqual } from './fields.js';

/** A thing that is written in as the server has it: the fields one types into, and its version. */
export interface Saved<Fields> {
  readonly fields: Fields;
  readonly version: number;
}

/**
 * How what was typed stands: it waits for a pause, is on its way, could not be sent (and is tried again), was refused by a
 * rule, or somebody else has changed the same field.
 */
export type SaveState = 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict';

/** Something typed that is not saved yet. */
export interface Unsaved<Fields> extends KeptDraft<Fields> {
  readonly state: SaveState;
  /** Why it was refused or could not be sent: a sentence, or what the request threw. */
  readonly error: unknown;
  /** What the server has now, where somebody else was first. */
  readonly theirs: Saved<Fields> | null;
  /** It was found on this device when the page opened. */
  readonly restored: boolean;
}

export interface AutosaveOptions<Fields> {
  /** The name of the page that drafts are kept under. */
  readonly page: string;
  /** Sends what was typed to a version; `leaving`: the page is being left, and nobody waits for the answer. */
  readonly send: (
    id: string,
    typed: Partial<Fields>,
    version: number,
    leaving: boolean,
  ) => Promise<Saved<Fields>>;
  /** Reads what the server has now from the refusal of a stale version; null when it cannot be read. */
  readonly readCurrent: (current: unknown) => Saved<Fields> | null;
  readonly isDraft: (kept: unknown) => kept is KeptDraft<Fields>;
  /** What is wrong with what was typed, as a sentence: it is not sent then. */
  readonly faultOf?: (typed: Partial<Fields>) => string | null;
  /** Milliseconds after the last key (800) and after the first that was not saved (5,000). */
  readonly pauses?: { readonly rest: number; readonly most: number };
}

const PAUSES = { rest: 800, most: 5000 };
/** How long it waits before it tries again what could not be sent, in milliseconds: 1 s, then twice as long, up to 15 s. */
const AGAIN = { first: 1000, most: 15_000 };

interface Timing {
  timer: ReturnType<typeof setTimeout> | null;
  /** When the first key that is not saved was pressed. */
  since: number;
  failures: number;
}

/**
 * Saves what is typed into the things of one page, each by itself: kept on the device at once, sent after a pause. Two
 * who change different fields of a thing do not disturb each other; who changes the same field is shown both texts.
 */
export class Autosave<Fields extends object> {
  readonly unsaved: Store<ReadonlyMap<string, Unsaved<Fields>>> = createStore<
    ReadonlyMap<string, Unsaved<Fields>>
  >(new Map());
  /** When something was last saved, in milliseconds; null before that. */
  readonly lastSaved: Store<number | null> = createStore<number | null>(null);
  /** Something typed on an earlier visit was found on this device; so until something is typed anew. */
  readonly restored: Store<boolean> = createStore(false);
  private readonly timings = new Map<string, Timing>();
  private readonly sending = new Map<string, Promise<void>>();

  constructor(private readonly options: AutosaveOptions<Fields>) {}

  /** Takes up the drafts of an earlier visit, and sends them. */
  takeUp(): void {
    for (const [id, draft] of keptDrafts(this.options.page, this.options.isDraft)) {
      this.put(id, { ...draft, state: 'waiting', error: null, theirs: null, restored: true });
      this.schedule(id);
      this.restored.set(true);
    }
  }

  /** Takes what was typed into some fields of a thing that stands as `now`. */
  type(id: string, now: Saved<Fields>, patch: Partial<Fields>): void {
    this.restored.set(false);
    const before = this.unsaved.get().get(id);
    const { base, version } = before ?? { base: now.fields, version: now.version };
    const all = { ...before?.typed, ...patch };
    // What is on its way is no longer what stands there: going back to it is a change of its own.
    const typed = this.sending.has(id) ? all : withoutEqual(all, base);
    if (isEmpty(typed)) {
      this.drop(id);
      return;
    }
    const isStuck = before?.state === 'conflict';
    const failed = before?.state === 'failed';
    this.put(id, {
      ...{ typed, base, version, restored: false, error: failed ? before.error : null },
      ...{ state: isStuck || failed ? before.state : 'waiting', theirs: before?.theirs ?? null },
    });
    // What could not be sent has its time to be tried again.
    if (!isStuck && !failed) this.schedule(id);
  }

  /** Sends what waits, now; of one thing, or of all. */
  async flush(id?: string, leaving = false): Promise<void> {
    const ids = id === undefined ? [...this.unsaved.get().keys()] : [id];
    await Promise.all(ids.map((each) => this.send(each, leaving)));
  }

  /** Puts what was typed over what somebody else has written meanwhile; theirs stays in the history. */
  keepMine(id: string): Promise<void> {
    const unsaved = this.unsaved.get().get(id);
    if (!unsaved?.theirs) return Promise.resolve();
    const { fields, version } = unsaved.theirs;
    this.put(id, { ...unsaved, base: fields, version, theirs: null, state: 'waiting' });
    return this.flush(id);
  }

  /**
   * Lets what somebody else wrote stand, in all fields that were typed into or in some. What was typed is saved once before, so
   * that the history has both.
   */
  async takeTheirs(id: string, names?: readonly (keyof Fields)[]): Promise<void> {
    const unsaved = this.unsaved.get().get(id);
    if (!unsaved?.theirs) return;
    const { fields } = unsaved.theirs;
    const again = Object.fromEntries((names ?? namesIn(unsaved.typed)).map((name) => [name, fields[name]]));
    await this.keepMine(id);
    const now = this.unsaved.get().get(id);
    if (now) {
      // Who has gone on typing has chosen anew. Else it could not be sent: the choice is made when there is a connection.
      if (!isSame(now.typed, unsaved.typed)) return;
      this.forgetTime(id);
      this.put(id, unsaved);
      return;
    }
    const saved = this.latest.get(id);
    if (saved && !isEmpty(again)) this.type(id, saved, again as Partial<Fields>);
    await this.flush(id);
  }

  /** Lets go of what was typed into a thing: it was refused, or the thing is gone. */
  drop(id: string): void {
    this.forgetTime(id);
    dropDraft(this.options.page, id);
    const next = new Map(this.unsaved.get());
    if (next.delete(id)) this.unsaved.set(next);
  }

  /** Stops the clocks; what waits stays on the device. */
  stop(): void {
    for (const { timer } of this.timings.values()) if (timer) clearTimeout(timer);
    this.timings.clear();
  }

  private forgetTime(id: string): void {
    const timing = this.timings.get(id);
    if (timing?.timer) clearTimeout(timing.timer);
    this.timings.delete(id);
  }

  /** What the server answered last, by thing. */
  private readonly latest = new Map<string, Saved<Fields>>();

  private put(id: string, unsaved: Unsaved<Fields>): void {
    const { typed, base, version } = unsaved;
    keepDraft(this.options.page, id, { typed, base, version });
    this.unsaved.set(new Map(this.unsaved.get()).set(id, unsaved));
  }

  private schedule(id: string, delay?: number): void {
    const { rest, most } = this.options.pauses ?? PAUSES;
    const timing = this.timings.get(id) ?? { timer: null, since: Date.now(), failures: 0 };
    if (timing.timer) clearTimeout(timing.timer);
    const left = Math.max(0, timing.since + most - Date.now());
    timing.timer = setTimeout(() => void this.send(id, false), delay ?? Math.min(rest, left));
    this.timings.set(id, timing);
  }

  /** One request at a time for a thing; what is typed meanwhile goes with the next. */
  private send(id: string, leaving: boolean): Promise<void> {
    const underway = this.sending.get(id);
    if (underway && !leaving) return underway.then(() => this.send(id, leaving));
    const unsaved = this.unsaved.get().get(id);
    if (!unsaved || unsaved.state === 'conflict' || isEmpty(unsaved.typed)) return Promise.resolve();
    const fault = this.options.faultOf?.(unsaved.typed) ?? null;
    if (fault !== null) {
      this.forgetTime(id);
      this.put(id, { ...unsaved, state: 'refused', error: fault });
      return Promise.resolve();
    }
    const timing = this.timings.get(id);
    if (timing?.timer) clearTimeout(timing.timer);
    const sent = this.exchange(id, unsaved, leaving).finally(() => this.sending.delete(id));
    this.sending.set(id, sent);
    return sent;
  }

  private async exchange(id: string, unsaved: Unsaved<Fields>, leaving: boolean): Promise<void> {
    const { typed, version } = unsaved;
    this.put(id, { ...unsaved, state: 'saving', error: null });
    try {
      const saved = await this.options.send(id, typed, version, leaving);
      this.saved(id, saved, typed);
    } catch (error) {
      this.notSaved(id, error);
    }
  }

  private saved(id: string, saved: Saved<Fields>, sent: Partial<Fields>): void {
    this.latest.set(id, saved);
    this.lastSaved.set(Date.now());
    const now = this.unsaved.get().get(id);
    this.timings.delete(id);
    const more = now === undefined ? {} : withoutEqual(now.typed, sent);
    if (now === undefined || isEmpty(more)) {
      this.drop(id);
      return;
    }
    this.put(id, { ...now, typed: more, base: saved.fields, version: saved.version, state: 'waiting' });
    this.schedule(id);
  }

  private notSaved(id: string, error: unknown): void {
    const now = this.unsaved.get().get(id);
    if (!now) return;
    const theirs = isStale(error) ? this.options.readCurrent(error.problem.current) : null;
    if (theirs) {
      this.meet(id, now, theirs);
      return;
    }
    const again = isPassing(error);
    this.put(id, { ...now, state: again ? 'failed' : 'refused', error });
    if (!again) {
      this.forgetTime(id);
      return;
    }
    const timing = this.timings.get(id) ?? { timer: null, since: Date.now(), failures: 0 };
    timing.failures += 1;
    this.timings.set(id, timing);
    this.schedule(id, Math.min(AGAIN.most, AGAIN.first * 2 ** (timing.failures - 1)));
  }

  /** Somebody else was first: other fields of theirs are no conflict, the same field with another text is one. */
  private meet(id: string, mine: Unsaved<Fields>, theirs: Saved<Fields>): void {
    if (crossedNames({ ...mine, theirs }).length > 0) {
      this.put(id, { ...mine, state: 'conflict', theirs });
      return;
    }
    const typed = withoutEqual(mine.typed, theirs.fields);
    this.latest.set(id, theirs);
    if (isEmpty(typed)) {
      // It got there as the page was left, without an answer.
      this.lastSaved.set(Date.now());
      this.drop(id);
      return;
    }
    this.put(id, { ...mine, typed, base: theirs.fields, version: theirs.version, state: 'waiting' });
    this.schedule(id, 0);
  }
}

/** The fields that both have written in, with different texts. */
export function crossedNames<Fields>(
  mine: Pick<Unsaved<Fields>, 'typed' | 'base' | 'theirs'>,
): readonly (keyof Fields)[] {
  const { typed, base, theirs } = mine;
  if (theirs === null) return [];
  return namesIn(typed as Partial<Fields & object>).filter(
    (name) => !isSame(theirs.fields[name], base[name]) && !isSame(theirs.fields[name], typed[name]),
  );
}

function isStale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.problem.code === 'stale-version';
}

/** No answer, a fault of the server, a lost session, too many requests: what may go well the next time. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status >= 500 || status === 401 || status === 429;
}

/** Somebody has more waiting than one may. */
export class TooManyWaiting extends Error {}

interface TurnsSize {
  /** How many are at work at once. */
  readonly places: number;
  /** How many of one person wait at most. */
  readonly waiting: number;
}

/**
 * Turns at something that there is little of: each person has one at a time, and those who wait come one person after the
 * other, however much one of them brings.
 */
export class Turns {
  private readonly atWork = new Set<string>();
  /** Of each who waits, in the order in which they come next. */
  private readonly waiting = new Map<string, readonly (() => void)[]>();

  constructor(private readonly size: TurnsSize) {}

  /** Resolves when it is their turn; throws `TooManyWaiting` instead of letting more of theirs wait than may. */
  async take(who: string): Promise<void> {
    if (this.atWork.size < this.size.places && !this.atWork.has(who)) {
      this.atWork.add(who);
      return;
    }
    const own = this.waiting.get(who) ?? [];
    if (own.length >= this.size.waiting) throw new TooManyWaiting('Wait until some of them are done.');
    await new Promise<void>((resolve) => this.waiting.set(who, [...own, resolve]));
  }

  /** Their turn is over: it goes to whose person has waited longest of those who are not at work; they themselves come last. */
  leave(who: string): void {
    this.atWork.delete(who);
    const own = this.waiting.get(who);
    this.waiting.delete(who);
    if (own !== undefined) this.waiting.set(who, own);
    const next = [...this.waiting].find(([person]) => !this.atWork.has(person));
    if (next === undefined) return;
    const [person, [go, ...others]] = next;
    if (others.length > 0) this.waiting.set(person, others);
    else this.waiting.delete(person);
    this.atWork.add(person);
    go?.();
  }
}

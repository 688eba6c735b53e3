/** How much there is room for in a process at once, for everybody and for one person: bytes of bodies, or files coming in. */
export interface RoomSize {
  readonly total: number;
  readonly each: number;
}

const MB = 2 ** 20;
const SIZE: RoomSize = { total: 256 * MB, each: 64 * MB };

/** The room for what requests bring that are not answered yet: what does not fit in is not taken in. */
export class BodyRoom {
  private held = 0;
  private readonly heldBy = new Map<string, number>();

  constructor(private readonly size: RoomSize = SIZE) {}

  /** Takes room for some of a person's request; false, and nothing taken, where there is not enough. */
  take(who: string, much: number): boolean {
    const own = (this.heldBy.get(who) ?? 0) + much;
    if (this.held + much > this.size.total || own > this.size.each) return false;
    this.held += much;
    this.heldBy.set(who, own);
    return true;
  }

  /** Gives back room that was taken. */
  leave(who: string, much: number): void {
    const own = (this.heldBy.get(who) ?? 0) - much;
    this.held -= much;
    if (own > 0) this.heldBy.set(who, own);
    else this.heldBy.delete(who);
  }
}

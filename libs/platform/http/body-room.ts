/** How many bytes of bodies a process holds at once, for everybody and for one person. */
export interface RoomSize {
  readonly total: number;
  readonly each: number;
}

const MB = 2 ** 20;
const SIZE: RoomSize = { total: 256 * MB, each: 64 * MB };

/** The room for the bodies of requests that are not answered yet: what does not fit in is not taken in. */
export class BodyRoom {
  private held = 0;
  private readonly heldBy = new Map<string, number>();

  constructor(private readonly size: RoomSize = SIZE) {}

  /** Takes room for some bytes of a person's request; false, and nothing taken, where there is not enough. */
  take(who: string, bytes: number): boolean {
    const own = (this.heldBy.get(who) ?? 0) + bytes;
    if (this.held + bytes > this.size.total || own > this.size.each) return false;
    this.held += bytes;
    this.heldBy.set(who, own);
    return true;
  }

  /** Gives back room that was taken. */
  leave(who: string, bytes: number): void {
    const own = (this.heldBy.get(who) ?? 0) - bytes;
    this.held -= bytes;
    if (own > 0) this.heldBy.set(who, own);
    else this.heldBy.delete(who);
  }
}

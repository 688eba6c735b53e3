import type { PackagePoint } from './package-document.js';

/** Points in their order, found by their numbers; a package has as many as it has stamps. */
export class PointSlots {
  private readonly slots: { point: PackagePoint }[];
  private readonly byNumber = new Map<string, { point: PackagePoint }>();
  /** For each place the highest number up to it, so that it can be searched; without end from the first closed point on. */
  private readonly highest: number[] = [];

  constructor(points: readonly PackagePoint[]) {
    this.slots = points.map((point) => ({ point }));
    for (const slot of this.slots) {
      if (!this.byNumber.has(slot.point.number)) this.byNumber.set(slot.point.number, slot);
      this.highest.push(Math.max(this.highest.at(-1) ?? -Infinity, heightOf(slot.point)));
    }
  }

  /** The first point of a number. Numbers come twice where a closed part has its own. */
  find(number: string): PackagePoint | undefined {
    return this.byNumber.get(number)?.point;
  }

  /** Puts a point in the place of the first one of its number, or where its number belongs: never among the closed. */
  place(point: PackagePoint): void {
    const same = this.byNumber.get(point.number);
    if (same) {
      same.point = point;
      return;
    }
    const slot = { point };
    const number = parseInt(point.number, 10);
    const at = this.firstAbove(number);
    this.slots.splice(at, 0, slot);
    this.highest.splice(at, 0, Math.max(this.highest[at - 1] ?? -Infinity, heightOf(point)));
    if (point.visibility === 'closed') this.highest.fill(Infinity, at);
    this.byNumber.set(point.number, slot);
  }

  all(): PackagePoint[] {
    return this.slots.map(({ point }) => point);
  }

  private firstAbove(number: number): number {
    let from = 0;
    let to = this.slots.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.highest[middle] ?? 0) > number) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

const heightOf = ({ visibility, number }: PackagePoint): number =>
  visibility === 'closed' ? Infinity : parseInt(number, 10);

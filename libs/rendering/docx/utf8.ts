const encoder = new TextEncoder();

/**
 * Text collected as UTF-8, piece by piece. Each piece is encoded at once and let go: keeping them all and joining them at
 * the end would copy a long document twice and make the garbage collector carry it along.
 */
export class Utf8Text {
  private bytes = new Uint8Array(256 * 1024);
  private length = 0;

  add(text: string): void {
    const most = this.length + text.length * 3;
    if (most > this.bytes.length) {
      const larger = new Uint8Array(Math.max(most, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** What was collected so far. */
  toBytes(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

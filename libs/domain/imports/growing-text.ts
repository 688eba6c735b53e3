/** Where one text goes on in another: how many characters the first loses at its end, and what comes between. */
export interface Seam {
  readonly loses: number;
  readonly between: string;
}

/** No word is longer (characters); of a longer one only the end is looked at. */
const LONGEST_WORD = 1000;
const LAST_WORD = /[\s(][^\s(]*$/;

/**
 * A text that grows at its end, with its last word at hand: whoever looks through all of it for each line that is added
 * takes the square of its length.
 */
export class GrowingText {
  private readonly done: string[] = [];

  constructor(private end: string) {}

  get isEmpty(): boolean {
    return this.end === '' && this.done.length === 0;
  }

  /** Adds a piece; `seam` judges by the last word so far, with the blank or bracket before it, and the piece. */
  add(piece: string, seam: (end: string, piece: string) => Seam): void {
    const { loses, between } = seam(this.end, piece);
    const text = `${this.end.slice(0, this.end.length - loses)}${between}${piece}`;
    const lastWord = LAST_WORD.exec(text.slice(-LONGEST_WORD))?.[0];
    const kept = lastWord?.length ?? Math.min(text.length, LONGEST_WORD);
    this.done.push(text.slice(0, text.length - kept));
    this.end = text.slice(text.length - kept);
  }

  toString(): string {
    return this.done.join('') + this.end;
  }
}

/** What of a pasted text could not be taken: how many, or whether there was any. */
export interface Dropped {
  readonly images: number;
  readonly comments: number;
  /** Deletions that Word had kept. */
  readonly deletions: number;
  /** Addresses that are none of the web or of a mailbox; their words stay. */
  readonly links: number;
  /** Fields of forms, films and the like. */
  readonly parts: number;
  readonly colours: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
}

export type Drops = { -readonly [Kind in keyof Dropped]: Dropped[Kind] };

export const nothingDropped = (): Drops => ({
  ...{ images: 0, comments: 0, deletions: 0, links: 0, parts: 0 },
  ...{ colours: false, underlined: false, struck: false },
});

import type { IndstillingTemplate } from '../../domain/indstilling/index.js';
import type { Outcome } from '../../domain/outcome.js';
import { compareReturned, returnedOrigin } from './returned-paper.js';
import { readWordPaper } from './word-paper.js';
import type { WordFile, WordPaper } from './word-paper.js';

const readIndstilling = ({
  file,
  template,
}: {
  readonly file: WordFile;
  readonly template: IndstillingTemplate;
}): Outcome<WordPaper> => readWordPaper(file, template);

/** What is read of Word files in threads of their own: functions of what can be sent to a thread and back. */
export const WORD_READERS = {
  indstilling: readIndstilling,
  'returned-origin': returnedOrigin,
  'returned-agenda': compareReturned,
} as const;

export type WordReaders = typeof WORD_READERS;
export type WordReaderName = keyof WordReaders;
/** What a reader is given. */
export type Given<Name extends WordReaderName> = Parameters<WordReaders[Name]>[0];
/** What a reader finds. */
export type Found<Name extends WordReaderName> =
  ReturnType<WordReaders[Name]> extends Outcome<infer Value> ? Value : never;
/** What is sent to a thread. */
export interface WordTask<Name extends WordReaderName = WordReaderName> {
  readonly reader: Name;
  readonly given: Given<Name>;
}

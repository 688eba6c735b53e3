import { ApiError, sentenceOf } from '../../lib/api/problem.js';
import { da } from '../../texts/da.js';

export { fileInWords, sizeInText } from './file-facts.js';

const text = da.attachments;
/** Why a file was not taken, as a Danish sentence: of one that is not what its name says, both. */
export function fileFaultOf(error: unknown): string {
  const faults =
    error instanceof ApiError && error.problem.code === 'file-type-mismatch' && error.problem.faults;
  if (!faults) return sentenceOf(error);
  const ruleAt = (at: string): string => faults.find((fault) => fault.at === at)?.rule ?? 'other';
  const contents: Readonly<Partial<Record<string, string>>> = text.content;
  return text.mismatch(ruleAt('fileName'), contents[ruleAt('file')] ?? text.content.other);
}

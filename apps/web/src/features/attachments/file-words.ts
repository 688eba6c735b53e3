import type { AttachmentFileView } from '../../../../../libs/contracts/attachments.js';
import { ApiError, sentenceOf } from '../../lib/api/problem.js';
import { numberInText } from '../../lib/formats.js';
import { da } from '../../texts/da.js';

const text = da.attachments;
const NBSP = '\u00a0';

/** A size as people read it, in units of 1,000 as file managers have them: `240 kB`, `2,4 MB`; from 10 MB without decimals. */
export function sizeInText(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}byte`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}${NBSP}kB`;
  const megabytes = bytes / 1_000_000;
  return `${numberInText(megabytes < 9.95 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes))}${NBSP}MB`;
}

/** What a file is: `PDF, 2,4 MB`. */
export function fileInWords({ kind, size }: AttachmentFileView): string {
  return `${text.kind[kind]}, ${sizeInText(size)}`;
}

/** Why a file was not taken, as a Danish sentence: of one that is not what its name says, both. */
export function fileFaultOf(error: unknown): string {
  const faults =
    error instanceof ApiError && error.problem.code === 'file-type-mismatch' && error.problem.faults;
  if (!faults) return sentenceOf(error);
  const ruleAt = (at: string): string => faults.find((fault) => fault.at === at)?.rule ?? 'other';
  const contents: Readonly<Partial<Record<string, string>>> = text.content;
  return text.mismatch(ruleAt('fileName'), contents[ruleAt('file')] ?? text.content.other);
}

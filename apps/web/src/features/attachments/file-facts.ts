import type { AttachmentFileView } from '../../../../../libs/contracts/attachments.js';
import { numberInText } from '../../lib/formats.js';
import { fileKinds } from '../../texts/bilag.js';

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
  return `${fileKinds[kind]}, ${sizeInText(size)}`;
}

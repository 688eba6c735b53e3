import type { FilesReport } from '../../../libs/features/attachments/index.js';

const SHOWN = 100;

/** The outcome of verifying the stored files as a person reads it in a terminal. */
export function filesText({ files, bytes, damaged, missing, unreferenced }: FilesReport): string {
  const named = (what: string, hashes: readonly string[]): string[] => [
    ...hashes.slice(0, SHOWN).map((sha256) => `  ${what}: ${sha256}`),
    ...(hashes.length > SHOWN ? [`  ... and ${hashes.length - SHOWN} more`] : []),
  ];
  const verdict =
    damaged.length + missing.length === 0
      ? 'Every file is there and whole.'
      : `${damaged.length} files are damaged, and ${missing.length} are missing:`;
  return [
    `Verified: ${files} files, ${(bytes / 1e6).toFixed(1)} MB.`,
    `Nothing refers to ${unreferenced} of them; the worker removes those that are a day old.`,
    ...[verdict, ...named('damaged', damaged), ...named('missing', missing)],
  ]
    .map((line) => `${line}\n`)
    .join('');
}

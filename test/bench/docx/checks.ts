import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { SamplePoint } from './sample.js';

/** The text of a DOCX file without markup, for comparing what different makers put in. */
export function wordsIn(bytes: Uint8Array): string {
  const xml = unzipSync(bytes)['word/document.xml'];
  if (!xml) throw new Error('no document part');
  return strFromU8(xml)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** Stops the bench when a file lacks any of the texts it was to hold: a fast wrong document is a failure. */
export function mustHold(name: string, bytes: Uint8Array, points: readonly SamplePoint[]): void {
  const words = wordsIn(bytes);
  for (const point of points) {
    const texts = [
      point.title,
      ...point.paragraphs,
      ...point.facts.flat(),
      point.decision,
      ...point.attachments,
    ];
    const missing = texts.find((text) => !words.includes(text));
    if (missing !== undefined) throw new Error(`${name} lacks "${missing}"`);
  }
}

/** Opens a file with LibreOffice and gives its pages; stops the bench when a title is not in the text of the pages. */
export function pagesOf(bytes: Uint8Array, points: readonly SamplePoint[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-docx-'));
  try {
    writeFileSync(join(folder, 'a.docx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')],
      {
        stdio: 'ignore',
      },
    );
    const pdf = join(folder, 'a.pdf');
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).replace(
      /\s+/g,
      ' ',
    );
    const missing = points.find((point) => !text.includes(point.title));
    if (missing) throw new Error(`the pages lack "${missing.title}"`);
    const pages = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (pages < points.length / 3) throw new Error(`only ${pages} pages for ${points.length} points`);
    return pages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

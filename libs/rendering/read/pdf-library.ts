type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** The other half of the library, which has no types, and which it would else load by itself when it is first used. */
const OTHER_HALF: readonly string[] = ['pdfjs-dist/legacy/build/pdf.worker.mjs'];

/** Whose properties the library's polyfills replace though the engine has them. */
const REPLACED: readonly object[] = [JSON, Array.prototype, Function.prototype];

let loaded: Promise<PdfLibrary> | null = null;

/**
 * Loads pdf.js when the first PDF is read, which takes half a second. Its polyfills are for engines that lack something;
 * what they replace is put back, since their JSON.stringify makes every answer of the process ten times as slow to write.
 */
export function pdfLibrary(): Promise<PdfLibrary> {
  return (loaded ??= load());
}

async function load(): Promise<PdfLibrary> {
  const own = REPLACED.map((owner) => [owner, Object.getOwnPropertyDescriptors(owner)] as const);
  try {
    for (const part of OTHER_HALF) await import(part);
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    for (const [owner, properties] of own) Object.defineProperties(owner, properties);
  }
}

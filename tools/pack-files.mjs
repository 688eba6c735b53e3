/** Packs the texts that a browser fetches, so that the api sends them small without any work of its own. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Fonts are packed already. */
const TEXTS = /\.(m?js|css|svg|html)$/;

/** Writes `NAME.gz` and `NAME.br` beside every text of a folder that becomes smaller so. */
export function packFiles(folder) {
  for (const name of readdirSync(folder).filter((name) => TEXTS.test(name))) {
    const file = join(folder, name);
    const bytes = readFileSync(file);
    writeSmaller(`${file}.gz`, bytes, gzipSync(bytes, { level: 9 }));
    writeSmaller(`${file}.br`, bytes, brotli(bytes));
  }
}

function writeSmaller(file, bytes, packed) {
  if (packed.length < bytes.length) writeFileSync(file, packed);
}

function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Builds the web application into dist/web, packs it, and prints what the browser fetches for a route, compressed. With
 * `--check` it fails when a route is heavier than it may be.
 */
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { packFiles } from './pack-files.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'dist/web');

/** The most JavaScript a reading route may bring, in kB (1,000 bytes) compressed. */
const LIMIT_KB = 150;
/** The most where agendas and texts are written. */
const EDITOR_LIMIT_KB = 300;
const PAGES = 'src/app/pages';
const ROUTES = {
  '/overview': `${PAGES}/overview.tsx`,
  '/follow-ups': `${PAGES}/follow-ups.tsx`,
  '/meetings': `${PAGES}/meetings.tsx`,
  '/indstillinger': `${PAGES}/indstillinger.tsx`,
  '/indstillinger/:id': `${PAGES}/indstilling.tsx`,
  '/meetings/:id/read/:pointId': `${PAGES}/read.tsx`,
  '/meetings/:id/read/:pointId/attachments/:id': `${PAGES}/read-bilag.tsx`,
  '/documents': `${PAGES}/documents.tsx`,
  '/meetings/:id/documents': `${PAGES}/meeting-documents.tsx`,
  '/meetings/:id/history': `${PAGES}/meeting-history.tsx`,
};
const EDITORS = {
  '/meetings/:id/minutes': `${PAGES}/minutes.tsx`,
  '/meetings/:id/agenda': `${PAGES}/agenda-editor.tsx`,
  // Read by most, written by few: the desk and the editor come for those only.
  '/indstillinger/:id, written': [
    `${PAGES}/indstilling.tsx`,
    'src/app/indstilling/indstilling-desk.tsx',
    'src/components/ui/rich-text-editor.tsx',
  ],
};

// Whoever asks for the build: its users get React without its checks for developers.
process.env.NODE_ENV = 'production';
await build({
  root: join(ROOT, 'apps/web'),
  configFile: join(ROOT, 'apps/web/vite.config.mjs'),
  logLevel: 'warn',
});
addPdfFiles();
packFiles(OUT);
packFiles(join(OUT, 'assets'));

const manifest = JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8'));
let heavy = false;
for (const [routes, limit] of [
  [ROUTES, LIMIT_KB],
  [EDITORS, EDITOR_LIMIT_KB],
]) {
  for (const [route, pages] of Object.entries(routes)) {
    const kilobytes = compressed(filesOf(['index.html', pages].flat())) / 1000;
    const tooMuch = kilobytes > limit;
    heavy ||= tooMuch;
    console.log(`${route}: ${kilobytes.toFixed(1)} kB gzip JS${tooMuch ? `, more than ${limit} kB` : ''}`);
  }
}
if (heavy && process.argv.includes('--check')) process.exitCode = 1;

/**
 * What pdf.js asks for by name while it draws: fonts that a PDF names and does not bring, the letters of foreign alphabets,
 * and what reads JPEG 2000 without WebAssembly. They change with its version, which is part of their address.
 */
function addPdfFiles() {
  const from = join(ROOT, 'node_modules/pdfjs-dist');
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const to = join(OUT, `assets/pdfjs-${version}`);
  for (const part of ['cmaps', 'standard_fonts', 'wasm/openjpeg_nowasm_fallback.js', 'wasm/LICENSE_OPENJPEG'])
    cpSync(join(from, part), join(to, part), { recursive: true });
}

/** The scripts that entries import, themselves included; what is fetched only when asked for is not among them. */
function filesOf(entries) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const imported of manifest[name].imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...seen].map((name) => manifest[name].file).filter((file) => file.endsWith('.js'));
}

function compressed(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(OUT, file))).length, 0);
}

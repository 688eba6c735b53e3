import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layProfile } from './profile.js';
import { sameBytes } from './same-bytes.js';

/** Why no PDF came out: the converter is not there, it took too long, or it gave nothing that is a PDF. */
export type PdfFault = 'missing' | 'too-slow' | 'no-pdf';

/** A DOCX could not be made into a PDF. */
export class PdfError extends Error {
  constructor(
    readonly fault: PdfFault,
    detail: string,
  ) {
    super(`${fault}: ${detail}`);
  }
}

/** How a DOCX is converted. */
export interface PdfOptions {
  /** The program: a name on the path, or where it lies. */
  readonly soffice: string;
  /** The most time it may take (ms). */
  readonly timeoutMs?: number;
  /** The most memory it may ask for (kB of address space), of which it uses a tenth. */
  readonly memoryKb?: number;
}

/** How the folders begin in which conversions run. */
const FOLDER = 'dagsorden-pdf-';
const TIMEOUT_MS = 60_000;
/** The most it may write to one file, in blocks of 512 bytes: 200 MB. */
const MOST_BLOCKS = 400_000;
const MEMORY_KB = 4_194_304;
/** What the converter may say before it is cut off (characters); it is for the log. */
const MOST_SAID = 2000;

const FILTER = `pdf:writer_pdf_Export:${JSON.stringify({
  UseTaggedPDF: { type: 'boolean', value: 'true' },
  PDFUACompliance: { type: 'boolean', value: 'true' },
  ExportBookmarks: { type: 'boolean', value: 'true' },
})}`;

/**
 * The bytes of a tagged PDF (PDF/UA, with bookmarks) of a DOCX, made by LibreOffice in a folder and with a profile of its
 * own that are thrown away. It gets nothing of this process's environment but the path, and no network: what the document
 * names elsewhere is not fetched. The same DOCX gives the same bytes. Throws `PdfError`.
 */
export async function pdfOfDocx(docx: Uint8Array, options: PdfOptions): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), FOLDER));
  try {
    const input = join(folder, 'document.docx');
    await writeFile(input, docx, { mode: 0o600 });
    await layProfile(join(folder, 'profile'));
    const said = await run(folder, input, options);
    const pdf = await readFile(join(folder, 'out', 'document.pdf')).catch(() => null);
    if (pdf === null || !isPdf(pdf)) throw new PdfError('no-pdf', said);
    return sameBytes(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Removes what conversions left behind whose process died, with the documents they were of: the folders last changed before
 * a moment. Gives how many.
 */
export async function removeLeftConversions(before: Date): Promise<number> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER));
  let removed = 0;
  for (const name of left) {
    const found = await stat(join(tmpdir(), name)).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 });
    removed += 1;
  }
  return removed;
}

/**
 * The limits of memory (kB), of one file and of work (seconds of a core; it is also what ends a converter whose worker
 * died), and a network of its own with nobody in it. Where the system knows no such limit, or gives no such network, it goes
 * without: the profile says the same. 127: the shell finds no such program.
 */
const SCRIPT = `
ulimit -v "$1" 2>/dev/null; ulimit -f ${MOST_BLOCKS} 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2
for own in 'unshare -rn' 'unshare -n'; do
  if $own true 2>/dev/null; then exec $own "$@"; fi
done
exec "$@"`;

/** Runs the converter; resolves to what it said. It answers 0 even where it made nothing: the file tells. */
function run(folder: string, input: string, options: PdfOptions): Promise<string> {
  const { soffice, timeoutMs = TIMEOUT_MS, memoryKb = MEMORY_KB } = options;
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const convert = [
    ...['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=${profile}`],
    ...['--infilter=MS Word 2007 XML', '--convert-to', FILTER, '--outdir', join(folder, 'out'), input],
  ];
  const limits = [memoryKb, Math.ceil((2 * timeoutMs) / 1000)].map(String);
  return new Promise((done, fail) => {
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...limits, soffice, ...convert], {
      cwd: folder,
      // A group of its own, so that the processes it starts end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of ours but where programs are found: not a setting, handed on to the shell and LibreOffice.
      env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(0, MOST_SAID);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      fail(new PdfError('missing', error.message));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      endGroup(child.pid);
      if (late) fail(new PdfError('too-slow', `more than ${timeoutMs} ms`));
      else if (code === 127 || code === 126) fail(new PdfError('missing', said));
      else done(said);
    });
  });
}

/** Ends a process with all it has started; those that have ended are left. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // There is nobody left in it.
  }
}

/** A PDF begins and ends as one: half a file is none. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-32).includes('%%EOF');
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PdfError, pdfOfDocx, removeLeftConversions } from './convert.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-convert-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program in the place of LibreOffice. */
async function standIn(script: string): Promise<string> {
  const place = join(folder, `stand-in-${script.length}`);
  await writeFile(place, `#!/bin/sh\n${script}\n`);
  await chmod(place, 0o755);
  return place;
}

const faultOf = (script: string, timeoutMs = 20_000): Promise<unknown> =>
  standIn(script)
    .then((soffice) => pdfOfDocx(new Uint8Array([1]), { soffice, timeoutMs }))
    .catch((error: unknown) => (error instanceof PdfError ? error.fault : error));

describe('making a PDF', () => {
  it('tells that the program is missing', async () => {
    const missing = pdfOfDocx(new Uint8Array([1]), { soffice: join(folder, 'nothing') });
    await expect(missing).rejects.toMatchObject({ fault: 'missing' });
  });

  it('tells that nothing came out, though the program said it did', async () => {
    expect(await faultOf('exit 0')).toBe('no-pdf');
    expect(await faultOf('mkdir -p out; echo "no PDF at all" > out/document.pdf')).toBe('no-pdf');
    expect(await faultOf('mkdir -p out; printf "%%PDF-1.6 half" > out/document.pdf')).toBe('no-pdf');
  });

  it('ends the program, and what that has started, when it takes too long', async () => {
    const said = join(folder, 'pid');
    expect(await faultOf(`sleep 60 & echo $! > ${said}; wait`, 500)).toBe('too-slow');
    const pid = Number(await readFile(said, 'utf8'));
    expect(await gone(pid)).toBe(true);
  });

  it('hands on nothing of its own environment but the path', async () => {
    process.env.DAGSORDEN_SECRET = 'hemmeligt';
    const said = join(folder, 'environment');
    expect(await faultOf(`env > ${said}`)).toBe('no-pdf');
    delete process.env.DAGSORDEN_SECRET;
    const names = (await readFile(said, 'utf8')).split('\n').map((line) => line.split('=')[0] ?? '');
    const allowed = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'PWD', 'OLDPWD', 'SHLVL', '_', ''];
    expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('limits the memory, the length of a file and the work', async () => {
    const said = join(folder, 'limit');
    expect(await faultOf(`(ulimit -v; ulimit -f; ulimit -t) > ${said}`)).toBe('no-pdf');
    expect((await readFile(said, 'utf8')).trim()).toBe('4194304\n400000\n40');
  });

  it('leaves what other conversions have in hand, and removes what dead ones left', async () => {
    const [left, inHand] = ['left', 'in-hand'].map((name) => join(tmpdir(), `dagsorden-pdf-spec-${name}`));
    if (!left || !inHand) throw new Error('Two folders were to be made.');
    for (const place of [left, inHand]) await mkdir(place, { recursive: true });
    await writeFile(join(left, 'document.docx'), 'hemmeligt');
    await utimes(left, new Date(0), new Date(0));
    expect(await removeLeftConversions(new Date(1))).toBe(1);
    const names = await readdir(tmpdir());
    expect([left, inHand].map((place) => names.includes(basename(place)))).toEqual([false, true]);
    await rm(inHand, { recursive: true });
  });
});

/** Whether a process has ended; one that nobody has asked for yet has too. */
async function gone(pid: number): Promise<boolean> {
  for (let looks = 0; looks < 50; looks += 1) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    if (state === null || state.includes(' Z ')) return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}

import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pdfOfDocx } from '../../libs/rendering/pdf/index.js';
import { reachingDocx } from '../builders/reaching-docx.js';

const SLOW = 90_000;

let folder = '';
let server: Server;
let origin = '';
const fetched: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-test-sandbox-'));
  server = createServer((request, response) => {
    fetched.push(`${request.method} ${request.url}`);
    response.end('x');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  fetched.length = 0;
});

async function program(name: string, script: string): Promise<string> {
  const place = join(folder, name);
  await writeFile(place, `#!/bin/sh\n${script}\n`);
  await chmod(place, 0o755);
  return place;
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const file = join(folder, 'made.pdf');
  await writeFile(file, pdf);
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
}

/** Whether this system gives a process a network of its own; a container may not. */
function givesOwnNetwork(): boolean {
  const gives = ['-rn', '-n'].some((flags) => spawnSync('unshare', [flags, 'true']).status === 0);
  if (!gives)
    console.warn('This system gives no network namespaces: LibreOffice is held by its profile alone.');
  return gives;
}

describe('a document that asks for what lies elsewhere', () => {
  it(
    'is fetched by LibreOffice where nothing holds it back: else the rest here would show nothing',
    async () => {
      const input = join(folder, 'reaching.docx');
      await writeFile(input, reachingDocx(origin));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, input];
      // Not waited for by blocking: the server that is asked runs in this process.
      await promisify(execFile)('soffice', args);
      expect(fetched).toContain('GET /image.png');
    },
    SLOW,
  );

  it(
    'becomes a PDF of what it holds itself, and nothing is asked for',
    async () => {
      const text = await textOf(await pdfOfDocx(reachingDocx(origin), { soffice: 'soffice' }));
      expect(text).toContain('Hej');
      expect(text).not.toMatch(/root:/);
      expect(fetched).toEqual([]);
    },
    SLOW,
  );

  it(
    'is held back by the profile alone where the system has no network of its own to give',
    async () => {
      await program('unshare', 'exit 1');
      const before = process.env.PATH ?? '';
      process.env.PATH = `${folder}:${before}`;
      try {
        const text = await textOf(await pdfOfDocx(reachingDocx(origin), { soffice: 'soffice' }));
        expect(text).toContain('Hej');
      } finally {
        process.env.PATH = before;
        await rm(join(folder, 'unshare'));
      }
      expect(fetched).toEqual([]);
    },
    SLOW,
  );

  it(
    'is held back by the system alone, whatever the converter tries',
    async () => {
      const said = join(folder, 'said');
      const { port } = server.address() as AddressInfo;
      const reach = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
      const tries = `${process.execPath} -e "${reach}" && echo reached > ${said} || echo nobody > ${said}`;
      const soffice = await program('tries', tries);
      await expect(pdfOfDocx(new Uint8Array([1]), { soffice, memoryKb: 64_000_000 })).rejects.toMatchObject({
        fault: 'no-pdf',
      });
      expect((await readFile(said, 'utf8')).trim()).toBe(givesOwnNetwork() ? 'nobody' : 'reached');
    },
    SLOW,
  );
});

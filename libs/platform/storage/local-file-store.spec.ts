import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFileStore } from './local-file-store.js';

const moment = new Date('2026-03-10T12:00:00Z');
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dagsorden-files-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function halfFile(name: string, writtenAt: string): Promise<void> {
  await mkdir(join(root, 'ab'), { recursive: true });
  await writeFile(join(root, 'ab', name), 'halv');
  await utimes(join(root, 'ab', name), new Date(writtenAt), new Date(writtenAt));
}

describe('the store of files', () => {
  it('keeps the same bytes once, and gives them back', async () => {
    const store = new LocalFileStore(root);
    const bytes = Buffer.from('Referat af mødet');
    const first = await store.put(bytes);
    expect(await store.put(bytes)).toEqual(first);
    expect(await store.get(first.sha256)).toEqual(bytes);
    expect(await readdir(join(root, first.sha256.slice(0, 2)))).toEqual([first.sha256]);
  });

  it('refuses bytes that are not what their name says', async () => {
    const store = new LocalFileStore(root);
    const { sha256 } = await store.put(Buffer.from('Bilag 1'));
    await writeFile(join(root, sha256.slice(0, 2), sha256), 'Bilag 2');
    await expect(store.get(sha256)).rejects.toThrow(`The file ${sha256} is damaged.`);
    await expect(store.get('../../etc/passwd')).rejects.toThrow('A file is named by its SHA-256.');
  });

  it('removes the old half files of processes that died, and nothing else', async () => {
    const store = new LocalFileStore(root);
    const whole = await store.put(Buffer.from('Dagsorden'));
    await utimes(join(root, whole.sha256.slice(0, 2), whole.sha256), new Date(0), new Date(0));
    await halfFile('.old.part', '2026-03-09T11:59:59Z');
    await halfFile('.young.part', '2026-03-10T12:00:00Z');
    expect(await store.removeHalfFiles(moment)).toBe(1);
    expect(await readdir(join(root, 'ab'))).toEqual(['.young.part']);
    expect(await store.get(whole.sha256)).toEqual(Buffer.from('Dagsorden'));
  });

  it('has no half files before its folder is there', async () => {
    expect(await new LocalFileStore(join(root, 'nowhere')).removeHalfFiles(moment)).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageReading } from '../../libs/domain/imports/index.js';
import { dagsorden, dagsordenProcess } from '../support/dagsorden.js';

// Processes are started for real: on a busy machine that takes its time.
jest.setTimeout(60_000);

const MINUTES = `Rådmandsmøde
3. marts 2026

Punkt 1: Dagsorden
Beslutning for Punkt 1: Dagsorden
Godkendt.

Punkt 2: Status på fritidspas
Beslutning for Punkt 2: Status på fritidspas
Taget til efterretning. Kulturafdelingen følger op.
`;

let folder = '';
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dagsorden-import-'));
  await writeFile(inFolder('referat.txt'), MINUTES);
});

afterAll(() => rm(folder, { recursive: true }));

async function readPackage(...names: string[]): Promise<unknown> {
  const { out } = await dagsorden(['import', ...names.map(inFolder), '--dry-run', '--json']);
  return JSON.parse(out);
}

describe('import --dry-run', () => {
  it('prints one object for one file, and nothing else', async () => {
    const args = ['import', inFolder('referat.txt'), '--dry-run', '--json'];
    const { code, out, err } = await dagsordenProcess(args);
    expect(err).toBe('');
    expect(code).toBe(0);
    const { documents, ledger } = JSON.parse(out) as PackageReading;
    expect(documents.map(({ kind, points }) => [kind, points.length])).toEqual([['minutes', 2]]);
    expect(ledger.lines).toBe(MINUTES.split('\n').filter((line) => line !== '').length);
  });

  it('prints an array for several files', async () => {
    await writeFile(inFolder('igen.txt'), MINUTES);
    const one = await readPackage('referat.txt');
    expect(await readPackage('referat.txt', 'igen.txt')).toEqual([one, one]);
  });

  it('tells a person in words what it found', async () => {
    const { code, out } = await dagsorden(['import', inFolder('referat.txt'), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('referat.txt: 1 documents');
    expect(out).toContain('Nothing has been taken in');
  });

  it.each([
    ['tom.txt', Buffer.alloc(0), 'tom.txt is empty.'],
    ['andet.docx', Buffer.from('Kun tekst.\n'), 'andet.docx is by its content'],
    ['latin1.txt', Buffer.from('Rådmandsmøde\n', 'latin1'), 'latin1.txt'],
    ['indkøb.txt', Buffer.from('Mælk\nBrød\n'), 'No agenda, minutes or indstilling was recognised'],
  ])('refuses %s by name, and prints no JSON', async (name, bytes, message) => {
    await writeFile(inFolder(name), bytes);
    const { code, out, err } = await dagsorden(['import', inFolder(name), '--dry-run', '--json']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('says of every file what is wrong with it', async () => {
    const files = ['borte.txt', 'referat.txt', 'væk.pdf'].map(inFolder);
    const { code, err } = await dagsorden(['import', ...files, '--dry-run']);
    expect(code).toBe(1);
    expect(err).toContain('borte.txt cannot be read: there is no such file or folder.');
    expect(err).toContain('væk.pdf cannot be read');
    expect(err).toContain('2 of 3 files cannot be read; nothing has been taken in.');
  });

  it('is called wrongly without a file', async () => {
    expect((await dagsorden(['import', '--dry-run'])).code).toBe(2);
  });
});

describe('render', () => {
  let document: Record<string, unknown> = {};
  beforeAll(async () => {
    const { documents } = (await readPackage('referat.txt')) as PackageReading;
    document = { ...documents[0] };
    await writeFile(inFolder('referat.json'), JSON.stringify(document));
  });

  const render = (input: string, output: string, ...more: string[]) =>
    dagsorden(['render', 'minutes', '--input', inFolder(input), '--output', inFolder(output), ...more]);

  it('makes the same Word document of the same input', async () => {
    const { code, out, err } = await render('referat.json', 'a.docx');
    expect([code, out, err]).toEqual([0, '', '']);
    await render('referat.json', 'b.docx');
    const bytes = await readFile(inFolder('a.docx'));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.equals(await readFile(inFolder('b.docx')))).toBe(true);
  });

  it.each([
    ['an unknown key', { hemmelig: 1 }, 'the whole: Unrecognized key: "hemmelig"'],
    ['a date that does not exist', { documentDate: '2026-02-30' }, 'documentDate: there is no such date'],
    ['absurd minutes', { points: [{ durationMinutes: -5 }] }, 'points[0].durationMinutes: Too small'],
    ['a wrong type', { warnings: 'none' }, 'warnings: Invalid input: expected array'],
  ])('refuses %s with the path to it, and writes nothing', async (_, change, message) => {
    await writeFile(inFolder('forkert.json'), JSON.stringify({ ...document, ...change }));
    const { code, err } = await render('forkert.json', 'forkert.docx');
    expect(code).toBe(1);
    expect(err).toContain(`forkert.json, ${message}`);
    expect(await readdir(folder)).not.toContain('forkert.docx');
  });

  it('names the line where the input stops being JSON', async () => {
    await writeFile(inFolder('knækket.json'), '{"kind": "minutes",\n "lines": \n}');
    const { code, err } = await render('knækket.json', 'x.docx');
    expect(code).toBe(1);
    expect(err).toContain('knækket.json, line 3: this is not JSON');
  });

  it('says that all of what import printed is too much', async () => {
    await writeFile(inFolder('hele.json'), JSON.stringify({ documents: [document] }));
    const { err } = await render('hele.json', 'x.docx');
    expect(err).toContain('give one entry of its "documents"');
  });

  it('keeps what was there, and leaves no half file, when it cannot write', async () => {
    await mkdir(inFolder('optaget.docx'));
    const { code, err } = await render('referat.json', 'optaget.docx');
    expect(code).toBe(1);
    expect(err).toContain('optaget.docx cannot be written');
    expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it.each([
    [['render', 'minuts', '--input', 'a', '--output', 'b'], 'one of agenda, minutes, indstilling'],
    [['render', 'agenda', '--output', 'b'], '--input is missing.'],
    [
      ['render', 'agenda', '--input', 'a', '--output', 'b', '--audience', 'some'],
      '--audience is one of all, open',
    ],
  ])('answers %j with exit code 2', async (args, message) => {
    const { code, err } = await dagsorden(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

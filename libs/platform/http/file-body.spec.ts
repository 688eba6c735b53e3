import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { fileStream } from './file-body.js';
import type { FileLimits } from './file-body.js';

async function taken(request: PassThrough, limits: FileLimits): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileStream(request, limits)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a file that comes in', () => {
  it('is taken whole, however slowly it comes, as long as it comes', async () => {
    const request = new PassThrough();
    const words = taken(request, { most: 100, stalledMs: 500 });
    for (const word of ['et ', 'to ', 'tre']) {
      await new Promise((done) => setTimeout(done, 20));
      request.write(word);
    }
    request.end();
    expect(await words).toBe('et to tre');
  });

  it('is given up when nothing of it comes for a while, and what comes later is let run out', async () => {
    const request = new PassThrough({ highWaterMark: 4 });
    request.write('et');
    await expect(taken(request, { most: 100, stalledMs: 20 })).rejects.toMatchObject({
      code: 'upload-stalled',
      status: 408,
    });
    request.end('meget mere, end der er plads til');
    await new Promise((done) => request.once('end', done));
  });

  it('is given up when it is too large, and the rest is let run out', async () => {
    const request = new PassThrough({ highWaterMark: 4 });
    request.write('for meget');
    await expect(taken(request, { most: 3, stalledMs: 500 })).rejects.toMatchObject({
      code: 'body-too-large',
    });
    request.end('og endnu mere');
    await new Promise((done) => request.once('end', done));
  });

  it('is cut short where its sender goes away', async () => {
    const request = new PassThrough();
    request.write('halv');
    const words = taken(request, { most: 100, stalledMs: 500 });
    request.destroy(new Error('gone'));
    await expect(words).rejects.toMatchObject({ code: 'malformed-body' });
  });
});

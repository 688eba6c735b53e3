import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { wordReading } from '../../libs/contracts/word-readings.js';
import { USUAL_THREAD_LIMITS } from '../../libs/platform/threads/thread-limits.js';
import { sendFile } from '../builders/files.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { makeBody, makeMeeting, makePoint } from '../builders/meetings.js';
import { draftDocx, editedDocx } from '../builders/returned.js';
import { heading, line, longBody, wordFile } from '../builders/word.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

/** Enough for a letter, and too little for a file as long as an indstilling may be. */
const LITTLE = { ...USUAL_THREAD_LIMITS, threads: 1, memoryMb: 20 };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ threads: LITTLE });
});
afterAll(() => api.stop());

describe('a file that takes more memory than it may is refused, and the next one is read', () => {
  it('where it is an indstilling', async () => {
    const { id } = await makeIndstilling(api);
    const send = (body: readonly string[]) =>
      sendFile(api, `indstillinger/${id}/word`, 'a.docx', wordFile(body));
    const answers = await Promise.all([send(longBody()), send([heading('Indledning'), line('Kort.')])]);
    expect(answers.map(({ told }) => told)).toEqual(['422 word-too-heavy', '201']);
    const kept = await api.database.query('SELECT id FROM word_reading WHERE indstilling_id = $1', [id]);
    expect(kept).toHaveLength(1);
  });

  it('where it is an agenda that comes back', async () => {
    const meeting = await makeMeeting(api, await makeBody(api));
    await makePoint(api, meeting.id, 'Budget');
    const made = await draftDocx(api, meeting.id);
    const send = (more: readonly string[]) => {
      const docx = Buffer.from(editedDocx(made, ['</w:body>', `${more.join('')}</w:body>`]));
      return sendFile(api, `meetings/${meeting.id}/returned-documents`, 'dagsorden.docx', docx);
    };
    expect((await send(longBody())).told).toBe('422 word-too-heavy');
    expect((await send([line('Skrevet til.')])).told).toBe('201');
  });
});

describe('what one person has read', () => {
  it('waits in turn with what others have read, and no more of it than some', async () => {
    const calm = await startTestApi({ threads: { ...USUAL_THREAD_LIMITS, threads: 1 } });
    try {
      const { id } = await makeIndstilling(calm);
      const file = wordFile(longBody().slice(0, 3000));
      const kept = await sendFile(calm, `indstillinger/${id}/word`, 'a.docx', file);
      expect(kept.told).toBe('201');
      const path = `word-readings/${wordReading.parse(kept.body).id}`;
      const other = await calm.signIn([{ role: 'secretariat', bodyId: (await seen(calm, id)).bodyId }]);
      const done: string[] = [];
      const ask = async (name: string, options: object = {}): Promise<string> => {
        const { told } = await calm.send('get', path, undefined, options);
        if (told === '200') done.push(name);
        return told;
      };
      const own = Array.from({ length: 16 }, () => ask('own'));
      const [told, ...answers] = (await Promise.all([...own, ask('other', { by: other })])).reverse();
      expect(told).toBe('200');
      expect(new Set(answers)).toEqual(new Set(['200', '429 too-many-uploads']));
      // Behind what was being read when it came, and what came next, and not behind all of them.
      expect(done.indexOf('other')).toBeLessThan(4);
    } finally {
      await calm.stop();
    }
  }, 60_000);
});

const seen = (from: TestApi, id: string) => from.take(indstilling, 'get', `indstillinger/${id}`);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

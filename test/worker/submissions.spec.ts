import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { pageOf } from '../../libs/contracts/common.js';
import { documentView } from '../../libs/contracts/documents.js';
import type { DocumentView } from '../../libs/contracts/documents.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { Cast } from '../builders/cast.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { docxOfDocument } from '../builders/returned.js';
import { QUICK } from '../support/quick-pace.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';
import { readPaperDocument } from '../../libs/rendering/read/index.js';

const SLOW = 90_000;
let api: TestApi;
let worker: INestApplicationContext;
beforeAll(async () => {
  api = await startTestApi();
  worker = await createWorker({
    ...{ pace: QUICK, regretSeconds: 0, databaseUrl: api.database.url, redisUrl: null, dataDir: api.dataDir },
    ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'silent') },
  });
}, SLOW);
afterAll(async () => {
  await worker.close();
  await api.stop();
}, SLOW);

async function step(id: string, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
    const taken = { action, reason: 'Tallene mangler.' };
    await api.take(indstilling, 'post', `indstillinger/${id}/steps`, taken, { ifMatch: version });
  }
}
const documentsOf = async (id: string): Promise<readonly DocumentView[]> =>
  (await api.take(pageOf(documentView), 'get', `documents?subjectId=${id}`)).items;
const ready = (id: string, ...submissions: readonly number[]): Promise<void> =>
  until(async () => {
    const made = (await documentsOf(id)).filter(({ state }) => state === 'ready');
    return (
      made
        .map(({ submission }) => submission)
        .sort()
        .join() === submissions.join()
    );
  }, 30_000);
const marks = async (document: DocumentView | undefined): Promise<readonly string[]> => {
  const read = readPaperDocument('a.docx', await docxOfDocument(api, document?.id ?? ''));
  return read.ok ? read.value.asides.margins : [];
};

describe('the submissions of an indstilling', () => {
  it(
    'are made as Word documents by themselves, each once, and once more when the last step approved it',
    async () => {
      const bodyId = await makeBodyWithSteps(api, ['leader']);
      const { id } = await makeIndstilling(api, { bodyId });
      await step(id, 'submit');
      await ready(id, 1);
      await step(id, 'return', 'submit');
      await ready(id, 1, 2);
      const [second] = await documentsOf(id);
      const asked = await api.take(documentView, 'post', `indstillinger/${id}/documents`, { submission: 2 });
      expect(asked.id).toBe(second?.id);
      expect(await marks(second)).toContain('UDKAST');
      await step(id, 'approve');
      await ready(id, 1, 2, 2);
      const [approved] = await documentsOf(id);
      expect(approved).toMatchObject({ submission: 2, audience: 'all', format: 'docx' });
      expect(await marks(approved)).not.toContain('UDKAST');
    },
    SLOW,
  );

  it(
    'print what was submitted then, and are there for those who see the text as it is worked on',
    async () => {
      const bodyId = await makeBodyWithSteps(api, ['leader', 'director']);
      const unitId = await makeUnit(api, 'MØB');
      const cast = await Cast.of(api, {
        author: [{ role: 'staff', unitId }],
        leader: [{ role: 'leader', unitId }],
        director: [{ role: 'director' }],
        other: [{ role: 'staff', unitId: await makeUnit(api, 'JOB') }],
        reader: [{ role: 'reader', bodyId }],
      });
      const author = { personId: cast.as('author').personId };
      const { id } = await makeIndstilling(api, { bodyId, unitId, author, title: 'Den første titel' });
      await step(id, 'submit', 'return');
      const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
      await api.take(
        indstilling,
        'patch',
        `indstillinger/${id}`,
        { title: 'Den anden titel' },
        { ifMatch: version },
      );
      const ask = (by: string, submission = 1) =>
        api.send('post', `indstillinger/${id}/documents`, { submission }, { by: cast.as(by) });
      const answers = await Promise.all(
        ['author', 'leader', 'director', 'other', 'reader'].map((by) => ask(by)),
      );
      expect(answers.map(({ told }) => told)).toEqual([
        '202',
        '202',
        '404 not-found',
        '404 not-found',
        '404 not-found',
      ]);
      expect((await ask('author', 2)).told).toBe('404 not-found');
      const { id: documentId, fileName } = documentView.parse(answers[0]?.body);
      expect(fileName).toContain('Den første titel');
      const seen = await Promise.all(
        ['leader', 'director', 'reader'].map((by) =>
          api.send('get', `documents/${documentId}`, undefined, { by: cast.as(by) }),
        ),
      );
      expect(seen.map(({ told }) => told)).toEqual(['200', '404 not-found', '404 not-found']);
    },
    SLOW,
  );
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaVersion } from '../../libs/contracts/sending.js';
import { documentView } from '../../libs/contracts/documents.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { readPaperDocument } from '../../libs/rendering/read/index.js';
import { COMPLETE_SECTIONS, makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { docxOfDocument } from '../builders/returned.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
let bodyId: string;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api, ['raadmand']);
});
afterAll(() => api.stop());

const NOTED = 'Orienteringen tages til efterretning.';
const CLOSED = { visibility: 'closed', closedReason: 'Personsag' };

async function approved(recommendation: string): Promise<string> {
  const sections = { ...COMPLETE_SECTIONS, recommendation: fromPlainText(recommendation) };
  const { id } = await makeIndstilling(api, { bodyId, sections });
  for (const action of ['submit', 'approve']) {
    const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
    await api.take(indstilling, 'post', `indstillinger/${id}/steps`, { action }, { ifMatch: version });
  }
  return id;
}

async function meetingWith(indstillingId: string, fields: object = {}): Promise<string> {
  const { id } = await makeMeeting(api, bodyId);
  await makePoint(api, id, 'Status på planen', { indstillingId, ...fields });
  await makePoint(api, id, 'Bordet rundt');
  await putMeetingInto(api, id, 'drafting');
  return id;
}

async function send(meetingId: string): Promise<void> {
  const { version } = await api.take(meeting, 'get', `meetings/${meetingId}`);
  const path = `meetings/${meetingId}/agenda-versions`;
  await api.take(agendaVersion, 'post', path, undefined, { ifMatch: version });
}

/** What the Word document of an agenda says is proposed. */
async function proposedIn(meetingId: string, request: object): Promise<string[]> {
  const asked = { kind: 'agenda', ...request };
  const { id } = await api.take(documentView, 'post', `meetings/${meetingId}/documents`, asked);
  const read = readPaperDocument('dagsorden.docx', await docxOfDocument(api, id));
  if (!read.ok) throw new Error('The document cannot be read.');
  const lines = read.value.lines.flatMap((line) =>
    line.kind === 'row'
      ? []
      : [
          line.content
            .map(({ text }) => text)
            .join('')
            .replaceAll('\u00a0', ' '),
        ],
  );
  const at = lines.findIndex((line) => line.startsWith('Forslag til beslutning'));
  return at < 0 ? [] : lines.slice(at, at + 3);
}

describe('what is proposed on the points of an agenda', () => {
  it('is printed while it is drafted and when it is sent, with the words that it was sent with', async () => {
    const id = await approved('Det indstilles, at orienteringen tages til efterretning.');
    const meetingId = await meetingWith(id);
    const [printed] = await proposedIn(meetingId, { agendaVersion: 'draft' });
    expect(printed).toBe(`Forslag til beslutning: ${NOTED}`);
    await send(meetingId);
    const recommendation = fromPlainText('Det indstilles, at planen godkendes.');
    const { version } = await api.take(indstilling, 'get', `indstillinger/${id}`);
    const fields = { sections: { recommendation } };
    await api.take(indstilling, 'patch', `indstillinger/${id}`, fields, { ifMatch: version });
    for (const audience of ['all', 'open'])
      expect((await proposedIn(meetingId, { audience }))[0]).toBe(printed);
    // What has not been approved proposes nothing yet.
    expect(await proposedIn(meetingId, { agendaVersion: 'draft' })).toEqual([]);
  });

  it('goes through the sentences that ask for different things', async () => {
    const id = await approved('Det indstilles,\nat planen godkendes\nat status tages til efterretning');
    expect(await proposedIn(await meetingWith(id), { agendaVersion: 'draft' })).toEqual([
      expect.stringContaining('Forslag til beslutning'),
      expect.stringContaining('Godkendes.'),
      expect.stringContaining('Tages til efterretning.'),
    ]);
  });

  it('is printed on a closed point for those who read it alone', async () => {
    const id = await approved('Det indstilles, at orienteringen tages til efterretning.');
    const meetingId = await meetingWith(id, CLOSED);
    await send(meetingId);
    expect((await proposedIn(meetingId, { audience: 'all' }))[0]).toContain(NOTED);
    expect(await proposedIn(meetingId, { audience: 'open' })).toEqual([]);
  });

  it('is not printed where the indstilling lies on a closed point elsewhere, too', async () => {
    const id = await approved('Det indstilles, at orienteringen tages til efterretning.');
    const meetingId = await meetingWith(id);
    await send(meetingId);
    const otherBody = await makeBodyWithSteps(api, ['raadmand']);
    const { id: elsewhere } = await makeMeeting(api, otherBody);
    const closed = await makePoint(api, elsewhere, 'Lukket', CLOSED);
    await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [closed.id, id]);
    for (const audience of ['all', 'open']) expect(await proposedIn(meetingId, { audience })).toEqual([]);
  });
});

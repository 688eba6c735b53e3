import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaPoint, createdAgendaPoints } from '../../libs/contracts/agenda-points.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { Cast } from '../builders/cast.js';
import {
  COMPLETE_SECTIONS,
  makeBodyWithSteps,
  makeIndstilling,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { heldMeeting, makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const APPROVING = 'Det indstilles, at rådmanden godkender planen.';
const NOTING = 'Det indstilles, at rådmanden tager orienteringen til efterretning.';
const DISCUSSING = 'Det indstilles, at udvalget drøfter sagen.';
const OF_BOTH = 'Det indstilles,\nat planen godkendes\nat status tages til efterretning';

let api: TestApi;
let bodyId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api, ['leader', 'raadmand']);
  cast = await Cast.of(api, {
    secretariat: [{ role: 'secretariat', bodyId }],
    member: [{ role: 'member', bodyId }],
    reader: [{ role: 'reader', bodyId }],
  });
});
afterAll(() => api.stop());

const present = (id: string) => api.take(indstilling, 'get', `indstillinger/${id}`);

async function step(id: string, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    const { version } = await present(id);
    await api.take(indstilling, 'post', `indstillinger/${id}/steps`, { action }, { ifMatch: version });
  }
}

async function begun(recommendation: string, fields: object = {}): Promise<string> {
  const sections = { ...COMPLETE_SECTIONS, recommendation: fromPlainText(recommendation) };
  return (await makeIndstilling(api, { bodyId, sections, ...fields })).id;
}

async function approved(recommendation: string): Promise<string> {
  const id = await begun(recommendation);
  await step(id, 'submit', 'approve', 'approve');
  return id;
}

/** The outcome and the words that somebody reads as proposed; null where nothing is, undefined where they do not read it. */
async function proposedTo(id: string, name: string): Promise<unknown> {
  const { told, body } = await api.send('get', `indstillinger/${id}`, undefined, { by: cast.as(name) });
  if (told !== '200') return undefined;
  const { proposal } = indstilling.parse(body);
  return proposal && [proposal.pointType, proposal.outcome, plainText(proposal.text)];
}

describe('the type of a point that an indstilling is placed with', () => {
  it.each([
    [APPROVING, 'decision'],
    [NOTING, 'information'],
    [DISCUSSING, 'discussion'],
    [OF_BOTH, 'decision'],
  ])('%s: %s', async (recommendation, type) => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const point = await makePoint(api, meetingId, 'Plan', { indstillingId: await approved(recommendation) });
    expect(point.type).toBe(type);
  });

  it('is a decision where nothing is proposed in so many words', async () => {
    const id = await approved(APPROVING);
    await api.database.query("UPDATE indstilling SET sections = '{}' WHERE id = $1", [id]);
    const { id: meetingId } = await makeMeeting(api, bodyId);
    expect((await makePoint(api, meetingId, 'Plan', { indstillingId: id })).type).toBe('decision');
  });

  it('is the one that was chosen, where one was', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const fields = { indstillingId: await approved(NOTING), type: 'written-information' };
    const { id } = await makePoint(api, meetingId, 'Plan', fields);
    expect((await api.take(agendaPoint, 'get', `agenda-points/${id}`)).type).toBe('written-information');
  });

  it('is each its own of several that are added at once, and a discussion without any', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const points = [
      { title: 'Plan', indstillingId: await approved(APPROVING) },
      { title: 'Status', indstillingId: await approved(NOTING) },
      { title: 'Bordet rundt' },
    ];
    const made = await api.take(createdAgendaPoints, 'post', `meetings/${meetingId}/agenda-points/several`, {
      points,
    });
    expect(made.items.map(({ type }) => type)).toEqual(['decision', 'information', 'discussion']);
  });
});

describe('what an indstilling proposes', () => {
  it('is said once the last step has approved it, and no more when it is changed', async () => {
    const id = await begun(NOTING);
    expect((await present(id)).proposal).toBeNull();
    await step(id, 'submit', 'approve');
    expect(await present(id)).toMatchObject({ state: 'with-raadmand', proposal: null });
    await step(id, 'approve');
    expect(await proposedTo(id, 'secretariat')).toEqual([
      ...['information', 'noted', 'Orienteringen tages til efterretning.'],
    ]);
    const { version } = await present(id);
    const changed = { sections: { introduction: fromPlainText('Noget andet.') } };
    await api.take(indstilling, 'patch', `indstillinger/${id}`, changed, { ifMatch: version });
    expect((await present(id)).proposal).toBeNull();
  });

  it('is said to those who read it on an agenda, in the words that it was sent with', async () => {
    const id = await begun(OF_BOTH);
    const { openPoint } = await heldMeeting(api, bodyId);
    await sendOnPoint(api, openPoint, id);
    const both = ['decision', 'approved', '1. Godkendes.\n2. Tages til efterretning.'];
    expect(await proposedTo(id, 'reader')).toEqual(both);
    await api.database.query(
      `UPDATE indstilling SET sections = jsonb_set(sections, '{recommendation}', $2::jsonb) WHERE id = $1`,
      [id, JSON.stringify(fromPlainText(DISCUSSING))],
    );
    expect(await proposedTo(id, 'reader')).toEqual(both);
    await sendOnPoint(api, (await heldMeeting(api, bodyId)).closedPoint, id);
    expect([await proposedTo(id, 'reader'), await proposedTo(id, 'member')]).toEqual([undefined, both]);
  });
});

describe('what is proposed on a point of minutes', () => {
  it('is said to those who write them, as long as they are a draft', async () => {
    const { id: meetingId } = await makeMeeting(api, bodyId);
    const withOne = await makePoint(api, meetingId, 'Plan', { indstillingId: await approved(APPROVING) });
    const without = await makePoint(api, meetingId, 'Bordet rundt');
    await putMeetingInto(api, meetingId, 'held');
    await api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
    const proposals = async (name: string) => {
      const by = cast.as(name);
      const { points } = await api.take(minutesView, 'get', `meetings/${meetingId}/minutes`, undefined, {
        by,
      });
      return points.map(({ pointId, proposal }) => [
        pointId,
        proposal && [proposal.outcome, plainText(proposal.text)],
      ]);
    };
    expect(await proposals('secretariat')).toEqual([
      [withOne.id, ['approved', 'Indstillingen godkendes.']],
      [without.id, null],
    ]);
    await api.database.query("UPDATE minutes SET state = 'in-review' WHERE meeting_id = $1", [meetingId]);
    const none = [withOne, without].map(({ id }) => [id, null]);
    expect(await proposals('secretariat')).toEqual(none);
    expect(await proposals('member')).toEqual(none);
  });
});

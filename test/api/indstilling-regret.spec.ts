import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling, indstillingAfterStep } from '../../libs/contracts/indstillinger.js';
import { indstillingVersionSummary, takenStep } from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingAfterStep, IndstillingView } from '../../libs/contracts/indstillinger.js';
import type { StepKind } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { makeUnit } from '../builders/follow-ups.js';
import { makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting, makePoint } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
const people = {} as Record<'author' | 'leader' | 'secretary' | 'director' | 'raadmand', SignedIn>;
let [bodyId, unitId] = ['', ''];
beforeAll(async () => {
  api = await startTestApi();
  bodyId = await makeBodyWithSteps(api);
  unitId = await makeUnit(api, 'REG');
  people.author = await api.signIn([{ role: 'staff', unitId }]);
  people.leader = await api.signIn([{ role: 'leader', unitId }]);
  people.secretary = await api.signIn([{ role: 'secretariat', bodyId }]);
  people.director = await api.signIn([{ role: 'director' }]);
  people.raadmand = await api.signIn([{ role: 'raadmand', bodyId }]);
});
afterAll(() => api.stop());

type Who = keyof typeof people;
const HOLDERS: readonly Who[] = ['leader', 'secretary', 'director', 'raadmand'];

const make = (): Promise<IndstillingView> =>
  makeIndstilling(api, { bodyId, unitId, author: { personId: people.author.personId } });

async function step(one: IndstillingView, who: Who, action: string): Promise<IndstillingAfterStep> {
  const body = { action, reason: 'Tallene mangler.' };
  const options = { ifMatch: one.version, by: people[who] };
  return api.take(indstillingAfterStep, 'post', `indstillinger/${one.id}/steps`, body, options);
}

/** Submits it and approves it so many times, each by whoever it waits for. */
async function walk(one: IndstillingView, approvals: number): Promise<IndstillingAfterStep> {
  let present = await step(one, 'author', 'submit');
  for (const who of HOLDERS.slice(0, approvals)) present = await step(present, who, 'approve');
  return present;
}

const takeBack = (one: IndstillingAfterStep, by: Who | SignedIn, ifMatch = one.version): Promise<ApiAnswer> =>
  api.send('delete', `indstillinger/${one.id}/steps/${one.taken.id}`, undefined, {
    ...{ ifMatch, by: typeof by === 'string' ? people[by] : by },
  });

const stored = (id: string): Promise<IndstillingView> => api.take(indstilling, 'get', `indstillinger/${id}`);
const stepsOf = async (id: string, by: Who = 'leader') =>
  (await api.take(pageOf(takenStep), 'get', `indstillinger/${id}/steps`, undefined, { by: people[by] }))
    .items;
const versionsOf = async (id: string) =>
  (await api.take(pageOf(indstillingVersionSummary), 'get', `indstillinger/${id}/versions`)).items.map(
    ({ number, takenBack }) => [number, takenBack],
  );
const rowOf = async (id: string) => {
  const [row] = await api.database.query<Record<string, unknown>>(
    'SELECT state, steps, submission, approved_submission FROM indstilling WHERE id = $1',
    [id],
  );
  return row;
};

describe('a step that was just taken', () => {
  const CASES: readonly [string, number, Who][] = [
    ['approve', 0, 'leader'],
    ['return', 0, 'leader'],
    ['approve', 1, 'secretary'],
    ['return', 1, 'secretary'],
    ['approve', 2, 'director'],
    // The director does not see what is back with its author, and takes it back all the same.
    ['return', 2, 'director'],
    ['reject', 2, 'director'],
    ['approve', 3, 'raadmand'],
    ['return', 3, 'raadmand'],
    ['reject', 3, 'raadmand'],
    ['withdraw', 0, 'author'],
    ['withdraw', 2, 'leader'],
    ['withdraw', 4, 'secretary'],
  ];

  it.each(CASES)(
    '%s after %i approvals is taken back by the %s, and all is as before',
    async (action, approvals, who) => {
      const waiting = await walk(await make(), approvals);
      const before = await rowOf(waiting.id);
      const taken = await step(waiting, who, action);
      expect(await rowOf(waiting.id)).not.toEqual(before);
      const answer = await takeBack(taken, who);
      expect(answer).toMatchObject({
        status: 200,
        body: { state: waiting.state, version: taken.version + 1 },
      });
      expect(await rowOf(waiting.id)).toEqual(before);
      expect((await stepsOf(waiting.id)).at(-1)).toMatchObject({ action, takenBackAt: expect.any(String) });
    },
  );

  it('is taken again as if for the first time', async () => {
    const approved = await step(await walk(await make(), 3), 'raadmand', 'approve');
    const back = indstilling.parse((await takeBack(approved, 'raadmand')).body);
    expect(await step(back, 'raadmand', 'return')).toMatchObject({ state: 'returned' });
    expect((await stepsOf(back.id)).map(({ action, takenBackAt }) => [action, takenBackAt !== null])).toEqual(
      [
        ...[
          ['submit', false],
          ['approve', false],
          ['approve', false],
          ['approve', false],
        ],
        ...[
          ['approve', true],
          ['return', false],
        ],
      ],
    );
  });

  it('is taken back twice as once, and shows then only what one may see', async () => {
    const returned = await step(await walk(await make(), 2), 'director', 'return');
    const back = indstilling.parse((await takeBack(returned, 'director')).body);
    expect((await takeBack(returned, 'director')).body).toMatchObject({ version: back.version });
    await step(back, 'author', 'withdraw');
    expect((await takeBack(returned, 'director')).told).toBe('404 not-found');
  });

  it('is taken back with the one before it', async () => {
    const one = await make();
    const submitted = await step(one, 'leader', 'submit');
    const approved = await step(submitted, 'leader', 'approve');
    const back = indstilling.parse((await takeBack(approved, 'leader')).body);
    expect((await takeBack(submitted, 'leader', back.version)).body).toMatchObject({ state: 'draft' });
  });

  it('is taken back with all those before it', async () => {
    const one = await make();
    const taken = [await step(one, 'author', 'submit')];
    for (const who of HOLDERS) taken.push(await step(taken.at(-1) ?? one, who, 'approve'));
    let { version } = await stored(one.id);
    for (const [i, { taken: each }] of [...taken.entries()].toReversed()) {
      const by = people[(['author', ...HOLDERS] as const)[i] ?? 'author'];
      const answer = await api.send('delete', `indstillinger/${one.id}/steps/${each.id}`, undefined, {
        ...{ ifMatch: version, by },
      });
      expect([i, answer.told]).toEqual([i, '200']);
      ({ version } = indstilling.parse(answer.body));
    }
    expect(await stored(one.id)).toMatchObject({ state: 'draft', submission: 0 });
  });

  it('says until when it may be taken back, to who took it only', async () => {
    const approved = await walk(await make(), 1);
    const [, own] = await stepsOf(approved.id);
    expect(own?.regretUntil).toBe(approved.taken.regretUntil);
    expect(Date.parse(approved.taken.regretUntil) - Date.parse(own?.at ?? '')).toBe(30_000);
    const told = async (by: Who) => (await stepsOf(approved.id, by)).map(({ regretUntil }) => regretUntil);
    expect((await told('leader'))[0]).toBeNull();
    expect(await told('secretary')).toEqual([null, null]);
    await takeBack(approved, 'leader');
    expect(await told('leader')).toEqual([null, null]);
  });
});

describe('a step is not taken back', () => {
  it('by anybody else, nor found by those who do not see it', async () => {
    const approved = await walk(await make(), 1);
    expect((await takeBack(approved, 'secretary')).told).toBe('403 not-allowed');
    expect((await takeBack(approved, 'author')).told).toBe('403 not-allowed');
    expect((await takeBack(approved, 'raadmand')).told).toBe('404 not-found');
    const other = await api.signIn([{ role: 'leader', unitId: await makeUnit(api, 'ANDEN') }]);
    expect((await takeBack(approved, other)).told).toBe('404 not-found');
    const unknown = { ...approved, taken: { ...approved.taken, id: unknownId() } };
    expect((await takeBack(unknown, 'leader')).told).toBe('404 not-found');
    const elsewhere = { ...approved, id: (await make()).id };
    expect((await takeBack(elsewhere, 'leader')).told).toBe('404 not-found');
  });

  it('by somebody who may no longer take it', async () => {
    const gone = await api.signIn([{ role: 'leader', unitId }]);
    const submitted = await walk(await make(), 0);
    const options = { ifMatch: submitted.version, by: gone };
    const path = `indstillinger/${submitted.id}/steps`;
    const approved = await api.take(indstillingAfterStep, 'post', path, { action: 'approve' }, options);
    await api.database.query("UPDATE membership SET role = 'staff' WHERE person_id = $1", [gone.personId]);
    expect((await takeBack(approved, gone)).told).toBe('403 not-allowed');
    await api.database.query('DELETE FROM membership WHERE person_id = $1', [gone.personId]);
    expect((await takeBack(approved, gone)).told).toBe('404 not-found');
  });

  it('when the time is over', async () => {
    const approved = await walk(await make(), 1);
    await api.database.query("UPDATE indstilling_step SET at = at - interval '30 seconds' WHERE id = $1", [
      approved.taken.id,
    ]);
    expect((await takeBack(approved, 'leader')).told).toBe('409 regret-passed');
    expect((await stepsOf(approved.id)).at(-1)?.regretUntil).toBeNull();
  });

  it('when another step, or a change, came after it', async () => {
    const first = await walk(await make(), 1);
    const second = await step(first, 'secretary', 'approve');
    expect((await takeBack(first, 'leader', second.version)).told).toBe('409 step-not-newest');
    const fields = { minutes: 25 };
    const path = `indstillinger/${first.id}`;
    const changed = await api.take(indstilling, 'patch', path, fields, { ifMatch: second.version });
    expect((await takeBack(second, 'secretary', changed.version)).told).toBe('409 step-not-newest');
    expect((await stepsOf(first.id, 'secretary')).at(-1)?.regretUntil).toBeNull();
  });

  it('when a bilag came after it, which raises no version while its author has it', async () => {
    const returned = await step(await walk(await make(), 2), 'director', 'return');
    const bilag = { title: 'Tal', visibility: 'open' };
    await api.send('post', `indstillinger/${returned.id}/attachments`, bilag, { by: people.author });
    expect((await stored(returned.id)).version).toBe(returned.version);
    expect((await takeBack(returned, 'director')).told).toBe('409 step-not-newest');
  });

  it('without the version it is done to, and not with a stale one', async () => {
    const approved = await walk(await make(), 1);
    expect((await takeBack(approved, 'leader', approved.version - 1)).told).toBe('412 stale-version');
    const path = `indstillinger/${approved.id}/steps/${approved.taken.id}`;
    expect((await api.send('delete', path, undefined, { by: people.leader })).told).toBe(
      '428 if-match-required',
    );
  });

  it('when it was taken on an agenda', async () => {
    const approved = await walk(await make(), 4);
    const meeting = await makeMeeting(api, bodyId, '2026-09-01');
    await makePoint(api, meeting.id, 'Punkt', { indstillingId: approved.id, minutes: 10, type: 'decision' });
    const placed = (await stepsOf(approved.id)).at(-1);
    expect(placed).toMatchObject({ action: 'place', regretUntil: null });
    const { version } = await stored(approved.id);
    const answer = await api.send('delete', `indstillinger/${approved.id}/steps/${placed?.id}`, undefined, {
      ifMatch: version,
    });
    expect(answer.told).toBe('409 step-not-regrettable');
    expect((await takeBack(approved, 'raadmand', version)).told).toBe('409 step-not-newest');
  });

  it('when an agenda went out, or waits to go out, with what it approved', async () => {
    const approved = await step(await walk(await make(), 3), 'raadmand', 'approve');
    const meeting = await makeMeeting(api, bodyId, '2026-09-08');
    const texts = JSON.stringify([{ pointId: meeting.id, indstillingId: approved.id, submission: 1 }]);
    await api.database.query(
      `INSERT INTO sending (id, meeting_id, kind, state, facts, content, texts, requested_at, due_at)
       VALUES (gen_random_uuid(), $1, 'first', 'waiting', '{}', '{}', $2, now(), now())`,
      [meeting.id, texts],
    );
    expect((await takeBack(approved, 'raadmand')).told).toBe('409 step-not-newest');
    await api.database.query(
      "UPDATE sending SET state = 'regretted', content = NULL, texts = NULL WHERE meeting_id = $1",
      [meeting.id],
    );
    expect((await takeBack(approved, 'raadmand')).told).toBe('200');
  });
});

describe('the version of a submission that is taken back', () => {
  it('keeps its number for its text, and gets it back with the same text', async () => {
    const draft = await make();
    const submitted = await step(draft, 'author', 'submit');
    const back = indstilling.parse((await takeBack(submitted, 'author')).body);
    expect(back).toMatchObject({ state: 'draft', submission: 0 });
    expect(await versionsOf(draft.id)).toEqual([[1, true]]);
    const again = await step(back, 'author', 'submit');
    expect(again.submission).toBe(1);
    expect(await versionsOf(draft.id)).toEqual([[1, false]]);
  });

  it('is not the version of another text', async () => {
    const submitted = await step(await make(), 'author', 'submit');
    const back = indstilling.parse((await takeBack(submitted, 'author')).body);
    const fields = { sections: { statement: fromPlainText('En anden tekst. Den er kort.') } };
    const path = `indstillinger/${back.id}`;
    const changed = await api.take(indstilling, 'patch', path, fields, { ifMatch: back.version });
    expect((await step(changed, 'author', 'submit')).submission).toBe(2);
    expect(await versionsOf(back.id)).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('is of an approval too, where that kept a changed text', async () => {
    const only: readonly StepKind[] = ['leader'];
    const one = await makeIndstilling(api, { bodyId: await makeBodyWithSteps(api, only), unitId });
    const submitted = await step(one, 'leader', 'submit');
    const first = await step(submitted, 'leader', 'approve');
    const fields = { sections: { statement: fromPlainText('En anden tekst. Den er kort.') } };
    const path = `indstillinger/${one.id}`;
    const changed = await api.take(indstilling, 'patch', path, fields, { ifMatch: first.version });
    const before = await rowOf(one.id);
    const approved = await step(changed, 'leader', 'approve');
    expect(await rowOf(one.id)).toMatchObject({ submission: 2, approved_submission: 2 });
    expect((await takeBack(approved, 'leader')).told).toBe('200');
    expect(await rowOf(one.id)).toEqual(before);
    expect(await versionsOf(one.id)).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

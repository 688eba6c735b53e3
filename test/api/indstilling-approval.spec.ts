import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import {
  indstillingVersion,
  indstillingVersionSummary,
  takenStep,
} from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { pageOf } from '../../libs/contracts/common.js';
import { body } from '../../libs/contracts/organisation.js';
import { ApprovalService, IndstillingRow } from '../../libs/features/indstillinger/index.js';
import { INDSTILLING_STATES } from '../../libs/domain/indstilling/index.js';
import type { IndstillingAction, IndstillingState, StepKind } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { internalContext } from '../../libs/platform/http/request-context.js';
import { makeBodyWithSteps, makeIndstilling, putIndstillingInto } from '../builders/indstillinger.js';
import { startTestApi, unknownId } from '../support/test-api.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const ALL_STEPS: readonly StepKind[] = ['leader', 'secretariat', 'director', 'raadmand'];
const TEXT = { sections: { statement: fromPlainText('En ny sagsfremstilling. Den er kort.') } };

const ask = (id: string, action: string, ifMatch: number, reason: string | null = null): Promise<ApiAnswer> =>
  api.send('post', `indstillinger/${id}/steps`, { action, reason }, { ifMatch });

/** Takes steps one after the other, each to the version the one before it left. */
async function walk(start: IndstillingView, ...actions: string[]): Promise<IndstillingView> {
  let present = start;
  for (const action of actions) {
    const step = { action, reason: 'Økonomien mangler.' };
    const options = { ifMatch: present.version };
    present = await api.take(indstilling, 'post', `indstillinger/${start.id}/steps`, step, options);
  }
  return present;
}

const change = (id: string, fields: object, ifMatch: number): Promise<IndstillingView> =>
  api.take(indstilling, 'patch', `indstillinger/${id}`, fields, { ifMatch });

/** A step that another feature takes: placing, taking off, postponing and deciding happen on the agenda. */
function stepFromAgenda(id: string, action: IndstillingAction): Promise<IndstillingState> {
  const context = internalContext();
  return api.app.get(Transactions).run(context, async (tx) => {
    const row = await tx.findOneByOrFail(IndstillingRow, { id });
    await api.app.get(ApprovalService).moveOn(tx, context, row, { action, reason: null });
    return row.state;
  });
}

const stepsOf = async (id: string) =>
  (await api.take(pageOf(takenStep), 'get', `indstillinger/${id}/steps`)).items;
const versionsOf = async (id: string) =>
  (await api.take(pageOf(indstillingVersionSummary), 'get', `indstillinger/${id}/versions`)).items;

describe('a step of an indstilling', () => {
  it('is refused when it is no step of the approval, or says too little', async () => {
    const { id } = await makeIndstilling(api);
    expect((await ask(id, 'place', 1)).told).toBe('400 validation-failed');
    expect((await ask(id, 'toString', 1)).told).toBe('400 validation-failed');
    expect((await api.send('post', `indstillinger/${id}/steps`, {}, { ifMatch: 1 })).told).toBe(
      '400 validation-failed',
    );
  });

  it('is refused for what is not there, without a version, and with a stale one', async () => {
    const { id } = await makeIndstilling(api);
    await change(id, { minutes: 5 }, 1);
    expect((await ask(unknownId(), 'submit', 1)).told).toBe('404 not-found');
    expect((await ask(id, 'submit', 1)).told).toBe('412 stale-version');
    expect((await api.send('post', `indstillinger/${id}/steps`, { action: 'submit' })).told).toBe(
      '428 if-match-required',
    );
  });

  it('asks for a reason to return and to reject', async () => {
    const { id } = await makeIndstilling(api);
    await putIndstillingInto(api, id, 'with-director', ALL_STEPS);
    expect((await ask(id, 'return', 1)).told).toBe('422 reason-required');
    expect((await ask(id, 'reject', 1)).told).toBe('422 reason-required');
  });

  it('is taken once however often it is asked with the same Idempotency-Key', async () => {
    const { id } = await makeIndstilling(api);
    const submit = () =>
      api.send(
        'post',
        `indstillinger/${id}/steps`,
        { action: 'submit' },
        { ifMatch: 1, key: `submit-${id}` },
      );
    const [first, second] = [await submit(), await submit()];
    expect(first.told).toBe('200');
    expect(second).toEqual(first);
    expect(await versionsOf(id)).toHaveLength(1);
  });

  it('is taken by one of two who ask at the same moment', async () => {
    const { id } = await makeIndstilling(api);
    const answers = await Promise.all([ask(id, 'submit', 1), ask(id, 'withdraw', 1)]);
    expect(answers.map(({ told }) => told).sort()).toEqual(['200', '412 stale-version']);
    expect(await stepsOf(id)).toHaveLength(1);
  });
});

describe('the approval by all four steps', () => {
  type Cells = Readonly<Partial<Record<string, IndstillingState>>>;
  const waiting = (next: IndstillingState, more: Cells = {}): Cells => ({
    ...{ approve: next, return: 'returned', revise: 'with-leader', withdraw: 'withdrawn', ...more },
  });
  const CELLS: Readonly<Record<IndstillingState, Cells>> = {
    draft: { submit: 'with-leader', revise: 'draft', withdraw: 'withdrawn' },
    'with-leader': waiting('with-secretariat'),
    'with-secretariat': waiting('with-director'),
    'with-director': waiting('with-raadmand', { reject: 'rejected' }),
    'with-raadmand': waiting('approved', { reject: 'rejected' }),
    approved: { revise: 'with-leader', withdraw: 'withdrawn' },
    'on-agenda': { revise: 'with-leader', withdraw: 'withdrawn' },
    decided: {},
    returned: { submit: 'with-leader', revise: 'returned', withdraw: 'withdrawn' },
    rejected: {},
    withdrawn: {},
  };
  const ACTIONS = ['submit', 'approve', 'return', 'reject', 'withdraw', 'revise'] as const;

  it.each(INDSTILLING_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))(
    'from %s answers %s as the table says',
    async (state, action) => {
      const { id } = await makeIndstilling(api);
      await putIndstillingInto(api, id, state, ALL_STEPS);
      const answer =
        action === 'revise'
          ? await api.send('patch', `indstillinger/${id}`, TEXT, { ifMatch: 1 })
          : await ask(id, action, 1, 'Økonomien mangler.');
      const expected = CELLS[state][action];
      if (expected === undefined) expect(answer.told).toBe('409 transition-not-allowed');
      else expect(answer).toMatchObject({ status: 200, etag: '"2"', body: { state: expected } });
    },
  );

  it('goes from a draft over every step to the agenda and a decision', async () => {
    const draft = await makeIndstilling(api);
    const waitingAtLeader = await walk(draft, 'submit');
    expect(waitingAtLeader).toMatchObject({
      ...{ state: 'with-leader', step: 'leader', steps: ALL_STEPS, submission: 1 },
      actions: ['revise', 'approve', 'return', 'withdraw'],
    });
    const approved = await walk(waitingAtLeader, 'approve', 'approve', 'approve', 'approve');
    expect(approved).toMatchObject({ state: 'approved', step: null, submission: 1 });
    expect(await stepFromAgenda(draft.id, 'place')).toBe('on-agenda');
    expect(await stepFromAgenda(draft.id, 'take-off')).toBe('approved');
    expect(await stepFromAgenda(draft.id, 'place')).toBe('on-agenda');
    expect(await stepFromAgenda(draft.id, 'postpone')).toBe('on-agenda');
    expect(await stepFromAgenda(draft.id, 'decide')).toBe('decided');
    const taken = await stepsOf(draft.id);
    expect(taken.map(({ action, from, to }) => `${from} ${action} ${to}`)).toEqual([
      'draft submit with-leader',
      'with-leader approve with-secretariat',
      'with-secretariat approve with-director',
      'with-director approve with-raadmand',
      'with-raadmand approve approved',
      'approved place on-agenda',
      'on-agenda take-off approved',
      'approved place on-agenda',
      'on-agenda postpone on-agenda',
      'on-agenda decide decided',
    ]);
  });

  it.each([
    ['draft', 'place'],
    ['approved', 'decide'],
    ['approved', 'take-off'],
    ['with-leader', 'place'],
    ['decided', 'postpone'],
  ] as const)('refuses another feature, too, what the table does not have: %s %s', async (state, action) => {
    const { id } = await makeIndstilling(api);
    await putIndstillingInto(api, id, state, ALL_STEPS);
    await expect(stepFromAgenda(id, action)).rejects.toMatchObject({ code: 'transition-not-allowed' });
  });
});

describe('the steps of an indstilling', () => {
  it('are those its body has when it is submitted, not those it gets later', async () => {
    const bodyId = await makeBodyWithSteps(api, ['leader', 'director']);
    const draft = await makeIndstilling(api, { bodyId });
    const settings = { approvalSteps: ['secretariat'] };
    const submitted = await walk(draft, 'submit');
    await api.take(body, 'patch', `bodies/${bodyId}`, { settings }, { ifMatch: 1 });
    const atDirector = await walk(submitted, 'approve');
    expect(atDirector).toMatchObject({ state: 'with-director', steps: ['leader', 'director'] });
    const again = await walk(atDirector, 'return', 'submit');
    expect(again).toMatchObject({ state: 'with-secretariat', steps: ['secretariat'] });
    expect(await walk(again, 'approve')).toMatchObject({ state: 'approved' });
  });

  it('are kept with their reasons and the version they were about, oldest first', async () => {
    const draft = await makeIndstilling(api);
    await walk(draft, 'submit', 'approve', 'return', 'submit');
    const taken = await stepsOf(draft.id);
    expect(new Set(taken.map(({ by }) => by))).toEqual(new Set(['Alt Muligt']));
    expect(taken.map(({ action, reason, submission }) => [action, reason, submission])).toEqual([
      ['submit', 'Økonomien mangler.', 1],
      ['approve', 'Økonomien mangler.', 1],
      ['return', 'Økonomien mangler.', 1],
      ['submit', 'Økonomien mangler.', 2],
    ]);
    const page = pageOf(takenStep);
    const first = await api.take(page, 'get', `indstillinger/${draft.id}/steps?limit=3`);
    const cursor = String(first.nextCursor);
    const rest = await api.take(page, 'get', `indstillinger/${draft.id}/steps?limit=3&cursor=${cursor}`);
    expect([...first.items, ...rest.items]).toEqual(taken);
  });

  it('are asked of one that is there', async () => {
    expect((await api.send('get', `indstillinger/${unknownId()}/steps`)).told).toBe('404 not-found');
    expect((await api.send('get', `indstillinger/${unknownId()}/versions`)).told).toBe('404 not-found');
  });
});

describe('submitting an indstilling', () => {
  it('is refused with every finding that blocks, and leaves it as it was', async () => {
    const { id } = await makeIndstilling(api, { minutes: null, title: 'Status på xx' });
    const answer = await ask(id, 'submit', 1);
    expect(answer.told).toBe('422 indstilling-incomplete');
    expect(answer.body).toMatchObject({
      at: 'title',
      liftedBy: 'author',
      faults: [
        { at: 'title', rule: 'placeholder' },
        { at: 'minutes', rule: 'minutes-missing' },
      ],
    });
    expect(await versionsOf(id)).toEqual([]);
    expect((await api.send('get', `indstillinger/${id}`)).body).toMatchObject({ state: 'draft', version: 1 });
  });

  it('is refused while the BILAG list names what is not attached', async () => {
    const attachments = fromPlainText('Bilag 1: Oversigt over brugere');
    const { id, sections } = await makeIndstilling(api);
    await change(id, { sections: { ...sections, attachments } }, 1);
    const answer = await ask(id, 'submit', 2);
    expect(answer.body).toMatchObject({ faults: [{ at: 'attachments', rule: 'attachment-not-attached' }] });
    await api.database.query(
      `INSERT INTO attachment (id, indstilling_id, position, title, visibility)
       VALUES (gen_random_uuid(), $1, 0, 'Oversigt over brugere', 'open')`,
      [id],
    );
    expect((await ask(id, 'submit', 2)).told).toBe('200');
  });

  it('keeps what was submitted as a version, whatever is written later', async () => {
    const draft = await makeIndstilling(api);
    const returned = await walk(draft, 'submit', 'return');
    const revised = await change(draft.id, { ...TEXT, title: 'En anden titel' }, returned.version);
    await walk(revised, 'submit');
    const versions = await versionsOf(draft.id);
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[0]?.contentHash).not.toBe(versions[1]?.contentHash);
    const read = (number: number) =>
      api.take(indstillingVersion, 'get', `indstillinger/${draft.id}/versions/${number}`);
    const { title, minutes, author, sections } = draft;
    expect((await read(1)).content).toMatchObject({ title, minutes, author, sections, attachments: [] });
    expect((await read(2)).content).toMatchObject({ title: 'En anden titel', sections: TEXT.sections });
  });

  it('gives the same text the same hash', async () => {
    const draft = await makeIndstilling(api);
    await walk(draft, 'submit', 'return', 'submit');
    const [second, first] = await versionsOf(draft.id);
    expect(second?.contentHash).toBe(first?.contentHash);
  });

  it('has no version with a number that was not submitted', async () => {
    const { id } = await makeIndstilling(api);
    const told = async (n: string) => (await api.send('get', `indstillinger/${id}/versions/${n}`)).told;
    expect(await told('1')).toBe('404 not-found');
    expect(await told('0')).toBe('400 validation-failed');
    expect(await told('99999999999')).toBe('400 validation-failed');
  });
});

describe('a text changed after an approval', () => {
  it('goes back to the first step, and is kept as a version when it is approved anew', async () => {
    const atDirector = await walk(await makeIndstilling(api), 'submit', 'approve', 'approve');
    const revised = await change(atDirector.id, TEXT, atDirector.version);
    expect(revised).toMatchObject({ state: 'with-leader', submission: 1 });
    const approved = await walk(revised, 'approve');
    expect(approved).toMatchObject({ state: 'with-secretariat', submission: 2 });
    expect(await walk(approved, 'approve')).toMatchObject({ submission: 2 });
    const taken = await stepsOf(revised.id);
    expect(taken.map(({ action }) => action)).toEqual([
      ...['submit', 'approve', 'approve', 'revise', 'approve', 'approve'],
    ]);
  });

  it('is not approved while something is missing in it', async () => {
    const submitted = await walk(await makeIndstilling(api), 'submit');
    const resources = fromPlainText('HUSK at spørge.');
    const revised = await change(submitted.id, { sections: { resources } }, submitted.version);
    expect((await ask(revised.id, 'approve', revised.version)).told).toBe('422 indstilling-incomplete');
  });

  it('does not when only facts beside the text changed, or nothing did', async () => {
    const approved = await walk(
      await makeIndstilling(api, { bodyId: await makeBodyWithSteps(api, ['leader']) }),
      'submit',
      'approve',
    );
    const facts = { minutes: 20, caseNumber: 'EMN-2026-000002', author: { name: 'Dorte Prøve' } };
    const changed = await change(approved.id, facts, approved.version);
    expect(changed).toMatchObject({ ...facts, state: 'approved', author: { name: 'Dorte Prøve' } });
    const same = { title: approved.title, sections: approved.sections };
    expect(await change(approved.id, same, changed.version)).toMatchObject({ state: 'approved' });
  });

  it('stays with its body until it is returned', async () => {
    const submitted = await walk(await makeIndstilling(api), 'submit');
    const bodyId = await makeBodyWithSteps(api);
    const address = `indstillinger/${submitted.id}`;
    const answer = await api.send('patch', address, { bodyId }, { ifMatch: submitted.version });
    expect(answer.told).toBe('409 indstilling-body-fixed');
    const returned = await walk(submitted, 'return');
    expect(await change(submitted.id, { bodyId }, returned.version)).toMatchObject({ bodyId });
  });

  it.each(['decided', 'rejected', 'withdrawn'] as const)(
    'is refused once it is %s, and so is every other change',
    async (state) => {
      const { id } = await makeIndstilling(api);
      await putIndstillingInto(api, id, state, ALL_STEPS);
      const told = async (fields: object) =>
        (await api.send('patch', `indstillinger/${id}`, fields, { ifMatch: 1 })).told;
      expect(await told(TEXT)).toBe('409 transition-not-allowed');
      expect(await told({ minutes: 5 })).toBe('409 transition-not-allowed');
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completeness, indstilling } from '../../libs/contracts/indstillinger.js';
import { indstillingVersion } from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { body } from '../../libs/contracts/organisation.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import type { RichText } from '../../libs/domain/text/index.js';
import { COMPLETE_SECTIONS, makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const named = (heading: string) => ({ heading, off: false });
const OFF = { heading: null, off: true };
const without = (key: string): Record<string, RichText> =>
  Object.fromEntries(Object.entries(COMPLETE_SECTIONS).filter(([each]) => each !== key));
const WITHOUT_COMMUNICATION = { raadmand: { communication: OFF } };

async function setSections(bodyId: string, sections: object): Promise<void> {
  const { version } = await api.take(body, 'get', `bodies/${bodyId}`);
  await api.take(body, 'patch', `bodies/${bodyId}`, { settings: { sections } }, { ifMatch: version });
}
const present = (id: string): Promise<IndstillingView> => api.take(indstilling, 'get', `indstillinger/${id}`);
const write = async (id: string, sections: object): Promise<IndstillingView> =>
  api.take(
    indstilling,
    'patch',
    `indstillinger/${id}`,
    { sections },
    { ifMatch: (await present(id)).version },
  );
const step = async (id: string, action: string) =>
  api.send('post', `indstillinger/${id}/steps`, { action }, { ifMatch: (await present(id)).version });

describe('the sections of an indstilling', () => {
  it('are called what its body calls them, on whichever template they are', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const { id, headings } = await makeIndstilling(api, { bodyId });
    expect(headings['further-process']).toBe('VIDERE PROCES');
    await setSections(bodyId, {
      raadmand: { 'further-process': named('DET VIDERE FORLØB') },
      council: { effect: named('Virkning') },
    });
    const { headings: own } = await present(id);
    expect(own).toMatchObject({
      'further-process': 'DET VIDERE FORLØB',
      effect: 'Virkning',
      attachments: 'BILAG',
    });
    const other = await makeIndstilling(api);
    expect(other.headings).toEqual(headings);
  });

  it('are not there where the body does without and nothing was written, and lack nothing', async () => {
    const bodyId = await makeBodyWithSteps(api);
    await setSections(bodyId, WITHOUT_COMMUNICATION);
    const sections = without('communication');
    const { id, sections: shown } = await makeIndstilling(api, { bodyId, sections });
    expect(Object.keys(shown)).toEqual(Object.keys(sections));
    const { findings } = await api.take(completeness, 'get', `indstillinger/${id}/completeness`);
    expect(findings).toEqual([]);
    expect((await step(id, 'submit')).told).toBe('200');
    const sent = await api.take(indstillingVersion, 'get', `indstillinger/${id}/versions/1`);
    expect(Object.keys(sent.content.sections)).toEqual(Object.keys(sections));
  });

  it('keep what was written before the body switched them off, until that is taken out', async () => {
    const bodyId = await makeBodyWithSteps(api);
    const communication = fromPlainText('Pressen er orienteret om xx.');
    const sections = { ...COMPLETE_SECTIONS, communication };
    const { id } = await makeIndstilling(api, { bodyId, sections });
    await setSections(bodyId, WITHOUT_COMMUNICATION);
    const standing = await present(id);
    expect(Object.keys(standing.sections)).toEqual(Object.keys(COMPLETE_SECTIONS));
    expect(standing.sections.communication).toEqual(communication);
    const { findings } = await api.take(completeness, 'get', `indstillinger/${id}/completeness`);
    expect(findings).toMatchObject([{ code: 'placeholder', place: 'communication' }]);
    expect(Object.keys((await write(id, { communication: [] })).sections)).not.toContain('communication');
    // Whoever had the page open goes on writing: what they write is there.
    expect((await write(id, { communication })).sections.communication).toEqual(communication);
  });

  it('are approved as they were submitted, whatever the body does without or calls them meanwhile', async () => {
    const bodyId = await makeBodyWithSteps(api, ['leader', 'director']);
    const sections = without('communication');
    await setSections(bodyId, WITHOUT_COMMUNICATION);
    const { id } = await makeIndstilling(api, { bodyId, sections });
    expect((await step(id, 'submit')).told).toBe('200');
    await setSections(bodyId, { raadmand: { resources: OFF, statement: named('SAGEN') } });
    expect((await step(id, 'approve')).told).toBe('200');
    expect((await present(id)).submission).toBe(1);
    const sent = await api.take(indstillingVersion, 'get', `indstillinger/${id}/versions/1`);
    expect(Object.keys(sent.content.sections)).toEqual(Object.keys(COMPLETE_SECTIONS));
  });

  it('are those of the body that it is given to', async () => {
    const [from, to] = [await makeBodyWithSteps(api), await makeBodyWithSteps(api)];
    await setSections(to, { raadmand: { statement: named('SAGEN'), ...WITHOUT_COMMUNICATION.raadmand } });
    const sections = without('communication');
    const { id, version } = await makeIndstilling(api, { bodyId: from, sections });
    const moved = await api.take(
      indstilling,
      'patch',
      `indstillinger/${id}`,
      { bodyId: to },
      { ifMatch: version },
    );
    expect(moved.headings.statement).toBe('SAGEN');
    expect(Object.keys(moved.sections)).toEqual(Object.keys(sections));
  });
});

describe('the template of an indstilling', () => {
  const settings = { templates: ['raadmand', 'briefing'] };
  async function bodyOfTwo(): Promise<string> {
    const bodyId = await makeBodyWithSteps(api);
    await api.take(body, 'patch', `bodies/${bodyId}`, { settings }, { ifMatch: 1 });
    return bodyId;
  }
  const give = (id: string, fields: object, ifMatch: number) =>
    api.send('patch', `indstillinger/${id}`, fields, { ifMatch });

  it('is one that its body offers', async () => {
    const bodyId = await bodyOfTwo();
    const answer = await api.send('post', 'indstillinger', { bodyId, title: 'Titel', template: 'council' });
    expect(answer.body).toMatchObject({ code: 'template-not-offered', status: 422, at: 'template' });
    const offered = { bodyId, title: 'Titel', template: 'briefing' };
    expect((await api.send('post', 'indstillinger', offered)).told).toBe('201');
  });

  it('becomes another while it is written: every text stays, and can be moved or taken out', async () => {
    const { id } = await makeIndstilling(api, { bodyId: await bodyOfTwo() });
    expect((await give(id, { template: 'council' }, 1)).told).toBe('422 template-not-offered');
    expect((await give(id, { template: 'briefing' }, 1)).told).toBe('200');
    const changed = await present(id);
    expect(changed.sections).toEqual(COMPLETE_SECTIONS);
    expect(Object.keys(changed.sections).slice(-3)).toEqual(['recommendation', 'resources', 'communication']);
    const { sections } = await write(id, { recommendation: [], statement: COMPLETE_SECTIONS.recommendation });
    expect(Object.keys(sections)).not.toContain('recommendation');
    expect(sections.statement).toEqual(COMPLETE_SECTIONS.recommendation);
    // Back again, as whoever takes it back has it.
    const { recommendation, statement } = COMPLETE_SECTIONS;
    expect((await write(id, { recommendation, statement })).sections).toEqual(COMPLETE_SECTIONS);
    const { version } = await present(id);
    expect((await give(id, { sections: { effekt: statement } }, version)).told).toBe('422 section-unknown');
  });

  it('stays once it is sent, and where its body offers it no more', async () => {
    const bodyId = await bodyOfTwo();
    const { id } = await makeIndstilling(api, { bodyId });
    expect((await step(id, 'submit')).told).toBe('200');
    const { version } = await present(id);
    expect((await give(id, { template: 'briefing' }, version)).told).toBe('409 indstilling-template-fixed');
    expect((await give(id, { template: 'raadmand', month: 'marts' }, version)).told).toBe('200');
    await api.take(
      body,
      'patch',
      `bodies/${bodyId}`,
      { settings: { templates: ['briefing'] } },
      { ifMatch: 2 },
    );
    expect((await give(id, { template: 'raadmand', month: 'april' }, version + 1)).told).toBe('200');
  });

  it('of what is given to another body stays too; another is one that this body offers', async () => {
    const { id } = await makeIndstilling(api, {
      bodyId: await makeBodyWithSteps(api),
      template: 'cover-note',
      sections: {},
    });
    const bodyId = await bodyOfTwo();
    expect((await give(id, { bodyId, template: 'council' }, 1)).told).toBe('422 template-not-offered');
    expect((await give(id, { bodyId }, 1)).body).toMatchObject({ bodyId, template: 'cover-note' });
    expect((await give(id, { template: 'briefing' }, 2)).told).toBe('200');
  });
});

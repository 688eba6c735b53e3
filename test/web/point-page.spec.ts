import { beforeEach, describe, expect, it } from '@jest/globals';
import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { makeIndstilling, putIndstillingInto, sendOnPoint } from '../builders/indstillinger.js';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let open: TestPage;

let meetingId = '';
let pointId = '';
const bold = [{ type: 'paragraph', content: [{ text: 'Fed tekst', bold: true }] }];
beforeEach(async () => {
  ({ id: meetingId } = await makeMeeting(web.api, web.bodyId, '2027-04-06'));
  ({ id: pointId } = await makePoint(web.api, meetingId, 'Budget', { minutes: 10, purpose: bold }));
  await makePoint(web.api, meetingId, 'Skoler', { minutes: 15 });
  await putMeetingInto(web.api, meetingId, 'drafting');
  open = await web.open('MSA');
  await open.go(`/meetings/${meetingId}/points/${pointId}`);
  await field('Titel').waitFor();
});

const field = (label: string) => open.page.getByLabel(label, { exact: true });
const stored = (): Promise<AgendaPointView> => web.api.take(agendaPoint, 'get', `agenda-points/${pointId}`);
const becomes = (fields: Partial<AgendaPointView>) =>
  until(async () => {
    const point = await stored();
    expect(point).toMatchObject(fields);
    return true;
  });

describe('the page of a point, for those who make the agenda', () => {
  it('says what the indstilling on it proposes once all have approved it', async () => {
    const { id } = await makeIndstilling(web.api, { bodyId: web.bodyId });
    await sendOnPoint(web.api, pointId, id);
    const proposal = open.page.getByRole('heading', { name: 'Forslag til beslutning' });
    const indstilling = open.page.getByRole('heading', { name: 'SAGSFREMSTILLING' });
    await putIndstillingInto(web.api, id, 'with-director', ['leader', 'director']);
    await open.page.reload();
    await indstilling.waitFor();
    expect(await proposal.count()).toBe(0);
    await putIndstillingInto(web.api, id, 'on-agenda', ['leader', 'director']);
    await open.page.reload();
    await proposal.waitFor();
    await open.page.getByText('Indstillingen godkendes.').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('saves every field by itself, says so aloud, and keeps the formatting of what is not typed into', async () => {
    await field('Titel').fill('Budget 2028');
    await field('Baggrund/formål').fill('Fed tekst\n\nNye tal');
    await field('Ansvarlig').fill('Økonomi');
    await field('Under punktet deltager').fill('Lise Rønnetved');
    await field('Metode').fill('Oplæg');
    await field('Tid (min.)').fill('20');
    await field('Fast start').fill('9.00');
    await field('Fast start').blur();
    await becomes({
      ...{ title: 'Budget 2028', responsible: 'Økonomi', attending: 'Lise Rønnetved', method: 'Oplæg' },
      ...{ minutes: 20, fixedStart: '09:00' },
    });
    const { purpose } = await stored();
    expect(purpose).toEqual([...bold, { type: 'paragraph', content: [{ text: 'Nye tal' }] }]);
    await open.page
      .getByRole('status')
      .filter({ hasText: /Gemt kl\./ })
      .first()
      .waitFor({ state: 'attached' });
    await open.page.locator('h1', { hasText: '1. Budget 2028' }).waitFor();
    await open.page.getByText('9.00–9.20').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.emulateMedia({ colorScheme: 'dark' });
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await axeFindings(open.page)).toEqual([]);
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    expect(open.complaints).toEqual([]);
  });

  it('loses nothing when it is reloaded in the pause, and says what is wrong at its field', async () => {
    await field('Metode').fill('Gruppearbejde');
    await open.page.reload();
    await until(async () => (await field('Metode').inputValue()) === 'Gruppearbejde');
    await becomes({ method: 'Gruppearbejde' });
    await field('Tid (min.)').fill('ti');
    await open.page.locator('.fault', { hasText: 'helt antal minutter' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await field('Tid (min.)').fill('12');
    await becomes({ minutes: 12 });
  });

  it('goes on without a connection, and saves when it is back', async () => {
    await open.page.context().setOffline(true);
    await field('Metode').fill('Oplæg');
    await open.page.locator('.save-status', { hasText: 'gemt på denne enhed' }).waitFor();
    await open.page.context().setOffline(false);
    await becomes({ method: 'Oplæg' });
  });

  it('shows both texts where somebody else was first, and lets one choose', async () => {
    const other = await web.api.signIn([{ role: 'secretariat', bodyId: web.bodyId }]);
    const theirs = async (method: string): Promise<void> => {
      const { version } = await stored();
      await web.api.send('patch', `agenda-points/${pointId}`, { method }, { ifMatch: version, by: other });
    };
    await theirs('Deres metode');
    await field('Metode').fill('Min metode');
    const panel = open.page.getByRole('alert').filter({ hasText: 'En anden har ændret det imens' });
    await panel.waitFor();
    expect(await panel.innerText()).toMatch(/Deres metode[\s\S]*Min metode/);
    expect(await axeFindings(open.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Behold min tekst' }).click();
    await becomes({ method: 'Min metode' });

    await theirs('Deres igen');
    await field('Metode').fill('Min igen');
    await panel.waitFor();
    await panel.getByRole('button', { name: 'Brug den nyere' }).click();
    await until(async () => (await field('Metode').inputValue()) === 'Deres igen');
    await becomes({ method: 'Deres igen' });
    const [told] = await web.api.database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM event WHERE name = 'agenda-point.changed' AND subject_id = $1",
      [pointId],
    );
    // Theirs, mine; theirs, mine and theirs again: each stands in the history.
    expect(told?.n).toBe(5);
  });

  it('closes in two acts, tells what it means, and takes it back', async () => {
    await field('Lukket').click();
    await field('Personalesag').click();
    await becomes({ visibility: 'closed', closedReason: 'Personalesag' });
    await open.page.getByText('Kun de, der har adgang til forummets lukkede punkter').waitFor();
    await open.page.locator('body').press('Control+z');
    await open.page.locator('body').press('Control+z');
    await becomes({ visibility: 'open', closedReason: null });
    await field('Type').selectOption('information');
    await becomes({ type: 'information' });
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await becomes({ type: 'discussion' });
  });

  it('invites guests with the time they take part, which follows the agenda, and lets them go again', async () => {
    await open.page.getByText('Punktet har ingen gæster.').waitFor();
    await field('Inviter en gæst').selectOption({ label: 'Sara Østerlund' });
    await open.page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await open.page.getByText('Sara Østerlund deltager kl. 9.00–9.10').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await field('Tid (min.)').fill('25');
    await open.page.getByText('Sara Østerlund deltager kl. 9.00–9.25').waitFor();
    const guests = async (): Promise<number> =>
      (
        await web.api.database.query("SELECT 1 FROM membership WHERE role = 'guest' AND point_id = $1", [
          pointId,
        ])
      ).length;
    expect(await guests()).toBe(1);
    await open.page.getByRole('button', { name: 'Fjern gæsten Sara Østerlund' }).click();
    await until(async () => (await guests()) === 0);
    await open.page.getByText('Punktet har ingen gæster.').waitFor();
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await guests()) === 1);
    expect(open.complaints).toEqual([]);
  });

  it('goes on to the next point, and asks the second tab to take over', async () => {
    const other = await open.page.context().newPage();
    await other.goto(open.page.url());
    await other.getByText('Åben i en anden fane.').waitFor();
    await other.close();
    await open.page.getByRole('link', { name: 'Næste punkt' }).click();
    await open.page.locator('h1', { hasText: 'Skoler' }).waitFor();
    expect(await open.page.getByRole('link', { name: 'Næste punkt' }).count()).toBe(0);
  });
});

describe('the page of a point, for those who read', () => {
  it('is text, and no form', async () => {
    await putMeetingInto(web.api, meetingId, 'drafting');
    const [{ version } = { version: 0 }] = await web.api.database.query<{ version: number }>(
      'SELECT version FROM meeting WHERE id = $1',
      [meetingId],
    );
    await web.api.send('post', `meetings/${meetingId}/agenda-versions`, undefined, { ifMatch: version });
    const reader = await web.open('KVL');
    await reader.go(`/meetings/${meetingId}/points/${pointId}`);
    expect(await reader.page.locator('h1').innerText()).toContain('Budget');
    await reader.page.getByText('Fed tekst').waitFor();
    expect(await reader.page.locator('main').locator('input, textarea, select').count()).toBe(0);
    await reader.close();
  });
});

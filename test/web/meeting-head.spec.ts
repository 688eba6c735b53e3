import { describe, expect, it } from '@jest/globals';
import { makeMeeting, putMeetingInto } from '../builders/meetings.js';
import type { MeetingView } from '../../libs/contracts/meetings.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';

const web = startDesk();

/** A meeting of the rådmandsmøde, of which the sample people are members. */
const meetingOf = (date: string): Promise<MeetingView> => makeMeeting(web.api, web.bodyId, date);

const factsOf = (id: string) =>
  web.api.database.query(
    `SELECT date::text, start_time, end_time, place, kind, case_number, participants FROM meeting WHERE id = $1`,
    [id],
  );

describe('the facts of a meeting', () => {
  it('are changed where they stand, and taken back', async () => {
    const { id } = await meetingOf('2027-05-04');
    const before = await factsOf(id);
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings/${id}`);
    await page.getByRole('link', { name: 'Ret mødet' }).click();
    await page.locator('h1:focus').filter({ hasText: 'Om mødet' }).waitFor();
    await page.getByLabel('Dato', { exact: true }).fill('5/5-2027');
    await page.getByLabel('Begynder').fill('1315');
    await page.getByLabel('Slutter').fill('14');
    await page.getByLabel('Sagsnummer').fill('EMN-2027-000123');
    await page.getByLabel('Mødets art').selectOption('extraordinary');
    await page.getByLabel('Mødeleder').selectOption({ label: 'Karla Vestermølle' });
    await page.getByLabel('Deltagere').fill('Karla Vestermølle\nBo Gæst, afbud');
    await page.getByRole('status').getByText('regnes mødets frister om').waitFor();
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByText('Mødet er flyttet til onsdag den 5. maj 2027.').first().waitFor();
    const [kvl] = await web.api.database.query<{ id: string }>(
      "SELECT id FROM person WHERE initials = 'KVL'",
    );
    expect(await factsOf(id)).toMatchObject([
      {
        ...{ date: '2027-05-05', start_time: '13:15', end_time: '14:00', kind: 'extraordinary' },
        case_number: 'EMN-2027-000123',
        participants: [
          { name: 'Karla Vestermølle', personId: kvl?.id, attendance: 'present' },
          { name: 'Bo Gæst', personId: null, attendance: 'regret' },
        ],
      },
    ]);
    await page.locator('.facts').getByText('kl. 13.15–14.00').waitFor();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.locator('.facts').getByText('tirsdag den 4. maj 2027').waitFor();
    expect(await factsOf(id)).toEqual(before);
    await close();
  });

  it('of which somebody else has changed one show both, and keep what was typed', async () => {
    const { id, version } = await meetingOf('2027-05-11');
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings/${id}/details`);
    await page.getByLabel('Sted').fill('Mødelokale 2');
    await web.api.send('patch', `meetings/${id}`, { place: 'Kantinen' }, { ifMatch: version });
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByRole('alert').getByText('En anden har ændret det imens').waitFor();
    expect(await page.locator('.conflict').innerText()).toMatch(
      /Gælder nu: Kantinen[\s\S]*Dit: Mødelokale 2/,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gem mit alligevel' }).click();
    await page.getByText('Mødet er rettet.').first().waitFor();
    expect(await factsOf(id)).toMatchObject([{ place: 'Mødelokale 2' }]);
    await close();
  });

  it('say which of them is wrong, and save nothing', async () => {
    const { id } = await meetingOf('2027-05-18');
    const before = await factsOf(id);
    const { page, go, close } = await web.open('MSA', { viewport: { width: 320, height: 640 } });
    await go(`/meetings/${id}/details`);
    await page.getByLabel('Slutter').fill('8.00');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.locator('.fault-summary:focus').waitFor();
    expect(await page.title()).toMatch(/^Fejl: Om mødet/);
    await page.getByRole('link', { name: /^Sluttidspunktet/ }).click();
    await page.locator('#end:focus').waitFor();
    expect(await contentWidth(page)).toBeLessThanOrEqual(320);
    expect(await factsOf(id)).toEqual(before);
    await close();
  });

  it('are only read by those who do not make the agenda, and of a meeting that is over', async () => {
    const { id } = await meetingOf('2027-05-25');
    const reader = await web.open('KVL');
    await reader.go(`/meetings/${id}/details`);
    await reader.page.getByText('kun forummets sekretariat retter møder').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Gem', exact: true }).count()).toBe(0);
    await reader.close();
    await putMeetingInto(web.api, id, 'cancelled');
    const maker = await web.open('MSA');
    await maker.go(`/meetings/${id}/details`);
    await maker.page.getByText('Mødet er aflyst, så det kan ikke rettes længere.').waitFor();
    await maker.close();
  });
});

describe('a meeting that is cancelled', () => {
  it('says why to its readers, and is taken back exactly', async () => {
    const { id } = await meetingOf('2027-06-01');
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings/${id}/details`);
    await page.getByRole('button', { name: 'Aflys mødet' }).click();
    await page.locator('#step-reason:focus[aria-invalid=true]').waitFor();
    await page.getByText('Skriv, hvorfor mødet aflyses.').waitFor();
    await page.getByLabel('Hvorfor mødet aflyses').fill('Rådmanden er syg.');
    await page.getByRole('button', { name: 'Aflys mødet' }).click();
    await page.getByText('Rådmandsmøde, 1. juni 2027 er aflyst.').first().waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    const reader = await web.open('KVL');
    await reader.go(`/meetings/${id}`);
    await reader.page.getByText('Mødet er aflyst: Rådmanden er syg.').waitFor();
    await reader.close();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByRole('heading', { name: 'Aflys mødet' }).waitFor();
    const row = await web.api.database.query(
      'SELECT state, cancelled_because AS why FROM meeting WHERE id = $1',
      [id],
    );
    expect(row).toEqual([{ state: 'planned', why: null }]);
    await close();
  });

  it('can be taken up again later, as a draft', async () => {
    const { id, version } = await meetingOf('2027-06-08');
    await web.api.send(
      'post',
      `meetings/${id}/steps`,
      { action: 'cancel', reason: 'Ferie' },
      { ifMatch: version },
    );
    const { page, go, close } = await web.open('MSA');
    await go(`/meetings/${id}/details`);
    await page.getByText('Mødet er aflyst: Ferie').waitFor();
    await page.getByLabel('Hvorfor mødet tages op igen').fill('Alle kan alligevel.');
    await page.getByRole('button', { name: 'Tag mødet op igen' }).click();
    await page.getByText('er taget op igen som kladde.').first().waitFor();
    await page.getByRole('heading', { name: 'Ret mødet' }).waitFor();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByText('Mødet er aflyst: Ferie').waitFor();
    await close();
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();
let bodyId = '';
let meetingId = '';
const opened: TestPage[] = [];
beforeAll(async () => {
  const [body] = await web.api.database.query<{ id: string }>(
    `SELECT body.id FROM body WHERE (SELECT count(*) FROM membership JOIN person ON person.id = person_id
       WHERE body_id = body.id AND role = 'secretariat' AND initials IN ('MSA', 'JKJ')) = 2`,
  );
  bodyId = body?.id ?? '';
});

let day = 0;
beforeEach(async () => {
  day += 1;
  meetingId = (await makeMeeting(web.api, bodyId, `2033-03-0${day}`)).id;
  await makePoint(web.api, meetingId, 'Budget', { minutes: 5 });
  const closed = { visibility: 'closed', closedReason: 'Personsag' };
  await makePoint(web.api, meetingId, 'Ansættelse', { minutes: 5, ...closed });
  await putMeetingInto(web.api, meetingId, 'drafting');
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function see(initials: string, path: string): Promise<TestPage> {
  const open = await web.open(initials, { reducedMotion: 'reduce' });
  opened.push(open);
  await open.go(`/meetings/${meetingId}${path}`);
  return open;
}

const choice = ({ page }: TestPage, name: RegExp) =>
  page.getByRole('group', { name: 'Hvem læser igennem?' }).getByRole('checkbox', { name });
const button = ({ page }: TestPage, name: string | RegExp) => page.getByRole('button', { name });
const message = ({ page }: TestPage) => page.getByLabel('Besked til dem, der bliver bedt om at læse');
const comment = ({ page }: TestPage) => page.getByLabel('Kommentar til sekretariatet');

describe('reading an agenda through before it is sent', () => {
  it('is asked for, said with a comment that outlives a reload, seen by the secretariat, and taken back', async () => {
    const secretary = await see('MSA', '/send');
    await choice(secretary, /^Erik Granlund/).check();
    await choice(secretary, /^Birgit Krarup/).check();
    await message(secretary).fill('Se især tiderne.');
    await button(secretary, /^Send til gennemlæsning til 2\spersoner$/).click();
    const asked = secretary.page.getByRole('list', { name: 'Bedt om at læse' });
    await asked.getByText('Birgit Krarup').waitFor();
    expect(await message(secretary).inputValue()).toBe('');

    const reader = await see('BKR', '');
    await reader.page.getByText('Ikke udsendt – gennemlæsning').waitFor();
    const agenda = reader.page.locator('.meeting-agenda');
    expect(await agenda.innerText()).toContain('Budget');
    expect(await agenda.innerText()).not.toContain('Ansættelse');
    await comment(reader).fill('Budget mangler et bilag.');
    await reader.page.reload();
    await comment(reader).waitFor();
    expect(await comment(reader).inputValue()).toBe('Budget mangler et bilag.');
    expect(await axeFindings(reader.page)).toEqual([]);
    await button(reader, 'Læst').click();
    await button(reader, 'Gem kommentaren').waitFor();

    await secretary.page.reload();
    await asked.getByText('Budget mangler et bilag.').waitFor();
    expect(await axeFindings(secretary.page)).toEqual([]);
    await secretary.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(secretary.page)).toBeLessThanOrEqual(320);
    await choice(secretary, /^Birgit Krarup/).uncheck();
    await button(secretary, /^Træk gennemlæsningen tilbage for 1\sperson$/).click();
    await until(async () => (await asked.getByText('Birgit Krarup').count()) === 0);
    expect(await asked.getByText('Erik Granlund').count()).toBe(1);

    await reader.page.reload();
    await reader.page.locator('body:has(h1):not(:has([aria-busy=true]))').waitFor();
    expect(await reader.page.getByText('Ikke udsendt – gennemlæsning').count()).toBe(0);
    expect(await reader.page.locator('body').innerText()).not.toContain('Budget');
    expect([...secretary.complaints, ...reader.complaints]).toEqual([]);
  });

  it('of two secretaries the second sees what the first has done, with their own choice and words still there', async () => {
    const [first, second] = [await see('JKJ', '/send'), await see('MSA', '/send')];
    await choice(first, /^Erik Granlund/).check();
    await button(first, /^Send til gennemlæsning til 1\sperson$/).click();
    await first.page.getByRole('list', { name: 'Bedt om at læse' }).waitFor();

    await choice(second, /^Birgit Krarup/).check();
    await message(second).fill('Tak for hjælpen.');
    const ask = button(second, /^Send til gennemlæsning til 1\sperson$/);
    await ask.click();
    await second.page.getByText(/^En anden har imens ændret, hvem der læser igennem\./).waitFor();
    expect(await choice(second, /^Erik Granlund/).isChecked()).toBe(true);
    expect(await choice(second, /^Birgit Krarup/).isChecked()).toBe(true);
    expect(await message(second).inputValue()).toBe('Tak for hjælpen.');
    expect(await ask.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axeFindings(second.page)).toEqual([]);
    await ask.click();
    const asked = second.page.getByRole('list', { name: 'Bedt om at læse' });
    await asked.getByText('Birgit Krarup').waitFor();
    expect(await asked.getByText('Erik Granlund').count()).toBe(1);

    // What is taken back is what one did oneself.
    await button(second, /^Fortryd/).click();
    await until(async () => (await asked.getByText('Birgit Krarup').count()) === 0);
    expect(await asked.getByText('Erik Granlund').count()).toBe(1);
  });

  it('says why a mail did not go, and tries it again by one press', async () => {
    const [person] = await web.api.database.query<{ id: string; email: string }>(
      "SELECT id, email FROM person WHERE initials = 'BKR'",
    );
    const addressed = (email: string | null) =>
      web.api.database.query('UPDATE person SET email = $2 WHERE id = $1', [person?.id, email]);
    await addressed(null);
    const secretary = await see('MSA', '/send');
    await choice(secretary, /^Birgit Krarup/).check();
    await button(secretary, /^Send til gennemlæsning til 1\sperson$/).click();
    const asked = secretary.page.getByRole('list', { name: 'Bedt om at læse' });
    await asked.getByText('mailen kunne ikke sendes: personen har ingen e-mailadresse').waitFor();
    expect(await axeFindings(secretary.page)).toEqual([]);
    const told = (words: string) =>
      secretary.page.locator('[role=status]').filter({ hasText: words }).waitFor();
    await button(secretary, 'Prøv igen til Birgit Krarup').click();
    await told('Mailen til Birgit Krarup kan ikke sendes: personen har ingen e-mailadresse.');
    await addressed(person?.email ?? 'bkr@example.dk');
    await button(secretary, 'Prøv igen til Birgit Krarup').click();
    await told('Mailen til Birgit Krarup sendes igen.');
    await asked.getByText('mailen er på vej').waitFor();
    expect(await button(secretary, /^Prøv igen/).count()).toBe(0);
    await until(() => asked.evaluate((element) => element === document.activeElement));
    await secretary.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(secretary.page)).toBeLessThanOrEqual(320);
    expect(secretary.complaints).toEqual([]);
  });
});

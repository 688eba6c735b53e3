import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { newId } from '../../libs/platform/ids/new-id.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { startMailServer } from '../support/mail-server.js';
import type { MailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';
import { axeFindings, contentWidth, startTestWeb } from './support.js';
import type { TestPage, TestWeb } from './support.js';

const REGRET_SECONDS = 8;

let web: TestWeb;
let server: MailServer;
let worker: INestApplicationContext;
let open: TestPage;
beforeAll(async () => {
  web = await startTestWeb({ regretSeconds: REGRET_SECONDS });
  server = await startMailServer();
  worker = await createWorker({
    ...{ databaseUrl: web.api.database.url, redisUrl: null, dataDir: web.api.dataDir },
    ...{ applicationName: 'dagsorden-test-worker', logger: createLogger('test', 'silent') },
    mail: { smtpUrl: server.url, from: 'fas@fjordby.example' },
  });
});
afterAll(async () => {
  await worker.close();
  await server.stop();
  await web.stop();
});

let meetingId = '';
beforeEach(async () => {
  const [row] = await web.api.database.query<{ id: string }>(
    "SELECT id FROM meeting WHERE state = 'drafting' ORDER BY date LIMIT 1",
  );
  meetingId = row?.id ?? '';
  // What is left over in the sample's points is for other screens to show.
  await web.api.database.query("UPDATE agenda_point SET title = regexp_replace(title, '[][]', '', 'g')");
  open = await web.open('MSA', { reducedMotion: 'reduce' });
  await open.go(`/meetings/${meetingId}/send`);
});
afterEach(() => open.close());

const button = (name: string | RegExp) => open.page.getByRole('button', { name });
const send = () => button(/^Udsend til \d+\smodtager/);
const stateOf = async (): Promise<string> => {
  const [row] = await web.api.database.query<{ state: string }>('SELECT state FROM meeting WHERE id = $1', [
    meetingId,
  ]);
  return row?.state ?? '';
};
const focused = (): Promise<string> => open.page.evaluate(() => document.activeElement?.tagName ?? '');

describe('the page an agenda is sent from', () => {
  it('says what stands out, with the way to it, and whom it goes to', async () => {
    const list = open.page.locator('.checklist');
    expect(await list.innerText()).toMatch(/Pladsholdere er udfyldt/);
    const [point] = await web.api.database.query<{ id: string; title: string }>(
      "SELECT id, title FROM agenda_point WHERE meeting_id = $1 AND type <> 'written-information' ORDER BY position LIMIT 1",
      [meetingId],
    );
    await web.api.database.query('UPDATE agenda_point SET minutes = NULL WHERE id = $1', [point?.id]);
    await open.page.reload();
    await list.getByRole('link', { name: `Gå til ”${point?.title}”` }).click();
    await open.page.waitForURL(`**/meetings/${meetingId}/agenda#row-${point?.id}`);
    await open.page.locator(`#row-${point?.id}`).waitFor();
    await web.api.database.query('UPDATE agenda_point SET minutes = 5 WHERE id = $1', [point?.id]);
  });

  it('keeps what is written through a reload, and is not sent to nobody', async () => {
    const message = open.page.getByLabel('Besked (kan udelades)');
    await message.fill('Husk kortet.');
    const boxes = open.page.locator('.send').getByRole('checkbox');
    for (const box of await boxes.all()) await box.uncheck();
    await open.page.getByText('Vælg mindst én modtager.').waitFor();
    const none = button(/^Udsend til 0\smodtagere$/);
    expect(await none.getAttribute('aria-disabled')).toBe('true');
    expect(await none.getAttribute('title')).toBe('Vælg mindst én modtager.');
    await none.dispatchEvent('click');
    expect(await open.page.locator('.sending-waits').count()).toBe(0);
    await boxes.first().check();
    await open.page.reload();
    await message.waitFor();
    expect(await message.inputValue()).toBe('Husk kortet.');
    expect(
      await boxes.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length),
    ).toBe(1);
    for (const box of await boxes.all()) await box.check();
    await message.fill('');
  });

  it('lets it wait with the seconds that are left, and takes it back', async () => {
    await open.page.getByLabel('Besked (kan udelades)').fill('Husk kortet.');
    await send().click();
    await open.page
      .locator('.sending-waits')
      .getByText(/Udsendes om \d+\ssekunder\./)
      .waitFor();
    expect(await open.page.locator('body').innerText()).toContain('Ingen kan se dagsordenen');
    expect(await axeFindings(open.page)).toEqual([]);
    expect(await focused()).not.toBe('BODY');
    await button('Fortryd').click();
    await send().waitFor();
    expect(await focused()).not.toBe('BODY');
    expect(await open.page.getByLabel('Besked (kan udelades)').inputValue()).toBe('Husk kortet.');
    expect(await open.page.locator('.sending summary').first().innerText()).toBe('Dagsorden, fortrudt');
    expect(await stateOf()).toBe('drafting');
    expect(server.mails).toEqual([]);
  });

  it('shows how far each mail is, and tries again the one that was refused', async () => {
    const [first] = await web.api.database.query<{ email: string; name: string }>(
      `SELECT person.email, person.name FROM person JOIN membership ON membership.person_id = person.id
       WHERE membership.role = 'raadmand' AND person.email IS NOT NULL AND membership.body_id = (SELECT body_id FROM meeting WHERE id = $1) LIMIT 1`,
      [meetingId],
    );
    server.refusals.set(first?.email ?? '', { code: 550, text: '5.1.1 No such user' });
    await send().click();
    await open.page.getByText('Ikke sendt: mailserveren kender ikke adressen').waitFor({ timeout: 40_000 });
    expect(await stateOf()).toBe('sent');
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.getByText('Intet er ændret siden version 1.').waitFor();
    await open.page.locator('.page-status').getByText('Udsendt').waitFor();
    server.refusals.clear();
    await button(`Prøv igen til ${first?.name}`).click();
    await until(() =>
      open.page
        .getByText('Ikke sendt: mailserveren')
        .count()
        .then((count) => count === 0),
    );
    await until(() => Promise.resolve(server.mails.some(({ to }) => to.includes(first?.email ?? ''))));
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(open.page)).toEqual([]);

    // A correction lists what is changed and takes a line of why.
    await open.page.setViewportSize({ width: 1280, height: 850 });
    await web.api.database.query(
      "UPDATE agenda_point SET title = 'En ny titel' WHERE id = (SELECT id FROM agenda_point WHERE meeting_id = $1 AND visibility = 'open' ORDER BY position LIMIT 1)",
      [meetingId],
    );
    await open.go(`/meetings/${meetingId}/send`);
    const changes = open.page.locator('.changes');
    await changes.getByText(/^Punktet hed før/).waitFor();
    expect(await changes.innerText()).toContain('En ny titel');
    expect(await axeFindings(open.page)).toEqual([]);
    const reason = open.page.getByLabel('Hvad er rettet?');
    await reason.fill('Titlen er rettet');
    // Calendars are told by themselves of a change of place: what is being written stands, and keeps the focus.
    await web.api.database.query(
      `INSERT INTO sending (id, meeting_id, kind, state, facts, requested_at, due_at, released_at)
       SELECT $2, meeting_id, 'update', 'released', facts, now(), now(), now() FROM sending
       WHERE meeting_id = $1 AND state = 'released' LIMIT 1`,
      [meetingId, newId()],
    );
    await open.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await open.page.locator('.sending summary').getByText('Mødet er ændret').waitFor();
    expect(await reason.inputValue()).toBe('Titlen er rettet');
    expect(await reason.evaluate((element) => element === document.activeElement)).toBe(true);
    const before = server.mails.length;
    await button(/^Udsend rettelsen til/).click();
    await until(() => Promise.resolve(server.mails.length > before), 40_000);
    expect(server.mails.at(-1)?.text).toContain('Rettet: Titlen er rettet');
  });
});

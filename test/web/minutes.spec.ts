import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { AgendaPointView } from '../../libs/contracts/agenda-points.js';
import { decision } from '../../libs/contracts/decisions.js';
import type { DecisionView } from '../../libs/contracts/decisions.js';
import { minutesView } from '../../libs/contracts/minutes.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import {
  COMPLETE_SECTIONS,
  makeIndstilling,
  putIndstillingInto,
  sendOnPoint,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, meetingInSession, putMeetingInto } from '../builders/meetings.js';
import { openSession } from '../support/sign-in.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import { axeFindings, contentWidth } from './support.js';
import type { TestPage } from './support.js';

const web = startDesk();

let open: TestPage;
let meetingId = '';
let points: AgendaPointView[] = [];
beforeEach(async () => {
  const { id, version } = await makeMeeting(web.api, web.bodyId, '2026-09-01');
  [meetingId, points] = [id, []];
  for (const title of ['Budget', 'Åbningstider', 'Bordet rundt'])
    points.push(await makePoint(web.api, id, title));
  await send(version);
  await web.api.take(minutesView, 'post', `meetings/${meetingId}/minutes`);
  open = await web.open('MSA');
});

/** Sends the agenda, and starts the meeting. */
async function send(version: number): Promise<void> {
  await putMeetingInto(web.api, meetingId, 'drafting');
  const path = `meetings/${meetingId}/agenda-versions`;
  expect((await web.api.send('post', path, undefined, { ifMatch: version })).told).toBe('201');
  await putMeetingInto(web.api, meetingId, 'in-session');
}

const address = (): string => `/meetings/${meetingId}/minutes`;
const pointId = (place: number): string => points[place]?.id ?? '';
const decided = async (place: number): Promise<DecisionView | null> => {
  const answer = await web.api.send('get', `agenda-points/${pointId(place)}/decision`);
  return answer.status === 404 ? null : decision.parse(answer.body);
};
const textOf = async (place: number): Promise<string> => plainText((await decided(place))?.text ?? []);
const reaches = (place: number, text: string): Promise<void> =>
  until(async () => (await textOf(place)) === text);
const write = (place: number, text: string) =>
  web.api.take(decision, 'put', `agenda-points/${pointId(place)}/decision`, {
    outcome: 'approved',
    text: [{ type: 'paragraph', content: [{ text }] }],
  });

async function step(action: string): Promise<void> {
  const { version } = await web.api.take(minutesView, 'get', `meetings/${meetingId}/minutes`);
  const path = `meetings/${meetingId}/minutes/steps`;
  await web.api.take(minutesView, 'post', path, { action }, { ifMatch: version });
}

/** The section of a point. */
const section = (title: string, page: Page = open.page) =>
  page.locator('.minutes-point').filter({ has: page.getByRole('heading', { name: title }) });
const textBox = (title: string) => section(title).getByLabel('Referattekst');
const saved = () => open.page.locator('.save-state', { hasText: /^Gemt kl\.\s\d+\.\d\d$/ }).waitFor();

describe('the minutes, written by the secretariat', () => {
  it('take at most six keys for a routine point, and the caret stands in the text of the next', async () => {
    await open.go(address());
    await textBox('Budget').focus();
    await open.page.evaluate(() => {
      Object.assign(window, { keys: 0 });
      document.addEventListener('keydown', (event) => {
        const counter = window as unknown as { keys: number };
        if (event.isTrusted) counter.keys += 1;
      });
    });
    const { keyboard } = open.page;
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    await keyboard.press('Space');
    await keyboard.press('Control+Enter');
    await textBox('Åbningstider').and(open.page.locator(':focus')).waitFor();
    expect(await open.page.evaluate(() => (window as unknown as { keys: number }).keys)).toBeLessThanOrEqual(
      6,
    );
    await saved();
    expect(await decided(0)).toMatchObject({ outcome: 'discussed' });
    expect(await textOf(0)).toBe('Drøftet.');
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('save what is typed by themselves, with its paragraphs and lists, and leave it as it was typed', async () => {
    await open.go(address());
    await textBox('Budget').pressSequentially('Drøftet med bemærkninger.\n\n- kultur\n- fritid\n\n');
    await saved();
    expect((await decided(0))?.text).toEqual([
      { type: 'paragraph', content: [{ text: 'Drøftet med bemærkninger.' }] },
      { type: 'bullet-list', items: [{ content: [{ text: 'kultur' }] }, { content: [{ text: 'fritid' }] }] },
    ]);
    expect(await textBox('Budget').inputValue()).toBe('Drøftet med bemærkninger.\n\n- kultur\n- fritid\n\n');
  });

  it('keep the formatting of paragraphs that nobody typed into', async () => {
    const bold = { type: 'paragraph', content: [{ text: 'Vigtigt', bold: true }] };
    const plain = { type: 'paragraph', content: [{ text: 'Og mere.' }] };
    await web.api.take(decision, 'put', `agenda-points/${pointId(0)}/decision`, { text: [bold, plain] });
    await open.go(address());
    await section('Budget').getByText('Teksten har formatering.').waitFor();
    await textBox('Budget').press('Control+End');
    await textBox('Budget').pressSequentially(' Meget mere.');
    await saved();
    expect((await decided(0))?.text).toEqual([
      bold,
      { type: 'paragraph', content: [{ text: 'Og mere. Meget mere.' }] },
    ]);
  });

  it('take back a chosen outcome with its phrase', async () => {
    await open.go(address());
    await section('Budget').getByText('Drøftet', { exact: true }).click();
    await reaches(0, 'Drøftet.');
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await decided(0))?.outcome === null);
    expect(await textOf(0)).toBe('');
    expect(await textBox('Budget').inputValue()).toBe('');
  });

  it('take over with one press what the indstilling of a point proposes, and give it back', async () => {
    const recommendation = fromPlainText(
      'Det indstilles, at rådmanden tager orienteringen til efterretning.',
    );
    const sections = { ...COMPLETE_SECTIONS, recommendation };
    const { id } = await makeIndstilling(web.api, { bodyId: web.bodyId, sections });
    await putIndstillingInto(web.api, id, 'on-agenda', ['leader']);
    await sendOnPoint(web.api, pointId(1), id);
    await open.go(address());
    const use = section('Åbningstider').getByRole('button', { name: 'Brug forslaget' });
    await section('Åbningstider').getByText('Orienteringen tages til efterretning.').waitFor();
    expect(await open.page.getByRole('button', { name: 'Brug forslaget' }).count()).toBe(1);
    expect(await axeFindings(open.page)).toEqual([]);
    await use.click();
    await reaches(1, 'Orienteringen tages til efterretning.');
    expect(await decided(1)).toMatchObject({ outcome: 'noted' });
    await use.waitFor({ state: 'detached' });
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await reaches(1, '');
    await use.waitFor();
    await open.page.emulateMedia({ colorScheme: 'dark' });
    await open.page.setViewportSize({ width: 320, height: 640 });
    expect(await contentWidth(open.page)).toBeLessThanOrEqual(320);
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('ask which body a point is referred to before they save it, and name it', async () => {
    await open.go(address());
    await section('Budget').getByRole('button', { name: 'Flere udfald' }).click();
    await section('Budget').getByText('Oversendes', { exact: true }).click();
    await section('Budget').getByText('Vælg det forum, punktet oversendes til.').waitFor();
    await section('Budget').getByLabel('Oversendes til').selectOption('Social- og Jobudvalget');
    await reaches(0, 'Oversendes til Social- og Jobudvalget.');
  });
});

describe('what the text says is to be followed up', () => {
  it('is found, made a follow-up and ignored with one press each', async () => {
    await open.go(address());
    await textBox('Budget').fill('Godkendt. FAS sender tallene til centrene inden den 1. oktober.');
    const found = section('Budget').locator('.found');
    await found.getByRole('button', { name: /^Opret:/ }).click();
    await found.getByText('Udkast').waitFor();
    await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
    await found.getByRole('button', { name: /^Opret alligevel:/ }).click();
    await found.getByText('Udkast').waitFor();
    await found.getByRole('button', { name: /^Ret tekst:/ }).click();
    await found.getByLabel('Hvad skal der ske?').fill('sender tallene til alle centre');
    await open.page.keyboard.press('Enter');
    await found.getByRole('link', { name: 'Sender tallene til alle centre' }).waitFor();
    await found.getByRole('button', { name: /^Ansvarlig:/ }).click();
    await open.page.getByRole('dialog').getByLabel('Enhed').waitFor();
    await open.page.keyboard.press('Escape');
    expect(await axeFindings(open.page)).toEqual([]);
  });
});

describe('nothing that was typed is lost', () => {
  it('by a reload before it was saved', async () => {
    await open.go(address());
    await open.page.route('**/decision', (route) => route.abort());
    await textBox('Budget').pressSequentially('Skrevet før genindlæsning.');
    await open.page.unroute('**/decision');
    await open.page.reload();
    await reaches(0, 'Skrevet før genindlæsning.');
    expect(await textBox('Budget').inputValue()).toBe('Skrevet før genindlæsning.');
  });

  it('by a lost connection: it is told, and saved when there is one again', async () => {
    await open.go(address());
    await open.page.route('**/decision', (route) => route.abort());
    await textBox('Budget').pressSequentially('Skrevet uden net');
    await open.page.locator('.save-state', { hasText: 'Ikke gemt' }).waitFor();
    await textBox('Budget').pressSequentially(', og mere.');
    await open.page.unroute('**/decision');
    await reaches(0, 'Skrevet uden net, og mere.');
    await saved();
  });

  it('by a session that ends: it is saved after signing in again', async () => {
    await open.go(address());
    await web.api.database.query("UPDATE session SET ends_at = now() - interval '1 minute'");
    await textBox('Budget').pressSequentially('Skrevet uden session.');
    await open.page.getByText('Du er blevet logget ud').waitFor();
    const [person] = await web.api.database.query<{ id: string }>(
      "SELECT id FROM person WHERE initials = 'MSA'",
    );
    const { headers } = await openSession(web.api.database.url, person?.id ?? '');
    const [name = '', value = ''] = headers.cookie.split('=');
    await open.page.context().addCookies([{ name, value, url: web.base, httpOnly: true, sameSite: 'Lax' }]);
    await open.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await open.page.locator('.save-state', { hasText: /^Gemt/ }).waitFor();
    expect(await textBox('Budget').inputValue()).toBe('Skrevet uden session.');
    await web.api.database.query("UPDATE session SET ends_at = now() + interval '1 hour'");
    expect(await textOf(0)).toBe('Skrevet uden session.');
  });

  it('by somebody else who writes the same point: both texts are shown, and one chooses', async () => {
    await open.go(address());
    await write(0, 'Den andens tekst.');
    await textBox('Budget').pressSequentially('Min tekst.');
    const panel = section('Budget').getByRole('alert');
    await panel.getByText('Gælder nu: Den andens tekst.').waitFor();
    await panel.getByText('Dit: Min tekst.').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Gem mit alligevel' }).click();
    await reaches(0, 'Min tekst.');
    expect((await decided(0))?.outcome).toBe('approved');
  });
});

describe('the steps of the minutes', () => {
  it('are laid out by the secretariat, given back and approved by the rådmand, and then closed to writing', async () => {
    await open.go(address());
    await textBox('Budget').fill('Godkendt.');
    await open.page.getByRole('button', { name: 'Send til gennemlæsning' }).click();
    await open.page.locator('.step-form').getByRole('button', { name: 'Send til gennemlæsning' }).click();
    await open.page.locator('.page-status', { hasText: 'Til gennemlæsning' }).waitFor();
    expect(await textOf(0)).toBe('Godkendt.');
    const raadmand = await web.open('KVL');
    await raadmand.go(address());
    expect(await section('Budget', raadmand.page).getByLabel('Referattekst').count()).toBe(0);
    await section('Budget', raadmand.page).getByText('Godkendt.').waitFor();
    await raadmand.page.getByRole('button', { name: 'Bed om rettelse' }).click();
    await raadmand.page.getByLabel('Hvad skal rettes?').fill('Navnet på forslaget');
    await raadmand.page.locator('.step-form').getByRole('button', { name: 'Bed om rettelse' }).click();
    await raadmand.page.locator('#undo').getByText('Referatet er sendt tilbage til rettelse.').waitFor();
    await raadmand.close();
    await open.page.reload();
    await open.page.locator('.page-status', { hasText: 'Kladde' }).waitFor();
  });

  it('lock the text when they are approved, and take corrections with a name', async () => {
    await write(0, 'Godkendt.');
    await step('review');
    await step('approve');
    await open.go(address());
    await open.page.getByText('Du kan læse, men ikke rette: Referatet er godkendt.').waitFor();
    expect(await open.page.getByLabel('Referattekst').count()).toBe(0);
    await open.page.getByLabel('Rettelse', { exact: true }).fill('Beløbet er 2 mio. kr.');
    await open.page.getByRole('button', { name: 'Tilføj rettelse' }).click();
    await open.page.locator('.correction', { hasText: 'Beløbet er 2 mio. kr.' }).waitFor();
    await open.page.locator('.correction', { hasText: 'Mette Sandager' }).waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
  });

  it('begin with the meeting', async () => {
    const { meetingId: fresh } = await meetingInSession(web.api, ['Budget'], {
      bodyId: web.bodyId,
      date: '2026-09-08',
    });
    await open.go(`/meetings/${fresh}/minutes`);
    await open.page.getByRole('button', { name: 'Start referatet' }).click();
    await textBox('Budget').waitFor();
    await putMeetingInto(web.api, fresh, 'drafting');
  });
});

describe('a closed point in the minutes', () => {
  it('has stripe, lock and words for those who may see it, in a part of its own, and is not there for the others', async () => {
    const { id, version } = await makeMeeting(web.api, web.bodyId, '2026-09-15');
    [meetingId, points] = [id, [await makePoint(web.api, id, 'Budget')]];
    const closedFields = { visibility: 'closed', closedReason: 'Personsag' };
    points.push(await makePoint(web.api, id, 'Personsagen', closedFields));
    await send(version);
    await web.api.take(minutesView, 'post', `meetings/${id}/minutes`);
    await write(0, 'Budgettet blev godkendt.');
    await write(1, 'Hemmeligheden blev godkendt.');
    await open.go(address());
    await textBox('Budget').waitFor();
    expect(await open.page.getByText('Personsagen').count()).toBe(0);
    await open.page.getByRole('link', { name: 'Lukket del' }).click();
    const closed = section('Personsagen');
    await closed.getByText('Lukket punkt', { exact: true }).waitFor();
    expect(await closed.locator('svg.icon').count()).toBeGreaterThan(0);
    expect(await closed.evaluate((element) => getComputedStyle(element).borderLeftWidth)).toBe('4px');
    expect(await axeFindings(open.page)).toEqual([]);
    await step('review');
    await step('approve');
    const reader = await web.open('IDA');
    await reader.go(address());
    await section('Budget', reader.page).getByText('Budgettet blev godkendt.').waitFor();
    const content = await reader.page.locator('body').innerHTML();
    expect(content).not.toMatch(/Personsagen|Hemmeligheden|Lukket/i);
    await reader.close();
  });
});

import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import {
  bodyNamed,
  countQuestions,
  draftedMeeting,
  nextDay,
  pointId,
  rowOf,
  storedTitles,
  untilTold,
  untilWhole,
  wholeAgenda,
} from './agenda-pages.js';
import { until } from '../support/until.js';
import { axeFindings, startTestWeb, startWithProfile } from './support.js';
import type { TestPage, TestWeb } from './support.js';

let web: TestWeb;
let bodyId = '';
beforeAll(async () => {
  web = await startTestWeb();
  bodyId = await bodyNamed(web, 'Rådmandsmøde');
});
afterAll(() => web.stop());

let open: TestPage;
let meetingId = '';
let questions: () => Promise<number>;
afterEach(() => open.close());

/** An agenda with a point that has something of everything, with a sub-point and a bilag. */
async function openRich(initials = 'MSA'): Promise<void> {
  meetingId = await draftedMeeting(web, bodyId, ['Dagsorden', 'Referat', 'Åbningstider']);
  const { id } = await makePoint(web.api, meetingId, 'Budget', {
    ...{ position: 2, minutes: 5, type: 'decision', responsible: 'Økonomi', attending: 'LRT kl. 9.10' },
    ...{ method: 'Gennemgang', lateReason: 'Tallene kom først i dag.' },
    purpose: [{ type: 'paragraph', content: [{ text: 'Beslutning om budgettet.' }] }],
  });
  await makePoint(web.api, meetingId, 'Drift', { minutes: 2, parentId: id });
  await web.api.send('post', `agenda-points/${id}/attachments`, { title: 'Budgettet i tal' });
  open = await web.open(initials);
  questions = await countQuestions(open.page);
  await open.go(`/meetings/${meetingId}/agenda`);
}

const budget = (): Locator => rowOf(open.page, 'Budget');
const choose = async (row: Locator, menu: RegExp, item: string): Promise<void> => {
  await row.getByRole('button', { name: menu }).click();
  await open.page.getByRole('menuitem', { name: item }).click();
};

/** What can be done to the point, what is told of it then, and the event that the history has of it. */
const ACTS: readonly (readonly [string, () => Promise<void>, RegExp, string])[] = [
  [
    'moved',
    () => choose(budget(), /^Flyt/, 'Til toppen'),
    /er flyttet til plads 1 af 4/,
    'agenda-point.moved',
  ],
  [
    'nested',
    () => choose(rowOf(open.page, 'Åbningstider'), /^Flyt/, 'Gør til underpunkt'),
    /underpunkt til/,
    'agenda-point.moved',
  ],
  ['removed', () => choose(budget(), /^Mere/, 'Fjern'), /er fjernet/, 'agenda-point.removed'],
  ['withdrawn', () => choose(budget(), /^Mere/, 'Lad punktet udgå'), /udgår/, 'agenda-point.withdrawn'],
  ['closed', () => budget().locator('.lock-button').click(), /er lukket/, 'agenda-point.changed'],
  [
    'given another type',
    async () => {
      await budget().getByRole('button', { name: /^Mere/ }).click();
      await open.page.getByRole('menuitem', { name: 'Type' }).click();
      await open.page.getByRole('menuitem', { name: 'Orientering', exact: true }).click();
    },
    /Typen for/,
    'agenda-point.changed',
  ],
  [
    'given other minutes',
    async () => {
      // A point with sub-points has their minutes: another one is changed.
      await rowOf(open.page, 'Referat').locator('[data-control=minutes]').fill('25');
      await open.page.locator('h1').focus();
      await open.page.locator('.save-status', { hasText: /^Gemt/ }).waitFor();
    },
    /er sat til 25/,
    'agenda-point.changed',
  ],
  [
    'put off to the next meeting',
    () => choose(budget(), /^Mere/, 'Udsæt til næste møde'),
    /er flyttet til Rådmandsmøde/,
    'agenda-point.moved',
  ],
];

describe('what is done to a point', () => {
  it.each(ACTS)(
    '%s: comes back exactly by Fortryd, by Ctrl+Z and in the history',
    async (_, act, told, event) => {
      await openRich();
      const next = await makeMeeting(web.api, bodyId, nextDay());
      await open.go(`/meetings/${meetingId}/agenda`);
      const before = await wholeAgenda(web, meetingId);
      await act();
      await untilTold(open.page, told);
      expect(await wholeAgenda(web, meetingId)).not.toEqual(before);
      await open.page.locator('#undo').getByRole('button', { name: 'Fortryd' }).click();
      await untilWhole(web, meetingId, before);
      await budget().waitFor();

      await act();
      await untilTold(open.page, told);
      await open.page.locator('h1').focus();
      await open.page.keyboard.press('Control+z');
      await untilWhole(web, meetingId, before);
      await budget().waitFor();

      await act();
      await untilTold(open.page, told);
      await open.go(`/meetings/${meetingId}/history`);
      const entry = open.page.locator(`[data-event="${event}"]`).first();
      await entry.getByRole('button', { name: /^(Fortryd|Gendan)/ }).click();
      await untilWhole(web, meetingId, before);
      expect([await questions(), open.complaints]).toEqual([0, []]);
      await web.api.database.query('DELETE FROM meeting WHERE id = $1', [next.id]);
    },
  );
});

/** An agenda that was sent with its points, and is being corrected. */
async function openSent(): Promise<void> {
  meetingId = await draftedMeeting(web, bodyId, ['Dagsorden', 'Budget']);
  await web.api.database.query(
    `UPDATE agenda_point SET frozen_number = (position + 1)::text, frozen_part = 'main' WHERE meeting_id = $1`,
    [meetingId],
  );
  await putMeetingInto(web.api, meetingId, 'sent');
  open = await web.open('MSA');
  await open.go(`/meetings/${meetingId}/agenda`);
}

describe('what is done to an agenda that is out', () => {
  it('withdrawing and reinstating is undone with the reason that was given', async () => {
    await openSent();
    const id = await pointId(web, meetingId, 'Budget');
    await web.api.send('post', `agenda-points/${id}/withdraw`, { reason: 'Tallene mangler' }, { ifMatch: 1 });
    await open.page.reload();
    const before = await wholeAgenda(web, meetingId);
    await choose(budget(), /^Mere/, 'Sæt punktet på igen');
    await untilTold(open.page, /er på dagsordenen igen/);
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await untilWhole(web, meetingId, before);
  });

  it('a late point is taken back as if it had never been added', async () => {
    await openSent();
    const before = await wholeAgenda(web, meetingId);
    await open.page.locator('[name=late-reason]').fill('Kom i dag');
    await open.page.locator('#new-point').fill('Valg');
    await open.page.keyboard.press('Enter');
    await untilTold(open.page, /Valg, er tilføjet/);
    await open.page.locator('h1').focus();
    await open.page.keyboard.press('Control+z');
    await untilWhole(web, meetingId, before);
  });

  it('a point that was put off has its number again', async () => {
    await openSent();
    const next = await makeMeeting(web.api, bodyId, nextDay());
    await open.go(`/meetings/${meetingId}/agenda`);
    const before = await wholeAgenda(web, meetingId);
    await choose(budget(), /^Mere/, 'Udsæt til næste møde');
    await untilTold(open.page, /er flyttet til/);
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await untilWhole(web, meetingId, before);
    await web.api.database.query('DELETE FROM meeting WHERE id = $1', [next.id]);
  });
});

describe('why a point is closed', () => {
  it('is chosen with the arrow keys, the focus staying among the choices, and typed words are taken back', async () => {
    await openRich();
    await budget().getByRole('button', { name: /^Mere/ }).focus();
    await open.page.keyboard.press('Enter');
    await open.page.getByRole('menuitem', { name: 'Gør lukket' }).press('Enter');
    await open.page.locator('[data-control=reason]:focus').waitFor();
    await open.page.keyboard.press('ArrowDown');
    await open.page.keyboard.press('ArrowDown');
    const focused = open.page.locator('.closing input:focus');
    expect(await focused.locator('..').innerText()).toBe('Kontrakt- eller forhandlingsforhold');
    await until(async () =>
      JSON.stringify(await wholeAgenda(web, meetingId)).includes('Kontrakt- eller forhandlingsforhold'),
    );
    const before = await wholeAgenda(web, meetingId);
    await open.page.getByText('Anden begrundelse').click();
    await open.page.locator('.closing textarea').fill('Forhandling om leje');
    await open.page.getByRole('button', { name: 'Luk panelet' }).click();
    await open.page.locator('.save-status', { hasText: /^Gemt/ }).waitFor();
    await open.page.locator('h1').focus();
    await open.page.keyboard.press('Control+z');
    await untilWhole(web, meetingId, before);
  });
});

const status = (text: string | RegExp) => open.page.locator('[role=status]').filter({ hasText: text });

/** A page of an agenda of two points. */
async function openPlain(): Promise<void> {
  meetingId = await draftedMeeting(web, bodyId, ['Dagsorden', 'Budget']);
  open = await web.open('MSA');
  await open.go(`/meetings/${meetingId}/agenda`);
}
const stored = () => storedTitles(web, meetingId);

describe('what is typed', () => {
  it('is said to be restored after a reload in the pause, and saved', async () => {
    await openPlain();
    await budget().locator('.row-title').fill('Budget 2035');
    await open.page.reload();
    await open.page.locator('.save-status', { hasText: /^Kladde gendannet\. Gemt/ }).waitFor();
    await status(/Kladde gendannet/).waitFor({ state: 'attached' });
    expect(await stored()).toContain('Budget 2035');
  });

  it('is there when the browser was killed and is opened again', async () => {
    await openPlain();
    const profile = await mkdtemp(join(tmpdir(), 'dagsorden-profile-'));
    const cookies = await open.page.context().cookies();
    const files = join(profile, 'Default', 'Local Storage', 'leveldb');
    const first = await startWithProfile(profile);
    await first.context.addCookies(cookies);
    const page = await first.context.newPage();
    await page.goto(`${web.base}/meetings/${meetingId}/agenda`);
    // Nothing reaches the server: only the device can have it.
    await page.route('**/api/v1/agenda-points/*', (route) => route.abort());
    await rowOf(page, 'Budget').locator('.row-title').fill('Budget 2036');
    await page.locator('.save-status', { hasText: 'Kunne ikke gemmes' }).waitFor();
    // The browser itself writes what a page keeps a few seconds later.
    await until(async () => {
      const texts = await Promise.all((await readdir(files)).map((file) => readFile(join(files, file))));
      return texts.some((text) => text.includes('Budget 2036'));
    }, 40_000);
    await first.kill();

    const again = await startWithProfile(profile);
    await again.context.addCookies(cookies);
    const back = await again.context.newPage();
    await back.goto(`${web.base}/meetings/${meetingId}/agenda`);
    await back.locator('.save-status', { hasText: /Kladde gendannet/ }).waitFor();
    await until(async () => (await stored()).includes('Budget 2036'));
    await again.context.close();
    await rm(profile, { recursive: true, force: true });
  });

  it('into the field for a new point is there after a reload, and waits for the line', async () => {
    await openPlain();
    await open.page.locator('#new-point').fill('Personale');
    await open.page.reload();
    await open.page.locator('#new-point').waitFor();
    expect(await open.page.locator('#new-point').inputValue()).toBe('Personale');
    await open.page.context().setOffline(true);
    await open.page.locator('#new-point').press('Enter');
    await open.page.locator('.new-point [role=alert]').waitFor();
    await until(async () => (await open.page.locator('#new-point').inputValue()) === 'Personale');
    await open.page.context().setOffline(false);
    await open.page.locator('#new-point').press('Enter');
    await untilTold(open.page, /Personale, er tilføjet/);
    expect(await open.page.locator('#new-point').inputValue()).toBe('');
    expect((await stored()).filter((title) => title === 'Personale')).toHaveLength(1);
  });

  it('into a point that somebody removed stands beside the agenda, also after a reload, and becomes a point', async () => {
    await openPlain();
    const id = await pointId(web, meetingId, 'Budget');
    await open.page.context().setOffline(true);
    await budget().locator('.row-title').fill('Budget, ny tekst');
    await open.page.locator('.save-status', { hasText: 'Kunne ikke gemmes' }).waitFor();
    await web.api.send('delete', `agenda-points/${id}`, undefined, { ifMatch: 1 });
    await open.page.context().setOffline(false);
    const panel = open.page.locator('.panel').filter({ hasText: 'er ikke på dagsordenen længere' });
    await panel.getByText('Budget, ny tekst').waitFor();
    await open.page.reload();
    await panel.getByText('Budget, ny tekst').waitFor();
    expect(await axeFindings(open.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Kassér' }).click();
    await untilTold(open.page, 'er kasseret');
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await panel.getByRole('button', { name: 'Opret som nyt punkt' }).click();
    await untilTold(open.page, /Budget, ny tekst, er tilføjet/);
    expect(await stored()).toEqual(['Dagsorden', 'Budget, ny tekst']);
    expect(await panel.count()).toBe(0);
  });
});

describe('two at one title', () => {
  it('the second is told who and when, compares word by word, keeps the focus, and the history has both', async () => {
    await openPlain();
    const id = await pointId(web, meetingId, 'Budget');
    // The page hears of nothing meanwhile.
    await open.page.route('**/agenda/presence', (route) => route.abort());
    const jkj = await web.api.signIn([{ role: 'secretariat', bodyId }], 'Maja Bro');
    await web.api.send('patch', `agenda-points/${id}`, { title: 'Budget for 2035' }, { ifMatch: 1, by: jkj });
    await budget().locator('.row-title').fill('Budget for skoler');
    const alert = open.page.getByRole('alert');
    await alert
      .filter({ hasText: /^Maja Bro gemte en nyere version kl\.\s\d+\.\d\d\. Din tekst er bevaret\.$/ })
      .waitFor();
    expect(await open.page.locator('.conflict').innerText()).toMatch(
      /Budget for 2035[\s\S]*Budget for skoler/,
    );
    await open.page.getByRole('button', { name: 'Sammenlign' }).click();
    expect(await open.page.locator('.word-marks del').innerText()).toContain('2035');
    expect(await open.page.locator('.word-marks ins').innerText()).toContain('skoler');
    expect(await axeFindings(open.page)).toEqual([]);
    await open.page.getByRole('button', { name: 'Behold min tekst' }).click();
    await open.page.locator('[data-control=title]:focus').waitFor();
    await until(async () => (await stored()).includes('Budget for skoler'));
    await open.go(`/meetings/${meetingId}/history`);
    const told = await open.page.locator('.history').first().innerText();
    expect(told).toContain('Budget for 2035');
    expect(told).toContain('Budget for skoler');
  });
});

describe('a title', () => {
  it('that is emptied and deleted once more goes with its row, and comes back by Fortryd', async () => {
    await openPlain();
    const before = await wholeAgenda(web, meetingId);
    await budget().locator('.row-title').fill('');
    await open.page.keyboard.press('Backspace');
    await untilTold(open.page, 'Punkt 2, Budget, er fjernet.');
    await open.page.locator('[aria-label="Titel på punkt 1"]:focus').waitFor();
    expect(await stored()).toEqual(['Dagsorden']);
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await untilWhole(web, meetingId, before);
  });

  it('that several lines are pasted into stands until it is chosen what they become', async () => {
    await openPlain();
    const paste = () =>
      rowOf(open.page, 'Dagsorden')
        .locator('.row-title')
        .evaluate((field) => {
          const area = field as HTMLTextAreaElement;
          area.setSelectionRange(3, 3);
          const data = new DataTransfer();
          data.setData('text/plain', 'Personale\nEventuelt');
          field.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          );
        });
    await paste();
    await open.page.getByRole('button', { name: 'Opret 2\u00a0punkter' }).click();
    await untilTold(open.page, '2\u00a0punkter er tilføjet.');
    expect(await stored()).toEqual(['Dagsorden', 'Personale', 'Eventuelt', 'Budget']);
    await paste();
    await open.page.getByRole('button', { name: 'Sæt ind i titlen' }).click();
    await until(async () => (await stored())[0] === 'DagPersonale Eventueltsorden');
    await open.page.getByRole('button', { name: 'Fortryd' }).click();
    await until(async () => (await stored())[0] === 'Dagsorden');
  });
});

describe('what is said', () => {
  it('of saving stands in a status, and nothing at all in a message that goes by itself', async () => {
    await openPlain();
    await budget().locator('[data-control=minutes]').fill('9');
    await open.page.locator('.save-status', { hasText: /^Gemt kl\./ }).waitFor();
    await status(/Gemt kl\./).waitFor({ state: 'attached' });
    await open.page.locator('h1').focus();
    await untilTold(open.page, 'Punkt 2, Budget, er sat til 9\u00a0min.');
    await status('Punkt 2, Budget, er sat til 9\u00a0min.').waitFor({ state: 'attached' });
    // The undo bar takes its own room: what it says stands in the history as well.
    await open.go(`/meetings/${meetingId}/history`);
    await open.page.locator('[data-event="agenda-point.changed"]').first().waitFor();
  });
});

describe('one person in two tabs', () => {
  /** Opens the same page once more, where it is only read until it is taken over. */
  const takesOver = async (path: string, field: string): Promise<void> => {
    await open.go(path);
    await open.page.locator(field).first().waitFor();
    const other = await open.page.context().newPage();
    await other.goto(web.base + path);
    await other.getByText('Åben i en anden fane.').waitFor();
    expect(await other.locator(field).count()).toBe(0);
    await other.getByRole('button', { name: 'Ret her i stedet' }).click();
    await other.locator(field).first().waitFor();
    await open.page.getByText('Åben i en anden fane.').waitFor();
    expect(await open.page.locator(field).count()).toBe(0);
  };

  it('writes the minutes in one of them', async () => {
    meetingId = await draftedMeeting(web, bodyId, ['Budget']);
    await putMeetingInto(web.api, meetingId, 'in-session');
    await web.api.send('post', `meetings/${meetingId}/minutes`);
    open = await web.open('MSA');
    await takesOver(`/meetings/${meetingId}/minutes`, '.minutes textarea');
  });

  it('writes the titles of bilag in one of them', async () => {
    await openRich();
    const id = await pointId(web, meetingId, 'Budget');
    await takesOver(`/meetings/${meetingId}/points/${id}`, '.bilag-title');
  });
});

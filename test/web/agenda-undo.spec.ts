import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import {
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
import { startDesk } from './desk.js';
import type { TestPage } from './support.js';

const web = startDesk();

let open: TestPage;
let meetingId = '';
let questions: () => Promise<number>;

/** An agenda with a point that has something of everything, with a sub-point and a bilag. */
async function openRich(initials = 'MSA'): Promise<void> {
  meetingId = await draftedMeeting(web, web.bodyId, ['Dagsorden', 'Referat', 'Åbningstider']);
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

/** A page of an agenda of two points. */
async function openPlain(): Promise<void> {
  meetingId = await draftedMeeting(web, web.bodyId, ['Dagsorden', 'Budget']);
  open = await web.open('MSA');
  await open.go(`/meetings/${meetingId}/agenda`);
}
const stored = () => storedTitles(web, meetingId);

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
      const next = await makeMeeting(web.api, web.bodyId, nextDay());
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
  meetingId = await draftedMeeting(web, web.bodyId, ['Dagsorden', 'Budget']);
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
    const next = await makeMeeting(web.api, web.bodyId, nextDay());
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

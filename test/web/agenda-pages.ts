import type { Locator, Page } from 'playwright-core';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import type { TestWeb } from './support.js';

/** What the helpers here ask of the product that a file has started. */
type Asked = Pick<TestWeb, 'api'>;

let day = 0;

/** A day of its own for a meeting, far ahead. */
export function nextDay(): string {
  day += 1;
  return new Date(Date.UTC(2034, 0, day)).toISOString().slice(0, 10);
}

/** The id of a body of the sample by its name. */
export async function bodyNamed(web: Asked, name: string): Promise<string> {
  const [body] = await web.api.database.query<{ id: string }>('SELECT id FROM body WHERE name = $1', [name]);
  return body?.id ?? '';
}

/** A meeting from 9.00 to 9.30 whose agenda is being made, with a point of five minutes a title. */
export async function draftedMeeting(web: Asked, bodyId: string, titles: readonly string[]): Promise<string> {
  const { id } = await makeMeeting(web.api, bodyId, nextDay());
  await web.api.send('patch', `meetings/${id}`, { start: '09:00', end: '09:30' }, { ifMatch: 1 });
  for (const title of titles) await makePoint(web.api, id, title, { minutes: 5 });
  await putMeetingInto(web.api, id, 'drafting');
  return id;
}

/** The row of a point by its title. */
export function rowOf(page: Page, title: string): Locator {
  const field = page.locator('.row-title', { hasText: new RegExp(`^${title}$`) });
  return page.locator('.row').filter({ has: field });
}

/** Waits until the undo bar says something. */
export function untilTold(page: Page, text: string | RegExp): Promise<void> {
  return page.locator('#undo').filter({ hasText: text }).waitFor();
}

/** The titles of an agenda as they are stored, the points before their sub-points. */
export async function storedTitles(web: Asked, meetingId: string): Promise<string[]> {
  const rows = await web.api.database.query<{ title: string }>(
    'SELECT title FROM agenda_point WHERE meeting_id = $1 ORDER BY parent_id NULLS FIRST, position',
    [meetingId],
  );
  return rows.map(({ title }) => title);
}

export async function pointId(web: Asked, meetingId: string, title: string): Promise<string> {
  const [point] = await web.api.database.query<{ id: string }>(
    'SELECT id FROM agenda_point WHERE meeting_id = $1 AND title = $2',
    [meetingId, title],
  );
  return point?.id ?? '';
}

/**
 * Everything that is kept of the agenda of a meeting but how often it was changed: its points in their order with their
 * bilag, and how their indstillinger stand.
 */
export async function wholeAgenda(web: Asked, meetingId: string): Promise<unknown> {
  const [found] = await web.api.database.query<{ whole: unknown }>(
    `SELECT jsonb_agg(to_jsonb(point) - 'version' || jsonb_build_object(
         'bilag', (SELECT jsonb_agg(to_jsonb(bilag) - 'version' ORDER BY bilag.position, bilag.id)
                   FROM attachment bilag WHERE point_id = point.id),
         'indstilling', (SELECT state FROM indstilling WHERE indstilling.id = point.indstilling_id))
       ORDER BY parent_id NULLS FIRST, point.position) AS whole
     FROM agenda_point point WHERE meeting_id = $1`,
    [meetingId],
  );
  return found?.whole ?? null;
}

/** Waits until the agenda of a meeting is as it was. */
export async function untilWhole(web: Asked, meetingId: string, before: unknown): Promise<void> {
  const wanted = JSON.stringify(before);
  await until(async () => JSON.stringify(await wholeAgenda(web, meetingId)) === wanted);
}

/** Counts every question that stops somebody: dialogs of the browser, and alertdialogs of the page, from now on. */
export async function countQuestions(page: Page): Promise<() => Promise<number>> {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await page.addInitScript(() => {
    const counted = window as unknown as { questions: number };
    counted.questions = 0;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (
            node instanceof Element &&
            (node.matches('[role=alertdialog]') || node.querySelector('[role=alertdialog]'))
          )
            counted.questions += 1;
    }).observe(document, { childList: true, subtree: true });
  });
  return async () =>
    asked + (await page.evaluate(() => (window as unknown as { questions: number }).questions));
}

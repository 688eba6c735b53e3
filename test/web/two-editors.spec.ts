import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { makeMeeting, makePoint, putMeetingInto } from '../builders/meetings.js';
import { until } from '../support/until.js';
import { startTestWeb } from './support.js';
import type { TestPage, TestWeb } from './support.js';

/** How many edits each of the two makes: EDITS=200 for the whole of what is promised. */
const EDITS = Number(process.env.EDITS ?? 25);
const SEED = Number(process.env.SEED ?? 20261126);
jest.setTimeout(60_000 + EDITS * 4_000);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let web: TestWeb;
let meetingId = '';
beforeAll(async () => {
  web = await startTestWeb();
  const [body] = await web.api.database.query<{ id: string }>(
    `SELECT body.id FROM body WHERE (SELECT count(*) FROM membership JOIN person ON person.id = person_id
       WHERE body_id = body.id AND role = 'secretariat' AND initials IN ('MSA', 'JKJ')) = 2`,
  );
  meetingId = (await makeMeeting(web.api, body?.id ?? '', '2033-03-01')).id;
  for (const title of ['Dagsorden', 'Referat', 'Budget', 'Orientering', 'Eventuelt'])
    await makePoint(web.api, meetingId, title, { minutes: 5 });
  await putMeetingInto(web.api, meetingId, 'drafting');
});
afterAll(() => web.stop());

/** What somebody typed into a field, in the order they did; no text, and no number of minutes, is typed twice. */
interface Typed {
  readonly pointId: string;
  readonly field: 'title' | 'minutes';
  readonly text: string;
}

/** What was done, when (ms), and to which point; null: to the page. */
interface Deed {
  readonly at: number;
  readonly what: string;
  readonly pointId: string | null;
}

/** Somebody who edits at random: types, moves, reloads in the pause, loses the line and finds it again, and chooses. */
class Editor {
  readonly typed: Typed[] = [];
  /** What they typed over themselves before it was saved. */
  readonly typedOver = new Set<string>();
  readonly did: Deed[] = [];
  conflicts = 0;
  private isOffline = false;

  constructor(
    private readonly open: TestPage,
    private readonly name: string,
    private readonly random: () => number,
  ) {}

  async editOnce(): Promise<void> {
    if (this.random() < 0.6) await this.choose();
    const roll = this.random();
    if (roll < 0.45) await this.retitle();
    else if (roll < 0.74) await this.retime();
    else if (roll < 0.84) await this.move();
    else if (roll < 0.92) await this.reload();
    else await this.turnLine();
  }

  /** Back on the line, with every choice made and nothing of their own left on the device. */
  async finish(): Promise<void> {
    if (this.isOffline) await this.turnLine();
    await until(async () => {
      await this.choose();
      return (await this.waiting()).length === 0;
    }, 40_000);
  }

  /** The points as the page shows them when it is read anew: title and minutes, in their order. */
  async look(): Promise<string[]> {
    await this.open.page.reload();
    await this.open.page.locator('.row').first().waitFor();
    return this.open.page.locator('.row').evaluateAll((rows) =>
      rows.map((row) => {
        const valueOf = (control: string): string =>
          row.querySelector<HTMLInputElement>(`[data-control=${control}]`)?.value ?? '';
        return `${valueOf('title')}: ${valueOf('minutes')}`;
      }),
    );
  }

  /** What is on the device and not saved. */
  private waiting(): Promise<Typed[]> {
    return this.open.page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('dagsorden.draft.'))
        .flatMap(([key, kept]) => {
          const { typed } = JSON.parse(String(kept)) as { typed: Record<string, string> };
          return (['title', 'minutes'] as const).flatMap((field) => {
            const text = typed[field];
            return text === undefined ? [] : [{ pointId: key.slice(-36), field, text }];
          });
        }),
    );
  }

  /** Takes the choice of the first conflict that is shown, if any. */
  private async choose(): Promise<void> {
    const name = this.random() < 0.5 ? 'Brug den nyere' : 'Behold min tekst';
    const button = this.open.page.getByRole('button', { name }).first();
    if ((await button.count()) === 0) return;
    const pointId = await button.evaluate((element) => element.closest('.row')?.id.slice(-36) ?? null);
    await button.click();
    this.conflicts += 1;
    this.note(name, pointId);
  }

  private note(what: string, pointId: string | null = null): void {
    this.did.push({ at: Date.now(), what: `${this.name}: ${what}`, pointId });
  }

  private async someRow() {
    const ids = await this.open.page
      .locator('.row')
      .evaluateAll((rows) => rows.map(({ id }) => id.replace('row-', '')).filter((id) => id !== ''));
    const pointId = ids[Math.floor(this.random() * ids.length)] ?? '';
    return { pointId, row: this.open.page.locator(`#row-${pointId}`) };
  }

  private retitle(): Promise<void> {
    return this.typeOver('title', `${this.name} ${this.typed.length + 1}`);
  }

  private retime(): Promise<void> {
    // One types odd numbers and the other even ones: whose a number is can be told from it.
    const minutes = 10 + 2 * this.typed.length + (this.name === 'MSA' ? 0 : 1);
    return this.typeOver('minutes', String(minutes));
  }

  private async typeOver(field: Typed['field'], text: string): Promise<void> {
    const { pointId, row } = await this.someRow();
    const input = row.locator(`[data-control=${field}]`);
    const before = (await this.waiting()).find((one) => one.pointId === pointId && one.field === field);
    await input.fill(text);
    // The browser's driver chooses the field and types in two steps: the focus may have moved between them.
    if ((await input.inputValue()) !== text) {
      this.note(`missed ${text}`, pointId);
      return;
    }
    if (before) this.typedOver.add(before.text);
    this.typed.push({ pointId, field, text });
    this.note(text, pointId);
  }

  private async move(): Promise<void> {
    const { row } = await this.someRow();
    await row.locator('[data-control=minutes]').focus();
    await this.open.page.keyboard.press(this.random() < 0.5 ? 'Alt+Shift+ArrowUp' : 'Alt+Shift+ArrowDown');
    this.note('move');
  }

  private async reload(): Promise<void> {
    if (this.isOffline) await this.turnLine();
    await this.open.page.reload();
    await this.open.page.locator('.row').first().waitFor();
    this.note('reload');
  }

  private async turnLine(): Promise<void> {
    this.isOffline = !this.isOffline;
    await this.open.page.context().setOffline(this.isOffline);
    this.note(this.isOffline ? 'offline' : 'online');
  }
}

/** What a field of a point has held, by its events. */
async function heldBy({ pointId, field }: Typed): Promise<Set<string>> {
  const rows = await web.api.database.query<{ value: string }>(
    `SELECT change->'after'->>'value' AS value FROM event, jsonb_array_elements(changes) change
     WHERE subject_id = $1 AND change->>'field' = $2`,
    [pointId, field],
  );
  return new Set(rows.map(({ value }) => value));
}

/** What is in no history though its author did not type over it before it could be saved. */
async function lostOf({ typed, typedOver }: Editor): Promise<Typed[]> {
  const lost: Typed[] = [];
  for (const one of typed) if (!typedOver.has(one.text) && !(await heldBy(one)).has(one.text)) lost.push(one);
  return lost;
}

/** All that was done to the point, or to the pages, around a text that was lost. */
function storyOf({ pointId, text }: Typed, editors: readonly Editor[]): readonly string[] {
  const deeds = editors
    .flatMap(({ did }) => did)
    .filter((deed) => deed.pointId === pointId || deed.pointId === null)
    .sort((a, b) => a.at - b.at);
  const here = deeds.findIndex(({ what }) => what.endsWith(`: ${text}`));
  return deeds.slice(Math.max(0, here - 8), here + 9).map(({ at, what }) => `${at % 1_000_000} ${what}`);
}

it(`two who make ${EDITS} random edits each in one agenda lose none, and both texts of a crossing are in the history`, async () => {
  const editors = await Promise.all(
    ['MSA', 'JKJ'].map(async (initials, i) => {
      const open = await web.open(initials);
      await open.go(`/meetings/${meetingId}/agenda`);
      return new Editor(open, initials, randomOf(SEED + i));
    }),
  );
  const work = async (editor: Editor): Promise<void> => {
    for (let i = 0; i < EDITS; i += 1) await editor.editOnce();
  };
  await Promise.all(editors.map(work));
  // Who chooses may cross the other once more.
  for (const editor of [...editors, ...editors]) await editor.finish();
  const lost = (await Promise.all(editors.map(lostOf))).flat();
  expect(lost.map((typed) => storyOf(typed, editors))).toEqual([]);
  const rows = await web.api.database.query<{ stands: string }>(
    "SELECT title || ': ' || minutes AS stands FROM agenda_point WHERE meeting_id = $1 ORDER BY position",
    [meetingId],
  );
  for (const editor of editors) expect(await editor.look()).toEqual(rows.map(({ stands }) => stands));
  expect(editors.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
});

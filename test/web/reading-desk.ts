import type { BrowserContextOptions } from 'playwright-core';
import { RAADMAND_MEETING_STEPS } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import { sendAgenda } from '../builders/attachments.js';
import { sendFile } from '../builders/files.js';
import {
  COMPLETE_SECTIONS,
  keepSubmission,
  makeIndstilling,
  putIndstillingInto,
} from '../builders/indstillinger.js';
import { makeMeeting, makePoint, paragraph, putMeetingInto } from '../builders/meetings.js';
import { pdfOf } from '../builders/pdf-file.js';
import { nextDay } from './agenda-pages.js';
import type { Desk } from './desk.js';
import type { TestPage } from './support.js';

/** An iPad held upright, touched. */
export const ON_A_TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true };
export const TABLET_ON_ITS_SIDE = { ...ON_A_TABLET, viewport: { width: 1180, height: 820 } };

/** A sent agenda to read, and the ids of what is in it. */
export interface Package {
  readonly meetingId: string;
  readonly indstillingId: string;
  /** A point with a text of its own, one with an indstilling and two bilag, one with nothing, and a closed one. */
  readonly points: Readonly<Record<'agenda' | 'budget' | 'round' | 'closed', string>>;
}

/** Sections of which one is longer than a screen. */
const LONG_SECTIONS = {
  ...COMPLETE_SECTIONS,
  statement: fromPlainText(
    Array.from(
      { length: 40 },
      (_, i) => `Afsnit ${i + 1}: Målene skal afspejle, hvad byrådet vil med indsatsen i de kommende år.`,
    ).join('\n\n'),
  ),
};

/** Sends an agenda of four points to the readers of the rådmandsmøde. */
export async function sentPackage({ api, bodyId }: Desk, date = nextDay()): Promise<Package> {
  const { id: meetingId } = await makeMeeting(api, bodyId, date);
  const { id: indstillingId } = await makeIndstilling(api, {
    ...{ bodyId, title: 'Mål for budgettet', sections: LONG_SECTIONS },
  });
  await putIndstillingInto(api, indstillingId, 'approved', RAADMAND_MEETING_STEPS);
  await keepSubmission(api, indstillingId);
  const purpose = paragraph('Dagsordenen godkendes, som den er udsendt.');
  const points = {
    agenda: (await makePoint(api, meetingId, 'Dagsorden', { minutes: 5, purpose })).id,
    budget: (
      await makePoint(api, meetingId, 'Mål for budgettet', { type: 'decision', minutes: 10, indstillingId })
    ).id,
    round: (await makePoint(api, meetingId, 'Bordet rundt', { minutes: 5 })).id,
    closed: (
      await makePoint(api, meetingId, 'Personsag', {
        ...{ minutes: 5, visibility: 'closed', closedReason: 'Personsag' },
      })
    ).id,
  };
  for (const name of ['Kort over området.pdf', 'Tal for 2027.pdf'])
    await sendFile(
      api,
      `agenda-points/${points.budget}/attachments/file`,
      name,
      pdfOf([`${name}, side 1`, `${name}, side 2`]),
      {
        visibility: 'open',
      },
    );
  await putMeetingInto(api, meetingId, 'drafting');
  await sendAgenda(api, meetingId);
  return { meetingId, indstillingId, points };
}

export const readingAddress = ({ meetingId, points }: Package, point: keyof Package['points']): string =>
  `/meetings/${meetingId}/read/${points[point]}`;

/** Counts touches, and keys that are no letters of a text, from now on. */
export async function countTaps({ page }: TestPage): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    sessionStorage.setItem('taps', '0');
    const count = (): void => {
      sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps')) + 1));
    };
    addEventListener('pointerdown', (event) => event.isTrusted && count(), true);
    addEventListener('keydown', (event) => event.isTrusted && event.key.length > 1 && count(), true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps')));
}

/** Who opens what is read, with their initials: at a point, on a tablet held upright where nothing else is said. */
export type Reader = (
  initials: string,
  to: Package,
  point: keyof Package['points'],
  options?: BrowserContextOptions,
) => Promise<TestPage>;

export function readerAt(desk: Desk): Reader {
  return async (initials, to, point, options = ON_A_TABLET) => {
    const open = await desk.open(initials, options);
    await open.go(readingAddress(to, point));
    return open;
  };
}

/** Waits for the page with this heading. */
export const headed = ({ page }: TestPage, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();

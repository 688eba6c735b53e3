import { beforeEach } from '@jest/globals';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import type { RichText } from '../../libs/domain/text/index.js';
import { makeIndstilling } from '../builders/indstillinger.js';
import { until } from '../support/until.js';
import { startDesk } from './desk.js';
import type { Desk } from './desk.js';
import type { TestPage } from './support.js';

/** The page on which an indstilling is written, with a new draft of IDA's for every test. */
export interface EditorDesk {
  readonly section: (key: string) => Promise<RichText>;
  /** Waits until a section says something, in whatever order its keys were written. */
  readonly becomes: (key: string, expected: RichText) => Promise<void>;
  readonly write: (sections: Readonly<Record<string, RichText>>) => Promise<void>;
  readonly openAs: (initials: string, options?: Parameters<Desk['open']>[1]) => Promise<TestPage>;
}

/** Called once, at the top of a file. */
export function startEditorDesk(): EditorDesk {
  const web = startDesk();
  let id = '';
  beforeEach(async () => {
    const [ida] = await web.api.database.query<{ id: string; unit: string }>(
      `SELECT p.id, m.unit_id AS unit FROM person p JOIN membership m ON m.person_id = p.id
       WHERE p.initials = 'IDA' AND m.role = 'leader'`,
    );
    const author = { unitId: ida?.unit ?? '', author: { personId: ida?.id ?? '' } };
    ({ id } = await makeIndstilling(web.api, { bodyId: web.bodyId, ...author, title: 'Sommertider' }));
  });
  const stored = (): Promise<IndstillingView> => web.api.take(indstilling, 'get', `indstillinger/${id}`);
  const section = async (key: string): Promise<RichText> => (await stored()).sections[key] ?? [];
  return {
    section,
    becomes: (key, expected) =>
      until(async () => JSON.stringify(sorted(await section(key))) === JSON.stringify(sorted(expected))),
    write: async (sections) => {
      const { version } = await stored();
      await web.api.take(indstilling, 'patch', `indstillinger/${id}`, { sections }, { ifMatch: version });
    },
    openAs: async (initials, options = {}) => {
      const open = await web.open(initials, options);
      await open.go(`/indstillinger/${id}`);
      await open.page.locator('.section-list').waitFor();
      return open;
    },
  };
}

/** Keys in one order, whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

export const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ text }] });
export const cell = (text: string) => ({ content: [{ text }] });
export const TABLE: RichText = [
  {
    type: 'table',
    header: true,
    rows: [
      [cell('År'), cell('Udgift')],
      [cell('2026'), cell('4 mio. kr.')],
    ],
  },
];

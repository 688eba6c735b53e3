import type pg from 'pg';
import type { ReceivedMail } from '../../support/mail-server.js';
import type { Promised } from '../report.js';

interface SentRow {
  readonly state: string;
  readonly cause: string | null;
  readonly address: string;
  readonly meetingId: string;
  readonly sendingState: string;
}

const ROWS = `
  SELECT r.state, r.cause, r.address, s.meeting_id AS "meetingId", s.state AS "sendingState"
  FROM sending_recipient r JOIN sending s ON s.id = r.sending_id`;

const keyOf = (meetingId: string, address: string): string => `${meetingId} ${address}`;

/** What must be true of the mails and the rows after all the kills; `refused`: the addresses that the server never takes. */
export async function verifySendings(
  database: pg.Client,
  mails: readonly ReceivedMail[],
  { meetings, refused }: { readonly meetings: number; readonly refused: ReadonlySet<string> },
): Promise<{ promises: Promised[]; twice: number; regretted: number; causes: string[] }> {
  const { rows } = await database.query<SentRow>(ROWS);
  const copies = new Map<string, ReceivedMail[]>();
  for (const mail of mails) {
    const key = keyOf(mail.calendar?.uid.split('@')[0] ?? '', mail.to[0] ?? '');
    copies.set(key, [...(copies.get(key) ?? []), mail]);
  }
  const released = rows.filter(({ sendingState }) => sendingState === 'released');
  const owed = released.filter(({ address }) => !refused.has(address));
  const of = ({ meetingId, address }: SentRow): readonly ReceivedMail[] =>
    copies.get(keyOf(meetingId, address)) ?? [];
  const count = (holds: (row: SentRow) => boolean): number => owed.filter(holds).length;
  const differ = (row: SentRow): boolean =>
    new Set(of(row).map(({ messageId, calendar }) => `${messageId} ${calendar?.raw}`)).size > 1;
  const { rows: sendings } = await database.query<{ state: string; meeting_id: string }>(
    'SELECT state, meeting_id FROM sending',
  );
  const { rows: versions } = await database.query<{ count: number }>(
    'SELECT count(*)::int FROM agenda_version',
  );
  const regretted = sendings.filter(({ state }) => state === 'regretted');
  const toRegretted = regretted.flatMap(({ meeting_id: id }) =>
    [...copies.keys()].filter((key) => key.startsWith(id)),
  );
  const known = new Set(released.map(({ meetingId, address }) => keyOf(meetingId, address)));
  return {
    promises: [
      {
        what: 'sendings of meetings pressed several times at once',
        counted: sendings.length,
        must: meetings,
      },
      {
        what: 'sendings neither released nor taken back',
        counted: sendings.length - regretted.length - (versions[0]?.count ?? 0),
        must: 0,
      },
      { what: 'recipients without their mail', counted: count((row) => of(row).length === 0), must: 0 },
      { what: 'recipients with more than two copies', counted: count((row) => of(row).length > 2), must: 0 },
      { what: 'copies under another Message-ID or with other words', counted: count(differ), must: 0 },
      { what: 'recipients not marked as sent', counted: count(({ state }) => state !== 'sent'), must: 0 },
      {
        what: 'refused addresses not marked as refused',
        counted: released.filter(
          ({ address, state, cause }) =>
            refused.has(address) && !(state === 'failed' && cause === 'address-refused'),
        ).length,
        must: 0,
      },
      { what: 'mails of sendings that were taken back', counted: toRegretted.length, must: 0 },
      {
        what: 'mails to nobody the sending names',
        counted: [...copies.keys()].filter((key) => !known.has(key)).length,
        must: 0,
      },
    ],
    twice: count((row) => of(row).length === 2),
    regretted: regretted.length,
    causes: owed.flatMap(({ state, cause, address }) =>
      state === 'sent' ? [] : [`${address}: ${state} ${cause}`],
    ),
  };
}

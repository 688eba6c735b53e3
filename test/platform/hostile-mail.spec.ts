import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { calendarFile } from '../../libs/platform/mail/calendar-file.js';
import { FolderMailer } from '../../libs/platform/mail/folder-mailer.js';
import type { OutgoingMail } from '../../libs/platform/mail/mailer.js';
import { SmtpMailer } from '../../libs/platform/mail/smtp-mailer.js';
import { readMail } from '../support/mail-server.js';
import type { ReceivedMail } from '../support/mail-server.js';

interface Hostile {
  readonly name?: string;
  readonly address?: string;
  readonly place?: string;
  readonly summary?: string;
}

/** A mail about a meeting with what somebody wrote to break it. */
function mailWith({
  name = 'Ole',
  address = 'ole@example.dk',
  place,
  summary = 'Udvalget',
}: Hostile): OutgoingMail {
  const content = calendarFile({
    ...{ uid: 'm@dagsorden', sequence: 0, method: 'REQUEST', stamp: new Date(0), date: '2026-11-24' },
    ...{ start: '09:00', end: '10:00', summary, description: 'Dagsorden', place: place ?? null },
    ...{ url: 'http://localhost/meetings/1', organizer: { name, email: 'sek@example.dk' } },
    attendee: { name, email: address },
  });
  return {
    ...{ messageId: '1@localhost', to: { name, address }, subject: `Dagsorden: ${summary}`, text: 'Hej' },
    ...{ date: new Date(0), calendar: { method: 'REQUEST', content } },
  };
}

/** The mail as somebody's mail program reads it. */
async function delivered(hostile: Hostile): Promise<ReceivedMail> {
  const folder = await mkdtemp(join(tmpdir(), 'dagsorden-test-mail-'));
  try {
    await new FolderMailer(folder, 'Sekretariatet <sek@example.dk>').deliver(mailWith(hostile));
    const [file] = await readdir(folder);
    return await readMail(await readFile(join(folder, file ?? '')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const headersOf = ({ raw }: ReceivedMail): string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').split(/\r\n(?![ \t])/).map((line) => line.split(':')[0] ?? '');

describe('words that would be more than words in a mail', () => {
  it.each<[string, Hostile]>([
    ['a name with a line of its own', { name: 'Ole\r\nBcc: evil@example.com' }],
    ['a name with an address in it', { name: 'Ole" <evil@example.com>, "' }],
    [
      'a name with a parameter of a calendar in it',
      { name: 'Ole";CN=x:mailto:evil@example.com\r\nX-EVIL:1' },
    ],
    ['a subject with a line of its own', { summary: 'Udvalg\r\nBcc: evil@example.com\r\nX-EVIL: 1' }],
    ['a place with a line of its own', { place: 'Salen\r\nATTENDEE:mailto:evil@example.com\r\nX-EVIL:1' }],
    ['a name that turns the writing', { name: '\u202EelO', summary: 'Udvalg\u2066 x' }],
  ])('stay words: %s', async (_what, hostile) => {
    const mail = await delivered(hostile);
    const known = ['From', 'To', 'Subject', 'Message-ID', 'Date', 'Content-Language', 'Auto-Submitted'];
    const made = ['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'];
    expect(headersOf(mail).filter((header) => ![...known, ...made].includes(header))).toEqual([]);
    expect(mail.recipients).toEqual(['ole@example.dk']);
    expect(mail.calendar?.attendees.map((attendee) => attendee.toLowerCase())).toEqual([
      'mailto:ole@example.dk',
    ]);
    expect(mail.calendar?.raw).not.toMatch(/^X-EVIL|^ATTENDEE:mailto:evil/m);
    // RFC 5545, 3.2: a quoted value holds no quote, escaped or not.
    expect(mail.calendar?.raw.replaceAll('\r\n ', '')).not.toMatch(/^(ATTENDEE|ORGANIZER)[^\n]*\\"/m);
    expect(`${mail.subject} ${mail.calendar?.raw}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('an address that is not one address', () => {
  it.each([
    'ole@example.dk, evil@example.com',
    'ole@example.dk>\r\nRCPT TO:<evil@example.com',
    'ole@example.dk\r\nBcc: evil@example.com',
    'evil@example.com <ole@example.dk>',
    'Gruppe: evil@example.com;',
    '"ole"@example.dk',
    '\u202Eole@example.dk',
    'ole',
    '',
  ])('is refused and not made into another: %j', async (address) => {
    const mail = { ...mailWith({}), to: { name: 'Ole', address } };
    await expect(new FolderMailer(tmpdir(), 'sek@example.dk').deliver(mail)).rejects.toMatchObject({
      why: 'address-refused',
    });
  });

  it('is one where it has Danish letters, a plus or a dot', async () => {
    const addresses = ['soren.aa+moede@example.dk', 'søren.å@blåbær.dk', "o'hara_1@a-b.example.dk"];
    const mails = await Promise.all(addresses.map((address) => delivered({ address })));
    expect(mails.map(({ recipients }) => recipients)).toEqual(addresses.map((address) => [address]));
  });
});

describe('a mail server that takes a mail and is gone before it says so', () => {
  let stop = (): void => undefined;
  afterEach(() => stop());

  it('gets it once in each try: trying again is for whoever counts the tries', async () => {
    let taken = 0;
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      let inMail = false;
      socket.on('error', () => undefined);
      socket.write('220 hej\r\n');
      socket.on('data', (bytes) => {
        const said = bytes.toString();
        if (inMail) {
          if (!said.endsWith('\r\n.\r\n')) return;
          taken += 1;
          socket.end();
        } else if (/^DATA/i.test(said)) {
          inMail = true;
          socket.write('354 go on\r\n');
        } else socket.write(/^EHLO/i.test(said) ? '250 hej\r\n' : '250 ok\r\n');
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const mailer = new SmtpMailer(
      `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      'Sekretariatet <sek@example.dk>',
    );
    stop = () => {
      mailer.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    };
    await expect(mailer.deliver(mailWith({}))).rejects.toMatchObject({ why: 'server-away' });
    expect(taken).toBe(1);
  });
});

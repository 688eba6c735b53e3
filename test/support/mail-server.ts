import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the server got it, read by another library than the one that wrote it. */
export interface ReceivedMail {
  /** Whom the server was told to give it to. */
  readonly to: readonly string[];
  /** Whom its headers name, by address: To, Cc and Bcc. */
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar: ReceivedCalendar | null;
}

export interface ReceivedCalendar {
  readonly raw: string;
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly status: string;
  readonly location: string | null;
  /** When it begins and ends in UTC, as ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly zones: readonly string[];
  readonly attendees: readonly string[];
}

/** A real SMTP server on this machine. */
export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** What it answers a recipient with instead of yes, by address; set to an error with `responseCode`. */
  readonly refusals: Map<string, { code: number; text: string }>;
  /** Called with each mail before the server says yes to it: throwing refuses it. */
  onMail: (mail: ReceivedMail) => Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a port of its own, or the one given. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals: MailServer['refusals'] = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusals.get(address);
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        readMail(Buffer.concat(chunks), to)
          .then(async (mail) => {
            await running.onMail(mail);
            mails.push(mail);
          })
          .then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address() as AddressInfo;
  const running: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    ...{ mails, refusals, onMail: () => Promise.resolve() },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}

/** Reads a mail as whoever gets it does. */
export async function readMail(bytes: Buffer, to: readonly string[] = []): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8' });
  const file = mail.attachments.find(
    ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
  );
  const content = file?.content;
  return {
    ...{ to, raw: bytes.toString('utf8'), messageId: mail.messageId ?? '', subject: mail.subject ?? '' },
    recipients: [mail.to, mail.cc, mail.bcc].flatMap((list) =>
      (list ?? []).map(({ address }) => address ?? ''),
    ),
    text: mail.text ?? '',
    calendar: typeof content === 'string' ? readCalendar(content) : null,
  };
}

function readCalendar(raw: string): ReceivedCalendar {
  const calendar = new ICAL.Component(ICAL.parse(raw) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('The calendar file has no event.');
  const event = new ICAL.Event(component);
  return {
    raw,
    method: String(calendar.getFirstPropertyValue('method')),
    ...{ uid: event.uid, sequence: event.sequence, summary: event.summary },
    status: String(component.getFirstPropertyValue('status')),
    location: event.location === '' ? null : event.location,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    zones: calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => String(zone.getFirstPropertyValue('tzid'))),
    attendees: event.attendees.map((attendee) => String(attendee.getFirstValue())),
  };
}

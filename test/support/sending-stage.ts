import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { meeting } from '../../libs/contracts/meetings.js';
import { sending, sendingList } from '../../libs/contracts/sendings.js';
import type { SendingView } from '../../libs/contracts/sendings.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { makeBody } from '../builders/meetings.js';
import { addressOf, mailPerson } from '../builders/sendings.js';
import { startMailServer } from './mail-server.js';
import type { MailServer, ReceivedMail } from './mail-server.js';
import type { SignedIn } from './sign-in.js';
import { startTestApi } from './test-api.js';
import type { TestApi } from './test-api.js';
import { until } from './until.js';

/** How long a spec that sends and waits may take (ms). */
export const SLOW = 90_000;
/** Long enough to look at what waits, short enough to wait for. */
const REGRET_SECONDS = 1;

interface WorkerSays {
  readonly redisUrl?: string | null;
  readonly smtpUrl?: string | null;
}

/** An api, a mail server and a body with a member and a reader for each test of a spec, and a worker where one is started. */
export class SendingStage {
  api!: TestApi;
  server!: MailServer;
  bodyId = '';
  reader!: SignedIn;
  readonly logged: string[] = [];
  private worker: INestApplicationContext | null = null;

  /** Sets itself up and clears itself away with the tests of the spec that calls it. */
  static forThisSpec(): SendingStage {
    const stage = new SendingStage();
    beforeAll(async () => {
      stage.api = await startTestApi({ regretSeconds: REGRET_SECONDS });
      // Whoever may do everything is sent nothing.
      await stage.api.database.query('UPDATE person SET email = NULL');
    }, SLOW);
    afterAll(() => stage.api.stop());
    beforeEach(() => stage.set());
    afterEach(() => stage.clear(), SLOW);
    return stage;
  }

  private async set(): Promise<void> {
    this.server = await startMailServer();
    this.bodyId = await makeBody(this.api);
    const { api, bodyId } = this;
    await api.database.query("DELETE FROM membership WHERE body_id = $1 AND role = 'raadmand'", [bodyId]);
    await mailPerson(api, 'Mette Medlem', [{ role: 'member', bodyId }]);
    this.reader = await mailPerson(api, 'Lars Læser', [{ role: 'reader', bodyId }]);
  }

  private async clear(): Promise<void> {
    await this.worker?.close();
    this.worker = null;
    await this.server.stop();
  }

  async startWorker({ redisUrl = null, smtpUrl = this.server.url }: WorkerSays = {}): Promise<void> {
    const lines = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.logged.push(chunk.toString());
        done();
      },
    });
    const { database, dataDir } = this.api;
    this.worker = await createWorker({
      ...{ databaseUrl: database.url, redisUrl, dataDir, regretSeconds: REGRET_SECONDS },
      applicationName: 'dagsorden-test-worker',
      logger: createLogger('test', 'debug', lines),
      mail: { smtpUrl, from: 'Sekretariatet <sekretariat@example.dk>' },
    });
  }

  read(id: string): Promise<SendingView> {
    return this.api.take(sending, 'get', `sendings/${id}`);
  }

  /** What has become of each recipient: `Name: state cause`. */
  async states(id: string): Promise<string[]> {
    const { recipients } = await this.read(id);
    return recipients.map(
      ({ name, state, cause }) => `${name}: ${state}${cause === null ? '' : ` ${cause}`}`,
    );
  }

  /** Waits until a sending is released and each of its mails has arrived or failed. */
  settled(id: string, patience?: number): Promise<void> {
    return until(async () => {
      const { state, recipients } = await this.read(id);
      return state !== 'waiting' && recipients.every((one) => one.state === 'sent' || one.state === 'failed');
    }, patience);
  }

  mailsTo(name: string): ReceivedMail[] {
    return this.server.mails.filter(({ to }) => to.includes(addressOf(name)));
  }

  /** Method, SEQUENCE and start of each calendar file that somebody got. */
  calendarsOf(name: string) {
    return this.mailsTo(name).map(({ calendar }) => [
      ...[calendar?.method, calendar?.sequence, calendar?.start],
    ]);
  }

  async change(meetingId: string, fields: object): Promise<void> {
    const { version } = await this.api.take(meeting, 'get', `meetings/${meetingId}`);
    await this.api.take(meeting, 'patch', `meetings/${meetingId}`, fields, { ifMatch: version });
  }

  /** The last sending of a meeting. */
  async latest(meetingId: string): Promise<SendingView> {
    const { items } = await this.api.take(sendingList, 'get', `meetings/${meetingId}/sendings`);
    const [first] = items;
    if (!first) throw new Error('Nothing was sent.');
    return first;
  }
}

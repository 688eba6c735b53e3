import { EventEmitter } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';

/** Injection token of the connection string that LISTEN uses. */
export const LISTEN_URL = Symbol('LISTEN_URL');

/** What is told of: that events were written, and that something became of a document. */
export type Channel = 'event' | 'document';
const RECONNECT_MS = 1000;

/**
 * Hears the database's NOTIFY on one connection of its own and passes it on inside the process. It is a hint, never the
 * truth: whoever waits also looks by itself after a while, since a NOTIFY is lost when the connection is.
 */
@Injectable()
export class WakeUps implements OnApplicationShutdown {
  private readonly heard = new EventEmitter().setMaxListeners(0);
  private readonly counts = new Map<string, number>();
  private client: Client | null = null;
  private channels: readonly Channel[] = [];
  private stopped = false;

  constructor(
    @Inject(LISTEN_URL) private readonly url: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Listens to the channels that something in this process waits for, and goes on reconnecting until it stops. */
  async start(channels: readonly Channel[]): Promise<void> {
    this.channels = channels;
    if (this.stopped) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'dagsorden-listen',
      keepAlive: true,
    });
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, null));
    client.on('notification', ({ channel, payload }) => this.wake(channel, payload));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
      this.client = client;
    } catch (error) {
      this.reconnect(client, error);
    }
  }

  /** Calls a listener with the payload of each NOTIFY on a channel; gives what takes it off again. */
  on(channel: Channel, listener: (payload: string) => void): () => void {
    this.heard.on(channel, listener);
    return () => this.heard.off(channel, listener);
  }

  /** How many NOTIFY were heard on a channel so far: read it before looking, hand it to `wait` after. */
  heardOn(channel: string): number {
    return this.counts.get(channel) ?? 0;
  }

  /** Resolves at the next NOTIFY on a channel after the `seen` ones, or after `ms`. */
  wait(channel: string, ms: number, seen = this.heardOn(channel)): Promise<void> {
    if (this.heardOn(channel) !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.heard.off(channel, done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.heard.on(channel, done);
    });
  }

  /** Wakes whoever waits for a channel in this process. */
  wake(channel: string, payload = ''): void {
    this.counts.set(channel, this.heardOn(channel) + 1);
    this.heard.emit(channel, payload);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake('stop');
    await this.client?.end();
  }

  private reconnect(client: Client, error: unknown): void {
    client.removeAllListeners();
    // pg emits a late error while a broken connection closes; it has been dealt with here.
    client.on('error', () => undefined);
    this.client = null;
    if (this.stopped) return;
    if (error) this.logger.warn({ err: error }, 'listening for NOTIFY');
    setTimeout(() => void this.start(this.channels), RECONNECT_MS).unref();
  }
}

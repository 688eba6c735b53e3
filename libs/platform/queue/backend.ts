import { Queue, Worker, createPostgresBackend, withBackend } from 'bullmq';
import type { Job, Processor, QueueOptions, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

/** Where the queue lives: in Redis when an address is given, else in the product's own PostgreSQL, schema `bullmq`. */
export interface QueueTarget {
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

/** Opens queues and workers on one backend; the code above it does not know which. */
export interface QueueBackend {
  readonly kind: 'postgresql' | 'redis';
  queue(name: string, options: Omit<QueueOptions, 'connection'>): JobQueueHandle;
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): WorkerHandle;
  /** Closes the connections; queues and workers are closed before. */
  close(): Promise<void>;
}

/** What the product uses of a BullMQ queue, whichever backend it is bound to. */
export interface JobQueueHandle {
  addBulk(jobs: { name: string; data: unknown; opts: { jobId: string; delay?: number } }[]): Promise<unknown>;
  getJobCounts(): Promise<Record<string, number>>;
  /** Empties the queue for good, running jobs included. */
  obliterate(options: { force: boolean }): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** What the product uses of a BullMQ worker. */
export interface WorkerHandle {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
export type { Job };

/** Opens the backend of a target. Connections are made when a queue or worker needs them. */
export function openQueueBackend(target: QueueTarget): QueueBackend {
  return target.redisUrl === null ? postgresBackend(target.databaseUrl) : redisBackend(target.redisUrl);
}

function postgresBackend(databaseUrl: string): QueueBackend {
  const classes = withBackend(createPostgresBackend);
  const pools: Pool[] = [];
  const pool = (applicationName: string): Pool => {
    // One small pool per queue or worker: BullMQ holds one client of it for LISTEN.
    const made = new Pool({
      connectionString: databaseUrl,
      options: '-c search_path=bullmq',
      max: 4,
      application_name: applicationName,
      connectionTimeoutMillis: 5000,
    });
    // A server that goes away ends idle clients; the next query reconnects and says so if it cannot.
    made.on('error', () => undefined);
    pools.push(made);
    return made;
  };
  return {
    kind: 'postgresql',
    queue: (name, options) => new classes.Queue(name, { ...options, connection: pool('dagsorden-queue') }),
    worker: (name, processor, options) =>
      new classes.Worker(name, processor, { ...options, connection: pool('dagsorden-jobs') }),
    close: async () => {
      await Promise.all(pools.map((made) => made.end()));
    },
  };
}

function redisBackend(redisUrl: string): QueueBackend {
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const made = new Redis(redisUrl, { maxRetriesPerRequest: null });
    made.on('error', () => undefined);
    connections.push(made);
    return made;
  };
  return {
    kind: 'redis',
    queue: (name, options) => new Queue(name, { ...options, connection: connect() }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection: connect() }),
    close: async () => {
      await Promise.allSettled(connections.map((made) => made.quit()));
    },
  };
}

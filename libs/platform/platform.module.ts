import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import { Clock } from './clock/clock.js';
import { ACCESS, LOCAL_ACCESS } from './config/access.js';
import type { AccessConfig } from './config/access.js';
import { REGRET_SECONDS, USUAL_REGRET_SECONDS } from './config/regret.js';
import { databaseOptions } from './database/data-source.js';
import { EndOfPipes } from './database/end-of-pipes.js';
import { Transactions } from './database/transactions.js';
import { LISTEN_URL, WakeUps } from './events/wake-ups.js';
import { RateLimits } from './limits/rate-limits.js';
import { LOGGER } from './log/logger.js';
import type { Logger } from './log/logger.js';
import { FileStore } from './storage/file-store.js';
import { LocalFileStore } from './storage/local-file-store.js';
import { THREAD_LIMITS, USUAL_THREAD_LIMITS } from './threads/thread-limits.js';
import type { ThreadLimits } from './threads/thread-limits.js';

/** What a process says of itself when it puts the platform in place. */
export interface PlatformOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly applicationName: string;
  readonly logger: Logger;
  readonly poolSize?: number;
  /** Sign-in, sessions and addresses; this machine only when left out. */
  readonly access?: AccessConfig;
  /** How long the sending of an agenda waits to be taken back, in seconds; 30 when left out. */
  readonly regretSeconds?: number;
  /** What the threads may use that files are read in; enough for every file that is taken when left out. */
  readonly threads?: ThreadLimits;
}

/** Everything technical that every process needs: database, transactions, clock, files, log, NOTIFY. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { databaseUrl: url, applicationName, poolSize, logger } = options;
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions({ url, applicationName, poolSize }),
          autoLoadEntities: true,
          retryAttempts: 20,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: LISTEN_URL, useValue: url },
        { provide: ACCESS, useValue: options.access ?? LOCAL_ACCESS },
        { provide: FileStore, useValue: new LocalFileStore(join(options.dataDir, 'files')) },
        { provide: REGRET_SECONDS, useValue: options.regretSeconds ?? USUAL_REGRET_SECONDS },
        { provide: THREAD_LIMITS, useValue: options.threads ?? USUAL_THREAD_LIMITS },
        Clock,
        Transactions,
        EndOfPipes,
        WakeUps,
        RateLimits,
      ],
      exports: [
        LOGGER,
        ACCESS,
        REGRET_SECONDS,
        THREAD_LIMITS,
        FileStore,
        Clock,
        Transactions,
        WakeUps,
        RateLimits,
      ],
    };
  }
}

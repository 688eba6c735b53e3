import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AgendaPointsModule } from '../../libs/features/agenda-points/index.js';
import { AttachmentsModule } from '../../libs/features/attachments/index.js';
import { AuditModule } from '../../libs/features/audit/index.js';
import { DecisionsModule } from '../../libs/features/decisions/index.js';
import { FollowUpsModule } from '../../libs/features/follow-ups/index.js';
import { IdentityModule } from '../../libs/features/identity/index.js';
import { ImportsModule } from '../../libs/features/imports/index.js';
import { IndstillingerModule } from '../../libs/features/indstillinger/index.js';
import { MeetingsModule } from '../../libs/features/meetings/index.js';
import { MinutesModule } from '../../libs/features/minutes/index.js';
import { OrganisationModule } from '../../libs/features/organisation/index.js';
import { SendingModule } from '../../libs/features/sending/index.js';
import { createLogger, nestLogger } from '../../libs/platform/log/logger.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import type { PlatformOptions } from '../../libs/platform/platform.module.js';
import type { Connected } from './with-database.js';

/** The features an operator's commands call, without HTTP and without jobs. */
@Module({})
class OperatorModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        PlatformModule.forRoot(options),
        ...[
          OrganisationModule,
          IdentityModule,
          MeetingsModule,
          IndstillingerModule,
          AgendaPointsModule,
          AttachmentsModule,
        ],
        ...[DecisionsModule, FollowUpsModule, SendingModule, MinutesModule, ImportsModule, AuditModule],
      ],
    };
  }
}

/** Runs a command's work with the product's services on a database; the connections are closed afterwards. */
export async function withServices<T>(
  { config, databaseUrl }: Connected,
  work: (services: INestApplicationContext) => Promise<T>,
): Promise<T> {
  // Standard output belongs to the command's answer.
  const logger = createLogger('cli', 'silent');
  const options = {
    databaseUrl,
    dataDir: config.dataDir,
    applicationName: 'dagsorden-cli',
    logger,
    poolSize: 3,
  };
  const nestOptions = { logger: nestLogger(logger), abortOnError: false };
  const services = await NestFactory.createApplicationContext(OperatorModule.forRoot(options), nestOptions);
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

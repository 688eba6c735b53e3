import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DocumentsJobsModule } from '../../libs/features/documents/index.js';
import { FollowUpsJobsModule } from '../../libs/features/follow-ups/index.js';
import { IdentityJobsModule } from '../../libs/features/identity/index.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import type { PlatformOptions } from '../../libs/platform/platform.module.js';
import { QueueModule } from '../../libs/platform/queue/queue.module.js';

/** Each feature's jobs. */
@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions & { readonly redisUrl: string | null }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(options),
        QueueModule.forRoot(options),
        DocumentsJobsModule,
        FollowUpsJobsModule,
        IdentityJobsModule,
      ],
    };
  }
}

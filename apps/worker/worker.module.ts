import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AttachmentsJobsModule } from '../../libs/features/attachments/index.js';
import { AuditJobsModule } from '../../libs/features/audit/index.js';
import { DocumentsJobsModule } from '../../libs/features/documents/index.js';
import { FollowUpsJobsModule } from '../../libs/features/follow-ups/index.js';
import { IdentityJobsModule } from '../../libs/features/identity/index.js';
import { NotificationsJobsModule } from '../../libs/features/notifications/index.js';
import { SendingJobsModule } from '../../libs/features/sending/index.js';
import { SealingModule } from '../../libs/platform/events/sealing.module.js';
import type { SealingOptions } from '../../libs/platform/events/sealing.module.js';
import { HousekeepingModule } from '../../libs/platform/housekeeping.module.js';
import type { MailConfig } from '../../libs/platform/mail/mail.config.js';
import { MailModule } from '../../libs/platform/mail/mail.module.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import type { PlatformOptions } from '../../libs/platform/platform.module.js';
import type { Pace } from '../../libs/platform/config/pace.js';
import { QueueModule } from '../../libs/platform/queue/queue.module.js';

/** What the worker is told beside what every process is. */
export type WorkerOptions = PlatformOptions &
  SealingOptions & {
    readonly redisUrl: string | null;
    readonly pace?: Pace;
    /** Where mails go; a folder when left out. */
    readonly mail?: MailConfig;
    /** LibreOffice, which makes PDFs: a name on the path, or where it lies. */
    readonly soffice?: string;
  };

/** Each feature's jobs, and the sealer of the audit trail. */
@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(options),
        QueueModule.forRoot(options),
        SealingModule.forRoot(options),
        MailModule.forRoot(options),
        DocumentsJobsModule.forRoot(options),
        AttachmentsJobsModule,
        FollowUpsJobsModule,
        SendingJobsModule,
        NotificationsJobsModule,
        IdentityJobsModule,
        AuditJobsModule,
        HousekeepingModule,
      ],
    };
  }
}

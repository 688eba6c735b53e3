import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AarshjulModule } from '../../libs/features/aarshjul/index.js';
import { AgendaPointsModule } from '../../libs/features/agenda-points/index.js';
import { AuditModule } from '../../libs/features/audit/index.js';
import { CourseModule } from '../../libs/features/course/index.js';
import { DecisionsModule } from '../../libs/features/decisions/index.js';
import { AttachmentsModule } from '../../libs/features/attachments/index.js';
import { FollowUpsModule } from '../../libs/features/follow-ups/index.js';
import { IdentityModule } from '../../libs/features/identity/index.js';
import { IndstillingerModule } from '../../libs/features/indstillinger/index.js';
import { ImportsModule } from '../../libs/features/imports/index.js';
import { MeetingsModule } from '../../libs/features/meetings/index.js';
import { MinutesModule } from '../../libs/features/minutes/index.js';
import { NotificationsModule } from '../../libs/features/notifications/index.js';
import { OrganisationModule } from '../../libs/features/organisation/index.js';
import { ReadingModule } from '../../libs/features/reading/index.js';
import { SavedViewsModule } from '../../libs/features/saved-views/index.js';
import { SendingModule } from '../../libs/features/sending/index.js';
import { DocumentsModule } from '../../libs/features/documents/index.js';
import { HealthController } from '../../libs/platform/health/health.controller.js';
import { PlatformModule } from '../../libs/platform/platform.module.js';
import type { PlatformOptions } from '../../libs/platform/platform.module.js';

/** Each feature's HTTP side. */
@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(options),
        OrganisationModule,
        IdentityModule,
        SavedViewsModule,
        MeetingsModule,
        IndstillingerModule,
        AgendaPointsModule,
        AttachmentsModule,
        DecisionsModule,
        FollowUpsModule,
        AarshjulModule,
        SendingModule,
        MinutesModule,
        DocumentsModule,
        ReadingModule,
        CourseModule,
        ImportsModule,
        AuditModule,
        NotificationsModule,
      ],
      controllers: [HealthController],
    };
  }
}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentsModule } from '../attachments/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { IndstillingerModule } from '../indstillinger/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { MinutesModule } from '../minutes/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { SendingModule } from '../sending/index.js';
import { ImportPartRow, ImportRow } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { IndstillingTaker } from './indstilling-taker.js';
import { KnownBodies } from './known-bodies.js';
import { MeetingTaker } from './meeting-taker.js';
import { MinutesTaker } from './minutes-taker.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ImportRow, ImportPartRow]),
    ...[OrganisationModule, MeetingsModule, IndstillingerModule, AttachmentsModule, DecisionsModule],
    ...[FollowUpsModule, SendingModule, MinutesModule],
  ],
  controllers: [ImportsController],
  providers: [ImportsService, MeetingTaker, MinutesTaker, IndstillingTaker, KnownBodies],
  exports: [ImportsService],
})
export class ImportsModule {}

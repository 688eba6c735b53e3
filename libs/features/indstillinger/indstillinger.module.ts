import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingsModule } from '../meetings/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ApprovalController } from './approval.controller.js';
import { ApprovalService } from './approval.service.js';
import { IndstillingRow, IndstillingStepRow, IndstillingVersionRow } from './indstilling.entity.js';
import { IndstillingerController } from './indstillinger.controller.js';
import { IndstillingListsService } from './indstilling-lists.service.js';
import { IndstillingerService } from './indstillinger.service.js';
import { TakingBackService } from './taking-back.service.js';
import { OpinionRow } from './opinions/opinion.entity.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { OpinionsService } from './opinions/opinions.service.js';
import { TrailService } from './trail.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([IndstillingRow, IndstillingVersionRow, IndstillingStepRow, OpinionRow]),
    OrganisationModule,
    MeetingsModule,
  ],
  controllers: [IndstillingerController, ApprovalController, OpinionsController],
  providers: [
    IndstillingerService,
    IndstillingListsService,
    ApprovalService,
    TakingBackService,
    TrailService,
    OpinionsService,
  ],
  exports: [IndstillingerService, ApprovalService],
})
export class IndstillingerModule {}

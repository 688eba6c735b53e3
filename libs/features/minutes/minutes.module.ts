import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUpsModule } from '../follow-ups/index.js';
import { IndstillingerModule } from '../indstillinger/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { ClosingService } from './closing.service.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesAdditionRow, MinutesRow } from './minutes.entity.js';
import { MinutesService } from './minutes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MinutesRow, MinutesAdditionRow]),
    ...[MeetingsModule, IndstillingerModule, FollowUpsModule],
  ],
  controllers: [MinutesController],
  providers: [MinutesService, ClosingService],
  exports: [MinutesService, ClosingService],
})
export class MinutesModule {}

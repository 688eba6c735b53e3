import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaPointsModule } from '../agenda-points/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { AgendaVersionRow } from './agenda-version.entity.js';
import { SendingController } from './sending.controller.js';
import { SendingService } from './sending.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AgendaVersionRow]), MeetingsModule, AgendaPointsModule],
  controllers: [SendingController],
  providers: [SendingService],
  exports: [SendingService],
})
export class SendingModule {}

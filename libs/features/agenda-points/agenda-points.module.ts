import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingsModule } from '../meetings/index.js';
import { AgendaMovesService } from './agenda-moves.service.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { AgendaPointsController } from './agenda-points.controller.js';
import { AgendaPointsService } from './agenda-points.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AgendaPointRow]), MeetingsModule],
  controllers: [AgendaPointsController],
  providers: [AgendaPointsService, AgendaMovesService],
  exports: [AgendaPointsService],
})
export class AgendaPointsModule {}

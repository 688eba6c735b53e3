import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaPointsModule } from '../agenda-points/index.js';
import { DecisionRow } from './decision.entity.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';
import { PostponedPointsController } from './postponed-points.controller.js';
import { PostponedPointsService } from './postponed-points.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DecisionRow]), AgendaPointsModule],
  controllers: [DecisionsController, PostponedPointsController],
  providers: [DecisionsService, PostponedPointsService],
  exports: [DecisionsService],
})
export class DecisionsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IndstillingerModule } from '../indstillinger/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { AgendaCarryingService } from './agenda-carrying.service.js';
import { AgendaMovesService } from './agenda-moves.service.js';
import { AgendaPointRow } from './agenda-point.entity.js';
import { AgendaPointsController } from './agenda-points.controller.js';
import { AgendaPointsService } from './agenda-points.service.js';
import { AgendaRestoringService } from './agenda-restoring.service.js';
import { DisqualificationsController } from './disqualifications.controller.js';
import { DisqualificationsService } from './disqualifications.service.js';
import { GuestsController } from './guests.controller.js';
import { GuestsService } from './guests.service.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';
import { PlacedIndstillinger } from './placed-indstillinger.js';

@Module({
  imports: [TypeOrmModule.forFeature([AgendaPointRow]), MeetingsModule, IndstillingerModule],
  controllers: [AgendaPointsController, DisqualificationsController, GuestsController, PresenceController],
  providers: [
    AgendaPointsService,
    AgendaMovesService,
    AgendaCarryingService,
    AgendaRestoringService,
    DisqualificationsService,
    GuestsService,
    PlacedIndstillinger,
    PresenceService,
  ],
  exports: [AgendaPointsService, AgendaCarryingService, PlacedIndstillinger],
})
export class AgendaPointsModule {}

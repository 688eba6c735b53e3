import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesController } from './bodies.controller.js';
import { BodiesService } from './bodies.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { BodyRow, ClosingDayRow, PersonRow, StandingPointRow, UnitRow } from './organisation.entity.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsService } from './units.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UnitRow, PersonRow, BodyRow, StandingPointRow, ClosingDayRow])],
  controllers: [UnitsController, PeopleController, BodiesController, CalendarController],
  providers: [UnitsService, PeopleService, BodiesService, CalendarService],
  exports: [UnitsService, PeopleService, BodiesService, CalendarService],
})
export class OrganisationModule {}

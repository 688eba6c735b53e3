import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createMembership } from '../../../libs/contracts/rights.js';
import { AgendaPointsService } from '../../../libs/features/agenda-points/index.js';
import { AttachmentsService } from '../../../libs/features/attachments/index.js';
import { DecisionsService } from '../../../libs/features/decisions/index.js';
import { FollowUpsService, SuggestionsService } from '../../../libs/features/follow-ups/index.js';
import {
  IdentitiesService,
  MembershipsService,
  SAMPLE_ISSUER,
} from '../../../libs/features/identity/index.js';
import { ApprovalService, IndstillingerService } from '../../../libs/features/indstillinger/index.js';
import { MeetingsService } from '../../../libs/features/meetings/index.js';
import { MinutesService } from '../../../libs/features/minutes/index.js';
import { BodiesService, PeopleService, UnitsService } from '../../../libs/features/organisation/index.js';
import { SendingService } from '../../../libs/features/sending/index.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import type { RequestContext } from '../../../libs/platform/http/request-context.js';
import { loadFollowUps } from './follow-ups.js';
import { loadIndstillinger } from './indstillinger.js';
import { loadMeetings } from './meetings.js';
import {
  SAMPLE_BODIES,
  SAMPLE_MEMBERSHIPS,
  SAMPLE_PEOPLE,
  SAMPLE_STANDING_POINTS,
  SAMPLE_UNITS,
} from './organisation.js';
import { idIn } from './tools.js';
import type { SampleTools } from './tools.js';

/** Loads the whole sample municipality. */
export async function loadSample(
  services: INestApplicationContext,
  tx: EntityManager,
  context: RequestContext,
): Promise<void> {
  const units = await loadUnits(services.get(UnitsService), context);
  const people = await loadPeople(services.get(PeopleService), context, units);
  const bodies = await loadBodies(services.get(BodiesService), context, idIn(units, 'FAS'));
  for (const personId of people.values()) {
    await services
      .get(IdentitiesService)
      .link(context, personId, { issuer: SAMPLE_ISSUER, subject: personId });
  }
  await loadMemberships(services.get(MembershipsService), context, { units, people, bodies });
  const tools: SampleTools = {
    ...{ tx, context, units, people, bodies },
    today: services.get(Clock).today(),
    meetings: services.get(MeetingsService),
    points: services.get(AgendaPointsService),
    attachments: services.get(AttachmentsService),
    sending: services.get(SendingService),
    decisions: services.get(DecisionsService),
    suggestions: services.get(SuggestionsService),
    followUps: services.get(FollowUpsService),
    minutes: services.get(MinutesService),
    indstillinger: services.get(IndstillingerService),
    approval: services.get(ApprovalService),
  };
  const indstillinger = await loadIndstillinger(tools);
  await loadMeetings(tools, indstillinger);
  await loadFollowUps(tools);
}

async function loadUnits(units: UnitsService, context: RequestContext): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const unit of SAMPLE_UNITS) ids.set(unit.code, (await units.create(context, unit)).id);
  return ids;
}

async function loadPeople(
  people: PeopleService,
  context: RequestContext,
  units: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { unit, ...person } of SAMPLE_PEOPLE) {
    const unitId = unit === null ? null : idIn(units, unit);
    ids.set(person.initials, (await people.create(context, { ...person, unitId })).id);
  }
  return ids;
}

async function loadMemberships(
  memberships: MembershipsService,
  context: RequestContext,
  made: Pick<SampleTools, 'units' | 'people' | 'bodies'>,
): Promise<void> {
  for (const { initials, role, body, unit } of SAMPLE_MEMBERSHIPS) {
    const fields = createMembership.parse({
      ...{ role, personId: idIn(made.people, initials) },
      bodyId: body === undefined ? null : idIn(made.bodies, body),
      unitId: unit === undefined ? null : idIn(made.units, unit),
    });
    await memberships.create(context, fields);
  }
}

async function loadBodies(
  bodies: BodiesService,
  context: RequestContext,
  secretariatId: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const body of SAMPLE_BODIES) {
    const made = await bodies.create(context, { ...body, secretariatId });
    const points = [...(SAMPLE_STANDING_POINTS[body.name] ?? [])];
    await bodies.replaceStandingPoints(context, made.id, made.version, { points });
    ids.set(body.name, made.id);
  }
  return ids;
}

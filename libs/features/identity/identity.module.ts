import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodyReader } from '../../platform/http/request-body.js';
import { IdentitiesService } from './identities.service.js';
import { MembershipRow } from './identity.entity.js';
import { MembershipsController } from './memberships.controller.js';
import { MembershipsService } from './memberships.service.js';
import { SessionController } from './session.controller.js';
import { SignInAttempts } from './sign-in/attempts.js';
import { ClaimedMemberships } from './sign-in/claimed-memberships.js';
import { ProviderClient } from './sign-in/provider-client.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { Admission } from './sign-in/admission.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SigningOut } from './signing-out.js';
import { SessionService } from './session.service.js';
import { Sessions } from './sessions.js';
import { StandInRow } from './stand-ins/stand-in.entity.js';
import { StandInsController } from './stand-ins/stand-ins.controller.js';
import { StandInsService } from './stand-ins/stand-ins.service.js';
import { SignedInGuard } from './signed-in.guard.js';

@Module({
  imports: [TypeOrmModule.forFeature([MembershipRow, StandInRow])],
  controllers: [MembershipsController, SessionController, SignInController, StandInsController],
  providers: [
    IdentitiesService,
    MembershipsService,
    StandInsService,
    SessionService,
    Sessions,
    SigningOut,
    SignInService,
    SignInAttempts,
    Admission,
    ClaimedMemberships,
    ProviderClient,
    // In this order: who is not signed in is not listened to.
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: BodyReader },
  ],
  exports: [IdentitiesService, MembershipsService, Sessions],
})
export class IdentityModule {}

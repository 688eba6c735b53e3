import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembershipRow } from './identity.entity.js';
import { MembershipsController } from './memberships.controller.js';
import { MembershipsService } from './memberships.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { Sessions } from './sessions.js';
import { SignedInGuard } from './signed-in.guard.js';

@Module({
  imports: [TypeOrmModule.forFeature([MembershipRow])],
  controllers: [MembershipsController, SessionController],
  providers: [MembershipsService, SessionService, Sessions, { provide: APP_GUARD, useClass: SignedInGuard }],
  exports: [MembershipsService, Sessions],
})
export class IdentityModule {}

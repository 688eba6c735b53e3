import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Sweeps } from '../../platform/events/sweeps.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in/attempts.js';

const EVERY_SECONDS = 300;

/** The worker's side of sign-in: what has come to its end is taken away. */
@Module({ providers: [Sessions, SignInAttempts] })
export class IdentityJobsModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly limits: RateLimits,
  ) {}

  onModuleInit(): void {
    const register = (name: string, run: () => Promise<void>): void =>
      this.sweeps.register({ name, everySeconds: EVERY_SECONDS, run });
    register('sessions that ended', () => this.sessions.sweep());
    register('sign-ins that never came back', () => this.attempts.sweep());
    register('counts of rate limits', () => this.limits.sweep());
  }
}

import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ACCESS } from '../config/access.js';
import type { AccessConfig } from '../config/access.js';
import { networkOf } from './network.js';

/** What is counted, for whom, and how much of it within how many seconds. */
const LIMITS = {
  /** A whole town hall may share one address, and arrives within ten minutes. */
  'sign-in by address': { points: 300, seconds: 600 },
  'failed sign-in by address': { points: 60, seconds: 600 },
  'sign-in by account': { points: 20, seconds: 600 },
} as const;

export type Limit = keyof typeof LIMITS | Shared;

/** Frequent things are counted in the process, and told to the database this many at a time. */
const SHARE = { 'write by session': 20, 'request by address': 100 } as const;
type Shared = keyof typeof SHARE;

const isShared = (limit: Limit): limit is Shared => limit in SHARE;

/** Old counts are forgotten before there are more than this many in a process. */
const MOST_KEPT = 10_000;

interface Kept {
  left: number;
  /** Milliseconds since the epoch. */
  readonly refusedUntil: number;
}

/**
 * Counts in PostgreSQL, so that several processes of the api count together. Nobody's address or account stands in the
 * table, only a hash.
 */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<Limit, RateLimiterPostgres>();
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ACCESS) private readonly access: AccessConfig,
  ) {}

  /** Counts one; 0 when it is within the limit, else the seconds after which it may be tried again. */
  take(limit: Limit, who: string): number | Promise<number> {
    if (!isShared(limit)) return this.consume(limit, keyOf(who), 1);
    return this.access.requestsPerMinute === 0 ? 0 : this.takeKept(limit, who);
  }

  /** The seconds until a limit that has been used up is free again; 0 when it is not used up. Counts nothing. */
  async waitFor(limit: Limit, who: string): Promise<number> {
    const limiter = this.limiter(limit);
    const state = await limiter.get(keyOf(who));
    return state !== null && state.consumedPoints >= limiter.points ? inSeconds(state.msBeforeNext) : 0;
  }

  /** Takes away the counts that no longer count. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM rate_limit WHERE expire < $1', [Date.now()]);
  }

  private takeKept(limit: Shared, who: string): number | Promise<number> {
    const now = Date.now();
    const own = `${limit}:${networkOf(who)}`;
    const kept = this.kept.get(own);
    if (kept !== undefined && kept.refusedUntil > now) return inSeconds(kept.refusedUntil - now);
    if (kept === undefined || kept.left === 0) return this.share(limit, keyOf(who), own);
    kept.left -= 1;
    return 0;
  }

  /** Takes a share of what is left for everybody, or notes that there is nothing. */
  private async share(limit: Shared, key: string, own: string): Promise<number> {
    const limiter = this.limiter(limit);
    this.forgetSome();
    try {
      await limiter.consume(key, SHARE[limit]);
      this.kept.set(own, { left: SHARE[limit] - 1, refusedUntil: 0 });
      return 0;
    } catch (refused) {
      // A database that does not answer says so itself, to whatever comes after.
      if (!(refused instanceof RateLimiterRes)) return 0;
      this.kept.set(own, { left: 0, refusedUntil: Date.now() + refused.msBeforeNext });
      return inSeconds(refused.msBeforeNext);
    }
  }

  private async consume(limit: Limit, key: string, points: number): Promise<number> {
    try {
      await this.limiter(limit).consume(key, points);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return inSeconds(refused.msBeforeNext);
      throw refused;
    }
  }

  private limiter(limit: Limit): RateLimiterPostgres {
    const known = this.limiters.get(limit);
    if (known !== undefined) return known;
    const { points, seconds } = isShared(limit) ? this.perMinute(limit) : LIMITS[limit];
    const made = new RateLimiterPostgres({
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      points,
      duration: seconds,
    });
    this.limiters.set(limit, made);
    return made;
  }

  /** One person changes things a tenth as often as a whole address asks for them. */
  private perMinute(limit: Shared): { points: number; seconds: number } {
    const points = this.access.requestsPerMinute / (limit === 'request by address' ? 1 : 10);
    return { points: Math.max(1, Math.floor(points)), seconds: 60 };
  }

  private forgetSome(): void {
    if (this.kept.size < MOST_KEPT) return;
    for (const key of this.kept.keys()) {
      if (this.kept.size < MOST_KEPT / 2) return;
      this.kept.delete(key);
    }
  }
}

const inSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

/** Somebody with an IPv6 network of their own counts once. */
function keyOf(who: string): string {
  return createHash('sha256').update(networkOf(who)).digest('base64url');
}

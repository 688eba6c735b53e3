import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/transactions.js';
import type { Attempt } from './provider-client.js';

/** An attempt to sign in that has come back, and where it was to lead. */
export interface ReturnedAttempt extends Attempt {
  readonly returnTo: string;
}

interface AttemptRecord {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

const LIFE_MS = 10 * 60_000;

/**
 * Attempts to sign in that are on their way to the provider and back. Each is found by its state together with a secret
 * that only the browser it began in has, is used once, and lives ten minutes.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Begins an attempt in the browser that holds a secret. */
  async begin(browserSecret: string, returnTo: string): Promise<Attempt> {
    const attempt = { state: newSecret(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    await this.transactions.reader.query(
      'INSERT INTO sign_in (state_hash, nonce, verifier, return_to, created_at) VALUES ($1, $2, $3, $4, $5)',
      [
        ...[keyOf(attempt.state, browserSecret), attempt.nonce, attempt.verifier],
        ...[returnTo, this.clock.now()],
      ],
    );
    return attempt;
  }

  /** Uses up an attempt; null when there is none, it is too old, was used, or began in another browser. */
  async take(state: string, browserSecret: string): Promise<ReturnedAttempt | null> {
    // Of a DELETE, TypeORM gives the rows and their number.
    const [rows] = await this.transactions.reader.query<[AttemptRecord[], number]>(
      `DELETE FROM sign_in WHERE state_hash = $1 AND created_at > $2
       RETURNING nonce, verifier, return_to AS "returnTo"`,
      [keyOf(state, browserSecret), this.oldest()],
    );
    const [found] = rows;
    return found === undefined ? null : { state, ...found };
  }

  /** Takes away the attempts that never came back. */
  async sweep(): Promise<void> {
    await this.transactions.reader.query('DELETE FROM sign_in WHERE created_at <= $1', [this.oldest()]);
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - LIFE_MS);
  }
}

/** 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function keyOf(state: string, browserSecret: string): Buffer {
  return createHash('sha256').update(`${state}.${browserSecret}`).digest();
}

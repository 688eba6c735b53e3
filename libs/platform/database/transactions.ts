import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { problemOf } from '../http/problem-error.js';
import type { RequestContext } from '../http/request-context.js';
import { isDeadlock } from './database-errors.js';

/** How often work is tried that others keep crossing; each time took a second of waiting. */
const TRIES = 3;

const OTHERWISE_USED =
  'The key was used for another request, or for this one while you had other rights. It had its effect; use a new key for a new one.';

interface StoredAnswer {
  fingerprint: string;
  answer: unknown;
}

/**
 * Runs the beats of a service method in one transaction. A POST that carries an Idempotency-Key keeps its answer in the
 * same transaction, so that a repetition gives the first answer and does nothing, also when the process died between
 * commit and answer.
 */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads outside any transaction of its own. */
  get reader(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Runs work in a transaction (the one its context is within, where there is one) and returns its answer; a thrown
   * problem rolls everything back. Work that the database rolled back because it and another transaction waited for each
   * other is run again: it must have no effect but what it writes.
   */
  async run<Answer>(context: RequestContext, work: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    if (context.transaction) return work(context.transaction);
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.runOnce(context, work);
      } catch (error) {
        if (tries === TRIES || !isDeadlock(error)) throw error;
      }
    }
  }

  private runOnce<Answer>(
    context: RequestContext,
    work: (tx: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    return this.dataSource.transaction(async (tx) => {
      const { idempotency } = context;
      if (!idempotency) return work(tx);
      const stored = await claim(tx, idempotency);
      if (stored) {
        if (stored.fingerprint !== idempotency.fingerprint) {
          throw problemOf('idempotency-key-reused', OTHERWISE_USED);
        }
        return stored.answer as Answer;
      }
      const answer = await work(tx);
      await tx.query('UPDATE idempotency_key SET answer = $1::json WHERE key = $2 AND route = $3', [
        JSON.stringify(answer ?? null),
        idempotency.key,
        idempotency.route,
      ]);
      return answer;
    });
  }
}

/** Takes the key for this transaction (waiting for another that holds it) or gives what it was answered with. */
async function claim(
  tx: EntityManager,
  { key, route, fingerprint }: NonNullable<RequestContext['idempotency']>,
): Promise<StoredAnswer | null> {
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO idempotency_key (key, route, fingerprint) VALUES ($1, $2, $3)
     ON CONFLICT (key, route) DO NOTHING RETURNING 1`,
    [key, route, fingerprint],
  );
  if (inserted.length > 0) return null;
  const rows = await tx.query<StoredAnswer[]>(
    'SELECT fingerprint, answer FROM idempotency_key WHERE key = $1 AND route = $2',
    [key, route],
  );
  return rows[0] ?? null;
}

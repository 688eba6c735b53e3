import { createHash, randomUUID } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { PRODUCT } from '../../contracts/rights.js';
import type { Actor } from '../../contracts/rights.js';
import { newId } from '../ids/new-id.js';
import { problemOf } from './problem-error.js';
import { readFor } from './read-ahead.js';
import type { AlreadyRead } from './read-ahead.js';
import { requestSlot } from './request-slot.js';

/** What makes a repeated POST harmless: the client's key, the route it was used on, and what was asked. */
export interface Idempotency {
  readonly key: string;
  readonly route: string;
  /** Of what was asked, and of the rights it was asked with. */
  readonly fingerprint: string;
}

/** What a service needs to know of the request it serves. Work that no request began has a context of its own. */
export interface RequestContext {
  /** Carried into events, logs and problem responses. */
  readonly requestId: string;
  /** Who asks; the product itself for the command line and the jobs. */
  readonly actor: Actor;
  /** Null when the client gave no Idempotency-Key. */
  readonly idempotency: Idempotency | null;
  /** The transaction that a larger piece of work has open; what is done in this context is part of it. */
  readonly transaction?: EntityManager;
  /** What was read in the round trip that found out who asks. */
  readonly alreadyRead?: AlreadyRead | undefined;
}

/** The same context inside an open transaction: service methods called with it join that transaction. */
export function within(context: RequestContext, transaction: EntityManager): RequestContext {
  return { requestId: context.requestId, actor: context.actor, idempotency: null, transaction };
}

/** The same context where the body was read by the service: its hash is part of what was asked under the key. */
export function withBody(context: RequestContext, sha256: string): RequestContext {
  const { idempotency } = context;
  if (!idempotency) return context;
  const fingerprint = createHash('sha256').update(idempotency.fingerprint).update(sha256).digest('hex');
  return { ...context, idempotency: { ...idempotency, fingerprint } };
}

/**
 * The same context with the product's rights, still on record as the person's: for the parts of a piece of work that was
 * allowed as a whole, such as the meetings of an imported package.
 */
export function onBehalf(context: RequestContext): RequestContext {
  return { ...context, actor: { ...context.actor, product: true, disqualifiedFrom: [] } };
}

const requestIds = requestSlot<string>('request id');

/** The id of a request, as its response carries it in `X-Request-Id`; empty before the middleware ran. */
export function requestIdOf(request: Request): string {
  return requestIds.get(request) ?? '';
}

const actors = requestSlot<Actor>('actor');

/** Says who makes a request, once it is known. */
export function setActor(request: Request, actor: Actor): void {
  actors.set(request, actor);
}

/** Who makes a request; throws `not-signed-in` where nobody has said. */
export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (!actor) throw problemOf('not-signed-in', 'Sign in first.');
  return actor;
}

/** Express middleware: gives each request an id of the product's own and says it in `X-Request-Id`. */
export function identifyRequest(request: Request, response: Response, next: NextFunction): void {
  // No row has it as its key, so that it need not tell of the time; and this one is made faster.
  const id = randomUUID();
  requestIds.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
}

/** The context of work that no request began: a job, the seed, an import by command line. */
export function internalContext(): RequestContext {
  return { requestId: newId(), actor: PRODUCT, idempotency: null };
}

/** Hands a controller method the request's context. */
export const Context = createParamDecorator((_: undefined, host: ExecutionContext): RequestContext => {
  const request = host.switchToHttp().getRequest<Request>();
  const actor = actorOf(request);
  return {
    ...{ requestId: requestIdOf(request), actor, idempotency: idempotencyOf(request, actor) },
    alreadyRead: readFor(request),
  };
});

function idempotencyOf(request: Request, actor: Actor): Idempotency | null {
  const key = request.method === 'POST' ? request.header('idempotency-key') : undefined;
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw problemOf(
      'validation-failed',
      'Idempotency-Key must be 8 to 200 printable characters without spaces.',
    );
  }
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(written(body));
  // With other rights the stored answer is not given, since it may tell what has been closed to them since. Nor is it
  // done anew: the first time had its effect, and a key promises one.
  const fingerprint = createHash('sha256').update(bytes).update(rightsOf(actor)).digest('hex');
  // A key is the person's own: nobody gets the answer that was meant for another.
  return { key, route: `POST ${request.originalUrl} by ${actor.personId ?? ''}`, fingerprint };
}

/** The rights of somebody, written so that the same are always written in the same way. */
function rightsOf({ grants, disqualifiedFrom, standsIn = [] }: Actor): string {
  const held = grants.map(({ role, bodyId, unitId, pointId }) => [role, bodyId, unitId, pointId].join(' '));
  const inStead = standsIn.map((standIn) => JSON.stringify(standIn));
  return JSON.stringify([[...new Set(held)].sort(), [...disqualifiedFrom].sort(), inStead.sort()]);
}

function written(body: unknown): string {
  try {
    return JSON.stringify(body ?? null);
  } catch {
    // Reading JSON takes any depth, writing it does not.
    throw problemOf('malformed-body', 'The body is nested too deeply.');
  }
}

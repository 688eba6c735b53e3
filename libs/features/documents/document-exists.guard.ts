import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { id } from '../../contracts/common.js';
import { actorOf } from '../../platform/http/request-context.js';
import { tooManyRequests } from '../../platform/http/request-limits.js';
import { sessionOf } from '../identity/index.js';
import { DocumentProgress } from './document-progress.js';
import { DocumentsService } from './documents.service.js';

/** When to come again after following too many documents (s). */
const RETRY_SECONDS = 5;

/** Refuses a document that is not there for the one who asks, and one more than a session may follow, before the stream begins: once it has begun, its status is 200. */
@Injectable()
export class DocumentExists implements CanActivate {
  constructor(
    private readonly documents: DocumentsService,
    private readonly progress: DocumentProgress,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const wanted = id.safeParse(request.params.id);
    if (wanted.success) await this.documents.get({ actor: actorOf(request) }, wanted.data);
    if (!this.progress.takePlace(sessionOf(request).idHash, response))
      throw tooManyRequests(response, RETRY_SECONDS);
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { id } from '../../contracts/common.js';
import { actorOf } from '../../platform/http/request-context.js';
import { DocumentsService } from './documents.service.js';

/** Refuses a document that is not there for the one who asks, before the stream begins: once it has begun, its status is 200. */
@Injectable()
export class DocumentExists implements CanActivate {
  constructor(private readonly documents: DocumentsService) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<Request>();
    const wanted = id.safeParse(request.params.id);
    if (wanted.success) await this.documents.get({ actor: actorOf(request) }, wanted.data);
    return true;
  }
}

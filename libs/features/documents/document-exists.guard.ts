import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { id } from '../../contracts/common.js';
import { DocumentsService } from './documents.service.js';

/** Refuses a document that is not there before the stream begins: once it has begun, its status is 200. */
@Injectable()
export class DocumentExists implements CanActivate {
  constructor(private readonly documents: DocumentsService) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const wanted = id.safeParse(host.switchToHttp().getRequest<Request>().params.id);
    if (wanted.success) await this.documents.get(wanted.data);
    return true;
  }
}

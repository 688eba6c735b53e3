import { Injectable } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { DocumentView } from '../../contracts/documents.js';
import { WakeUps } from '../../platform/events/wake-ups.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { DocumentsService } from './documents.service.js';

/** How often the row is read when no NOTIFY came (ms): the net under a lost connection. */
const LOOK_MS = 2000;

/** Follows one document until it is ready or has failed, as server-sent events; reading it again and again does too. */
@Injectable()
export class DocumentProgress {
  constructor(
    private readonly documents: DocumentsService,
    private readonly wakeUps: WakeUps,
  ) {}

  async follow(context: RequestContext, id: string): Promise<Observable<MessageEvent>> {
    const first = await this.documents.get(context, id);
    return new Observable((subscriber) => {
      let last = '';
      let busy = false;
      const say = (document: DocumentView): void => {
        const data = JSON.stringify(document);
        if (data !== last) subscriber.next({ type: 'document', data });
        last = data;
        if (document.state === 'ready' || document.state === 'failed') subscriber.complete();
      };
      const look = (): void => {
        if (busy || subscriber.closed) return;
        busy = true;
        this.documents
          .get(context, id)
          .then(say, (error: unknown) => subscriber.error(error))
          .finally(() => (busy = false));
      };
      const forget = this.wakeUps.on('document', (about) => {
        if (about === id) look();
      });
      const timer = setInterval(look, LOOK_MS);
      subscriber.add(() => {
        clearInterval(timer);
        forget();
      });
      say(first);
    });
  }
}

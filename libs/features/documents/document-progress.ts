import type { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { DocumentView } from '../../contracts/documents.js';
import { WakeUps } from '../../platform/events/wake-ups.js';
import { Sessions } from '../identity/index.js';
import { DocumentsService } from './documents.service.js';

/** How often the row is read when no NOTIFY came (ms): the net under a lost connection. */
const LOOK_MS = 2000;

/** How many documents one session follows at once; a page follows one, and each is read every two seconds. */
const MOST_STREAMS = 8;

/** Follows one document until it is ready or has failed, as server-sent events; reading it again and again does too. */
@Injectable()
export class DocumentProgress {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly documents: DocumentsService,
    private readonly sessions: Sessions,
    private readonly wakeUps: WakeUps,
  ) {}

  /**
   * Takes one of the places of a session until the connection closes; false where they are all taken. At once, so that
   * those who ask together do not all find the last place free.
   */
  takePlace(sessionHash: Buffer, connection: EventEmitter): boolean {
    if (this.openOf(sessionHash) >= MOST_STREAMS) return false;
    this.count(sessionHash, 1);
    connection.once('close', () => {
      this.count(sessionHash, -1);
    });
    return true;
  }

  private openOf(sessionHash: Buffer): number {
    return this.open.get(sessionHash.toString('hex')) ?? 0;
  }

  private count(sessionHash: Buffer, change: 1 | -1): void {
    const streams = this.openOf(sessionHash) + change;
    if (streams > 0) this.open.set(sessionHash.toString('hex'), streams);
    else this.open.delete(sessionHash.toString('hex'));
  }

  /** Says how far it is for as long as the session lasts and its person may read the document; then the stream ends. */
  follow(sessionHash: Buffer, id: string): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      let last = '';
      let busy = false;
      const say = (document: DocumentView | null): void => {
        if (document === null) {
          subscriber.complete();
          return;
        }
        const data = JSON.stringify(document);
        if (data !== last) subscriber.next({ type: 'document', data });
        last = data;
        if (document.state === 'ready' || document.state === 'failed') subscriber.complete();
      };
      const look = (): void => {
        if (busy || subscriber.closed) return;
        busy = true;
        this.asSeenNow(sessionHash, id)
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
      look();
    });
  }

  /** With the rights of this moment, not of when the stream began. */
  private async asSeenNow(sessionHash: Buffer, id: string): Promise<DocumentView | null> {
    const actor = await this.sessions.rightsOf(sessionHash);
    return actor && this.documents.find({ actor }, id);
  }
}

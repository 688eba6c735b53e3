import { Injectable } from '@nestjs/common';
import type { AgendaPointView } from '../../contracts/agenda-points.js';
import type { PostponedPointsView, TakeOnPoint } from '../../contracts/postponed-points.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { AgendaCarryingService, readPostponed, recordClosedReads } from '../agenda-points/index.js';
import { carryAttachments } from '../attachments/index.js';
import { loadRunMeeting } from '../meetings/index.js';

/** What a body has put off: offered on the agenda that is being made, and taken on with its papers. */
@Injectable()
export class PostponedPointsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly carrying: AgendaCarryingService,
  ) {}

  async list(context: RequestContext, meetingId: string): Promise<PostponedPointsView> {
    const tx = this.transactions.reader;
    const { meeting } = await loadRunMeeting(tx, context.actor, meetingId);
    const rows = await readPostponed(tx, meeting, context.actor.disqualifiedFrom);
    await recordClosedReads(tx, context, meetingId, rows, 'all');
    return { items: rows };
  }

  takeOn(context: RequestContext, meetingId: string, asked: TakeOnPoint): Promise<AgendaPointView> {
    return this.transactions.run(context, (tx) =>
      this.carrying.carry(tx, context, meetingId, asked, (ids) =>
        carryAttachments(tx, context, meetingId, ids),
      ),
    );
  }
}

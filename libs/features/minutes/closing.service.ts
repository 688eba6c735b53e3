import { Injectable } from '@nestjs/common';
import type { MeetingView } from '../../contracts/meetings.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkVersion } from '../../platform/database/versioned.js';
import { record } from '../../platform/events/event-log.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ApprovalService } from '../indstillinger/index.js';
import { MeetingsService, loadRunMeeting } from '../meetings/index.js';
import { settledIndstillinger } from './minutes.queries.js';

/** Closes meetings: every point has its outcome and the minutes are approved, so what was decided stands. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsService,
    private readonly approval: ApprovalService,
  ) {}

  close(context: RequestContext, meetingId: string, ifMatch: number): Promise<MeetingView> {
    return this.transactions.run(context, async (tx) => {
      const { meeting } = await loadRunMeeting(tx, context.actor, meetingId, { lock: true });
      checkVersion(meeting, ifMatch, await this.meetings.view(tx, context.actor, meeting));
      await this.meetings.moveOn(tx, context, meeting, { action: 'close', reason: null });
      const settled = await settledIndstillinger(tx, meetingId);
      for (const row of settled) {
        await this.approval.moveOn(tx, context, row, { action: 'decide', reason: null });
      }
      await record(tx, context, {
        name: 'meeting.closed',
        subject: { kind: 'meeting', id: meetingId },
        scopeId: meeting.bodyId,
        data: { indstillinger: settled.map((row) => row.id) },
      });
      return this.meetings.view(tx, context.actor, meeting);
    });
  }
}

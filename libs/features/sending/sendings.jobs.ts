import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { REGRET_SECONDS } from '../../platform/config/regret.js';
import { Subscriptions } from '../../platform/events/subscriptions.js';
import type { StoredEvent } from '../../platform/events/subscriptions.js';
import { JobRunner } from '../../platform/queue/job-runner.js';
import type { QueuedJob } from '../../platform/queue/job-queue.js';
import { CalendarChangesService } from './calendar-changes.service.js';
import { ReleasesService } from './releases.service.js';
import { SendingMails } from './sending-mails.js';

/** So that a job is never some milliseconds early (ms). */
const MARGIN_MS = 50;

/** The jobs of sending: to release what was pressed, to send its mails, and to tell calendars what has changed. */
@Injectable()
export class SendingsJobs implements OnModuleInit {
  constructor(
    private readonly releases: ReleasesService,
    private readonly mails: SendingMails,
    private readonly calendars: CalendarChangesService,
    private readonly runner: JobRunner,
    private readonly subscriptions: Subscriptions,
    private readonly clock: Clock,
    @Inject(REGRET_SECONDS) private readonly regretSeconds: number,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      name: 'sendings.release',
      handle: ({ sendingId }) => this.releases.release(sendingId),
    });
    this.runner.register({
      name: 'sendings.deliver',
      handle: ({ sendingId }) => this.mails.deliver(sendingId),
    });
    this.runner.register({
      name: 'sendings.tell-changes',
      handle: ({ meetingId }) => this.calendars.tell(meetingId),
    });
    this.subscriptions.on('sending.requested', (event) => this.releaseOf(event));
    for (const name of ['sending.released', 'sending.retried'] as const)
      this.subscriptions.on(name, ({ id, data }) => ({
        name: 'sendings.deliver',
        payload: { sendingId: String(data.sendingId) },
        jobId: `sendings.deliver-${id}`,
      }));
    // Day, time and place are often changed one after another: calendars are told once, and what was taken back not at all.
    for (const name of ['meeting.changed', 'meeting.moved-on'] as const)
      this.subscriptions.on(name, ({ id, subject_id: meetingId }) => ({
        name: 'sendings.tell-changes',
        payload: { meetingId },
        jobId: `sendings.tell-changes-${id}`,
        delayMs: this.regretSeconds * 1000,
      }));
  }

  private releaseOf({ id, data }: StoredEvent): QueuedJob {
    const due = Date.parse(String(data.dueAt));
    return {
      name: 'sendings.release',
      payload: { sendingId: String(data.sendingId) },
      jobId: `sendings.release-${id}`,
      delayMs: Math.max(0, due - this.clock.now().getTime()) + MARGIN_MS,
    };
  }
}

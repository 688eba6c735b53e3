import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Transactions } from '../../platform/database/transactions.js';
import { forgetReads } from '../../platform/events/read-log.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { OrganisationModule } from '../organisation/index.js';
import { AuditController } from './audit.controller.js';
import { EventEntity } from './event.entity.js';
import { HistoryService } from './history.service.js';
import { MeetingHistoryService } from './meeting-history.service.js';
import { PersonRecordService } from './person-record.service.js';
import { ReadableSubjects, SubjectsByTheirScope } from './readable-subjects.js';

@Module({
  imports: [TypeOrmModule.forFeature([EventEntity]), OrganisationModule],
  controllers: [AuditController],
  providers: [
    HistoryService,
    MeetingHistoryService,
    PersonRecordService,
    { provide: ReadableSubjects, useClass: SubjectsByTheirScope },
  ],
  exports: [PersonRecordService],
})
export class AuditModule {}

/** The worker's side: what was only kept to record reads once an hour goes away. */
@Module({})
export class AuditJobsModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'audit.forget-reads',
      everySeconds: 3600,
      run: () => forgetReads(this.transactions.reader),
    });
  }
}

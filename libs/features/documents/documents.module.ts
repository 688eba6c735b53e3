import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaPointsModule } from '../agenda-points/index.js';
import { IdentityModule } from '../identity/index.js';
import { IndstillingRow, IndstillingerModule } from '../indstillinger/index.js';
import { SendingModule } from '../sending/index.js';
import { Converter, SOFFICE } from './converter.js';
import { DocumentExists } from './document-exists.guard.js';
import { DocumentModels } from './document-models.js';
import { DocumentProgress } from './document-progress.js';
import { DocumentRequests } from './document-requests.js';
import { DocumentRow } from './document.entity.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentJobs } from './documents.jobs.js';
import { DocumentsService } from './documents.service.js';
import { IndstillingModels } from './indstilling-models.js';
import { ReturnedDocumentRow } from './returned-document.entity.js';
import { ReturnedDocumentsController } from './returned-documents.controller.js';
import { ReturnedDocumentsService } from './returned-documents.service.js';
import { ReturnedReading } from './returned-reading.js';
import { ReturnedTaking } from './returned-taking.js';
import { SubmissionJobs } from './submissions.jobs.js';
import { WordReader } from './word-reader.js';
import { WordReadingRow } from './word-reading.entity.js';
import { WordReadingJobs } from './word-readings.jobs.js';
import { WordReadingsController } from './word-readings.controller.js';
import { WordReadingsService } from './word-readings.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DocumentRow, ReturnedDocumentRow, WordReadingRow]),
    IdentityModule,
    SendingModule,
    AgendaPointsModule,
    IndstillingerModule,
  ],
  controllers: [DocumentsController, ReturnedDocumentsController, WordReadingsController],
  providers: [
    ...[DocumentsService, DocumentModels, IndstillingModels, DocumentRequests],
    ...[DocumentProgress, DocumentExists],
    ...[ReturnedDocumentsService, ReturnedReading, ReturnedTaking, WordReadingsService, WordReader],
  ],
  exports: [DocumentsService],
})
export class DocumentsModule {}

/** The worker's side: makes the documents. */
@Module({})
export class DocumentsJobsModule {
  /** `soffice`: LibreOffice, by a name on the path or where it lies. */
  static forRoot({ soffice = 'soffice' }: { readonly soffice?: string }): DynamicModule {
    return {
      module: DocumentsJobsModule,
      imports: [TypeOrmModule.forFeature([DocumentRow, IndstillingRow])],
      providers: [
        ...[DocumentJobs, SubmissionJobs, WordReadingJobs, IndstillingModels, DocumentRequests, Converter],
        { provide: SOFFICE, useValue: soffice },
      ],
    };
  }
}

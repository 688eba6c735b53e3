import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaPointsModule } from '../agenda-points/index.js';
import { IndstillingerModule } from '../indstillinger/index.js';
import { AttachmentFileJobs } from './attachment-files.jobs.js';
import { AttachmentFilesController } from './attachment-files.controller.js';
import { AttachmentFilesService } from './attachment-files.service.js';
import { AttachmentVersionRow } from './attachment-version.entity.js';
import { AttachmentRow } from './attachment.entity.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { IncomingFiles } from './incoming-files.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([AttachmentRow, AttachmentVersionRow]),
    AgendaPointsModule,
    IndstillingerModule,
  ],
  controllers: [AttachmentsController, AttachmentFilesController],
  providers: [AttachmentsService, AttachmentFilesService, IncomingFiles],
  exports: [AttachmentsService],
})
export class AttachmentsModule {}

/** The worker's side: takes away what is left of files. */
@Module({ providers: [AttachmentFileJobs] })
export class AttachmentsJobsModule {}

import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { IndstillingReadingsController } from './indstilling-readings.controller.js';
import { IndstillingReadingsService } from './indstilling-readings.service.js';
import { OwnHighlightsService } from './own-highlights.service.js';
import { OwnMarksService } from './own-marks.service.js';
import { OwnNotesService } from './own-notes.service.js';
import { OwnReadingController } from './own-reading.controller.js';
import { OwnReadingService } from './own-reading.service.js';

import { ReadingOverviewController } from './reading-overview.controller.js';
import { ReadingOverviewService } from './reading-overview.service.js';

@Module({
  controllers: [
    OwnReadingController,
    CommentsController,
    ReadingOverviewController,
    IndstillingReadingsController,
  ],
  providers: [
    OwnReadingService,
    OwnNotesService,
    OwnMarksService,
    OwnHighlightsService,
    CommentsService,
    ReadingOverviewService,
    IndstillingReadingsService,
  ],
})
export class ReadingModule {}

import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { OwnHighlightsService } from './own-highlights.service.js';
import { OwnMarksService } from './own-marks.service.js';
import { OwnNotesService } from './own-notes.service.js';
import { OwnReadingController } from './own-reading.controller.js';
import { OwnReadingService } from './own-reading.service.js';

@Module({
  controllers: [OwnReadingController, CommentsController],
  providers: [OwnReadingService, OwnNotesService, OwnMarksService, OwnHighlightsService, CommentsService],
})
export class ReadingModule {}

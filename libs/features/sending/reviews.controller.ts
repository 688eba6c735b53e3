import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { askReviewers, ownReview, reviewers, sayRead } from '../../contracts/reviews.js';
import type { AskReviewers, SayRead } from '../../contracts/reviews.js';
import { Answers } from '../../platform/http/answers.js';
import { IfMatch } from '../../platform/http/etag.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { ReviewsService } from './reviews.service.js';

@ApiTags('Sendings')
@Controller()
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('meetings/:id/reviewers')
  @Answers(reviewers, { summary: 'Who reads the agenda through before it is sent', refuses: [403, 404] })
  listReviewers(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.reviews.list(context, meetingId);
  }

  @Put('meetings/:id/reviewers')
  @Answers(reviewers, {
    summary: 'Give the agenda to these people to read through, and take it back from all others',
    ifMatch: true,
    refuses: [403, 404, 409, 422],
  })
  askReviewers(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @IfMatch() ifMatch: number,
    @Body({ schema: askReviewers }) request: AskReviewers,
  ) {
    return this.reviews.ask(context, meetingId, ifMatch, request);
  }

  @Post('reviewers/:id/retry')
  @Answers(reviewers, {
    summary: 'Try a mail to a reviewer that failed again, at the address they have now',
    status: 202,
    refuses: [404, 409],
  })
  retryReviewMail(@Context() context: RequestContext, @Param('id', { schema: id }) reviewId: string) {
    return this.reviews.retry(context, reviewId);
  }

  @Get('meetings/:id/review')
  @Answers(ownReview, { summary: 'The review that whoever asks is asked for', refuses: [404] })
  getOwnReview(@Context() context: RequestContext, @Param('id', { schema: id }) meetingId: string) {
    return this.reviews.own(context, meetingId);
  }

  @Put('meetings/:id/review')
  @Answers(ownReview, { summary: 'Say that one has read the agenda through', refuses: [403, 404] })
  sayRead(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) meetingId: string,
    @Body({ schema: sayRead }) said: SayRead,
  ) {
    return this.reviews.sayRead(context, meetingId, said);
  }
}

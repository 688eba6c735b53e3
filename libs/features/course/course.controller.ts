import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '../../contracts/common.js';
import { course } from '../../contracts/course.js';
import { Answers } from '../../platform/http/answers.js';
import { Context } from '../../platform/http/request-context.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { CourseService } from './course.service.js';

@ApiTags('Course')
@Controller()
export class CourseController {
  constructor(private readonly courses: CourseService) {}

  @Get('indstillinger/:id/course')
  @Answers(course, {
    summary:
      'What happened to the case of an indstilling, across bodies and years, as far as you may read it',
    refuses: [404],
  })
  getCourseOfIndstilling(
    @Context() context: RequestContext,
    @Param('id', { schema: id }) indstillingId: string,
  ) {
    return this.courses.ofIndstilling(context, indstillingId);
  }

  @Get('agenda-points/:id/course')
  @Answers(course, {
    summary: 'The same of the case of a point; where it has no indstilling, what became of the point itself',
    refuses: [404],
  })
  getCourseOfPoint(@Context() context: RequestContext, @Param('id', { schema: id }) pointId: string) {
    return this.courses.ofPoint(context, pointId);
  }
}

import { HttpCode, applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { problem } from '../../contracts/problem.js';

interface AnswerOptions {
  /** What the route does, one line for the documentation. */
  readonly summary: string;
  /** The status when it succeeds; 200 when left out. */
  readonly status?: number;
  /** The statuses of refusal worth documenting beside 400. */
  readonly refuses?: readonly number[];
  /** The route takes If-Match; `to-change`: only when the thing is there already. */
  readonly ifMatch?: boolean | 'to-change';
}

/** Documents a route and its answer from the same schema the service promises, and sets its success status. */
export function Answers(schema: z.ZodType, options: AnswerOptions): MethodDecorator {
  const status = options.status ?? 200;
  const refusals = [400, ...(options.refuses ?? []), ...(options.ifMatch ? [412, 428] : [])];
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary: options.summary }),
    // "No content" has no schema: JSON Schema cannot say it.
    ApiResponse({
      status,
      description: options.summary,
      ...(status === 204 ? {} : { standardSchema: schema }),
    }),
    ...(options.ifMatch
      ? [
          ApiHeader({
            name: 'If-Match',
            required: options.ifMatch === true,
            schema: { type: 'string', example: '"1"' },
          }),
        ]
      : []),
    ...(status === 201 || status === 202
      ? [ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string' } })]
      : []),
    ...refusals.map((refusal) =>
      ApiResponse({ status: refusal, standardSchema: problem, description: 'Refused' }),
    ),
  );
}

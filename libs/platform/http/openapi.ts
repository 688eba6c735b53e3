import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Serves the OpenAPI 3 document at `/api/openapi.json` and Swagger UI at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  const description = [
    'Meetings, agendas, minutes and follow-ups of a Danish municipal department.',
    'Changes carry If-Match with the ETag of what they change; a POST may carry an Idempotency-Key.',
    'Refusals are problem responses (RFC 9457) with a stable code.',
  ].join(' ');
  const config = new DocumentBuilder()
    .setTitle('Dagsorden')
    .setDescription(description)
    .setVersion('1')
    .build();
  const build = () =>
    SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
  SwaggerModule.setup('api/docs', app, build, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Dagsorden API',
  });
}

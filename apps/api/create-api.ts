import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LOCAL_ACCESS } from '../../libs/platform/config/access.js';
import { WakeUps } from '../../libs/platform/events/wake-ups.js';
import { HttpAdapter } from '../../libs/platform/http/http-adapter.js';
import { configureHttp } from '../../libs/platform/http/serve.js';
import { nestLogger } from '../../libs/platform/log/logger.js';
import type { PlatformOptions } from '../../libs/platform/platform.module.js';
import { ApiModule } from './api.module.js';

/** Makes the api, ready to listen. */
export async function createApi(options: PlatformOptions): Promise<NestExpressApplication> {
  const nestOptions = { logger: nestLogger(options.logger), bodyParser: false, abortOnError: false };
  const adapter = new HttpAdapter();
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.forRoot(options),
    adapter,
    nestOptions,
  );
  configureHttp(app, adapter, options.logger, options.access ?? LOCAL_ACCESS);
  // Events are for the worker: to hear of each would cost every change more than it costs to write it down.
  await app.get(WakeUps).start(['document']);
  return app;
}

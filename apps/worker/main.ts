import 'reflect-metadata';
import { readConfig } from '../../libs/platform/config/config.js';
import { endWithParent, reportReady } from '../../libs/platform/config/process.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { createWorker } from './create-worker.js';

const config = readConfig();
const logger = createLogger('worker', config.logLevel);
if (config.databaseUrl === null) {
  logger.fatal('DATABASE_URL is not set. `npm start` sets it for its embedded database.');
  process.exit(1);
}
const app = await createWorker({
  databaseUrl: config.databaseUrl,
  redisUrl: config.redisUrl,
  dataDir: config.dataDir,
  auditKey: config.auditKey,
  applicationName: 'dagsorden-worker',
  logger,
  access: config.access,
  regretSeconds: config.regretSeconds,
  mail: config.mail,
  soffice: config.soffice,
});
logger.info({ queue: config.redisUrl === null ? 'postgresql' : 'redis' }, 'the worker takes jobs');
endWithParent(() => app.close());
reportReady();

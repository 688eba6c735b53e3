import 'reflect-metadata';
import { readConfig } from '../../libs/platform/config/config.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { endWithParent, reportReady } from '../../libs/platform/config/process.js';
import { createApi } from './create-api.js';

const config = readConfig();
const logger = createLogger('api', config.logLevel);
if (config.databaseUrl === null) {
  logger.fatal('DATABASE_URL is not set. `npm start` sets it for its embedded database.');
  process.exit(1);
}
const app = await createApi({
  databaseUrl: config.databaseUrl,
  dataDir: config.dataDir,
  applicationName: 'dagsorden-api',
  logger,
  access: config.access,
  regretSeconds: config.regretSeconds,
});
await app.listen(config.port, config.host);
logger.info({ port: config.port }, 'the api answers');
endWithParent(() => app.close());
reportReady();

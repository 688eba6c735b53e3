import { readConfig } from '../../../libs/platform/config/config.js';
import type { Config } from '../../../libs/platform/config/config.js';
import { migrate } from '../../../libs/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../../libs/platform/database/embedded/index.js';
import { LocalProviderRefusal, refuseWhereItWouldBeOpen } from '../../../libs/features/identity/index.js';
import type { LocalProvider, startLocalProvider } from '../../../libs/features/identity/index.js';
import type { EmbeddedPostgres } from '../../../libs/platform/database/embedded/index.js';
import { RefusalError } from '../command.js';
import type { Surroundings } from '../command.js';
import type { SampleOutcome } from '../sample.js';
import type { Connected } from '../with-database.js';
import { superviseChild } from './child.js';
import type { SupervisedChild } from './child.js';
import { claimPort } from './port.js';
import { welcomeText } from './welcome.js';

/** What the supervisor starts, and how the sample gets into an empty database; tests give it stand-ins. */
export interface Parts {
  readonly scripts: Readonly<Record<'api' | 'worker', string>>;
  readonly seedWhenEmpty: (connected: Connected) => Promise<SampleOutcome>;
  readonly startProvider: typeof startLocalProvider;
}

/** A running product. */
export interface Running {
  stop(): Promise<void>;
}

/** What has been started so far, and is to be stopped again. */
interface Started {
  database: EmbeddedPostgres | null;
  provider: LocalProvider | null;
  readonly children: SupervisedChild[];
}

/**
 * Starts the whole product and resolves when it answers: the embedded database unless DATABASE_URL is set, migrations,
 * the sample where nothing is there yet, a local identity provider unless OIDC_ISSUER is set, worker and api. What was started is stopped again when a later part fails.
 */
export async function startEverything(parts: Parts, around: Surroundings): Promise<Running> {
  const asked = readConfig(around.env);
  if (asked.access.provider === null) refuseAnOpenTrial(asked);
  const port = await claimPort(asked.host, asked.port);
  const config = readConfig({ ...around.env, PORT: String(port) });
  const started: Started = { database: null, provider: null, children: [] };
  const stop = async (): Promise<void> => {
    await Promise.all(started.children.map((child) => child.stop()));
    await started.provider?.stop();
    await started.database?.stop();
  };
  try {
    const connected = await reachDatabase(config, around, started);
    const ran = await migrate({ url: connected.databaseUrl, applicationName: 'dagsorden-migrate' });
    if (ran.length > 0) around.say(`The database has been brought up to date (${ran.length} migrations).`);
    const sample = await parts.seedWhenEmpty(connected);
    started.provider = await startProvider(parts, connected, around);
    const env = childEnvironment(around.env, connected, started.provider);
    await startApps(parts, env, around, started);
    await around.out(welcome(connected, sample, started.provider !== null));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Said before anything is started. */
function refuseAnOpenTrial({ access, host, production }: Config): void {
  try {
    refuseWhereItWouldBeOpen({ publicUrl: access.publicUrl, host, production });
  } catch (error) {
    throw error instanceof LocalProviderRefusal ? new RefusalError(error.message) : error;
  }
}

/** Only the sample people can sign in there, whatever the database holds. */
async function startProvider(
  parts: Parts,
  { config, databaseUrl }: Connected,
  { say }: Surroundings,
): Promise<LocalProvider | null> {
  const { access, dataDir, host, production } = config;
  if (access.provider !== null) return null;
  const { publicUrl } = access;
  return parts.startProvider({
    ...{ databaseUrl, dataDir, publicUrl, host, production },
    port: Math.min(config.port + 1, 65_535),
    log: say,
  });
}

/** Both at once; when one does not start, the other is noted all the same, so that it is stopped. */
async function startApps(
  { scripts }: Parts,
  env: NodeJS.ProcessEnv,
  { say }: Surroundings,
  { children }: Started,
): Promise<void> {
  const names = ['worker', 'api'] as const;
  const attempts = await Promise.allSettled(
    names.map((name) => superviseChild({ name, script: scripts[name], env }, { say })),
  );
  for (const attempt of attempts) if (attempt.status === 'fulfilled') children.push(attempt.value);
  for (const attempt of attempts) if (attempt.status === 'rejected') throw attempt.reason;
}

async function reachDatabase(config: Config, around: Surroundings, started: Started): Promise<Connected> {
  if (config.databaseUrl !== null) {
    return { config, databaseUrl: config.databaseUrl, embedded: false };
  }
  started.database = await startEmbeddedPostgres({ dataDir: config.dataDir, log: around.say });
  return { config, databaseUrl: started.database.url, embedded: true };
}

/** A terminal is not the place for a line per request: the children are quiet unless LOG_LEVEL says otherwise. */
function childEnvironment(
  env: NodeJS.ProcessEnv,
  { config, databaseUrl }: Connected,
  provider: LocalProvider | null,
): NodeJS.ProcessEnv {
  return {
    ...env,
    PUBLIC_URL: config.access.publicUrl,
    ...(provider === null
      ? {}
      : {
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: provider.clientId,
          OIDC_CLIENT_SECRET: provider.clientSecret,
        }),
    DATABASE_URL: databaseUrl,
    DATA_DIR: config.dataDir,
    HOST: config.host,
    PORT: String(config.port),
    ...(env.LOG_LEVEL ? {} : { LOG_LEVEL: 'warn' }),
  };
}

function welcome(
  { config, databaseUrl, embedded }: Connected,
  sample: SampleOutcome,
  isTrial: boolean,
): string {
  const { hostname, pathname } = new URL(databaseUrl);
  return welcomeText({
    address: config.access.publicUrl,
    isTrial,
    database: embedded ? `embedded PostgreSQL in ${config.dataDir}` : `${pathname.slice(1)} on ${hostname}`,
    queue: config.redisUrl === null ? 'in the same PostgreSQL' : 'Redis',
    sampleLoaded: sample === 'loaded',
  });
}

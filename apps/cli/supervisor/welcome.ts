/** What stands on the terminal once everything runs. */
export interface Welcome {
  readonly host: string;
  readonly port: number;
  /** Where the database is, in words. */
  readonly database: string;
  readonly queue: string;
  readonly sampleLoaded: boolean;
}

/** The address of the product and a few calls to try, for somebody who has just started it. */
export function welcomeText({ host, port, database, queue, sampleLoaded }: Welcome): string {
  const address = `http://${isAnyAddress(host) ? 'localhost' : bracketed(host)}:${port}`;
  return [
    '',
    `Dagsorden is running at ${address}`,
    '',
    `  Description of the API   ${address}/api/docs`,
    `  Database                 ${database}`,
    `  Queue                    ${queue}`,
    ...(sampleLoaded ? ['  A sample municipality has been loaded: invented, to try things on.'] : []),
    '',
    'Try:',
    `  curl -s ${address}/api/v1/bodies`,
    `  curl -s ${address}/api/v1/meetings`,
    `  curl -s ${address}/api/v1/follow-ups`,
    '',
    'README.md goes on from there. Ctrl-C stops everything.',
    '',
  ].join('\n');
}

const isAnyAddress = (host: string): boolean => ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** What stands on the terminal once everything runs. */
export interface Welcome {
  /** The address people use. */
  readonly address: string;
  /** Whether the invented people can sign in, at a provider of the product's own. */
  readonly isTrial: boolean;
  /** Where the database is, in words. */
  readonly database: string;
  readonly queue: string;
  readonly sampleLoaded: boolean;
}

/** The address of the product and a few calls to try, for somebody who has just started it. */
export function welcomeText({ address, isTrial, database, queue, sampleLoaded }: Welcome): string {
  return [
    '',
    `Dagsorden is running at ${address}`,
    '',
    `  Description of the API   ${address}/api/docs`,
    `  Database                 ${database}`,
    `  Queue                    ${queue}`,
    ...(sampleLoaded ? ['  A sample municipality has been loaded: invented, to try things on.'] : []),
    ...(isTrial ? toTry(address) : []),
    '',
    'README.md goes on from there. Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** MSA is of the secretariat, which sees most. */
function toTry(address: string): string[] {
  return [
    '',
    'Sign in in a browser and choose whom to be, or try from a terminal:',
    `  node tools/sign-in.mjs --as MSA --url ${address} --out cookie.txt`,
    `  curl -s -b cookie.txt ${address}/api/v1/meetings`,
    `  curl -s -b cookie.txt ${address}/api/v1/follow-ups`,
  ];
}

/** Passwords that guides and images print: whoever reads them knows them. */
const WELL_KNOWN = [
  ...['admin', 'changeit', 'changeme', 'dagsorden', 'default', 'example', 'letmein', 'password', 'passw0rd'],
  ...[
    'postgres',
    'postgresql',
    'qwerty',
    'redis',
    'secret',
    'test',
    '123456',
    '12345678',
    'hemmelig',
    'kodeord',
  ],
];

const SHORTEST = { secret: 24, password: 12 } as const;

/**
 * What is wrong with a secret somebody chose, as the end of a sentence that begins with its variable's name; null when
 * nothing is. A secret shared with another system has at least 24 characters, a password of a database 12; both are
 * more than a well-known word repeated or filled up with digits.
 */
export function secretFault(value: string, kind: keyof typeof SHORTEST): string | null {
  if (value.length < SHORTEST[kind]) return `must have at least ${SHORTEST[kind]} characters`;
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  const rest = WELL_KNOWN.reduce((left, word) => left.replaceAll(word, ''), plain);
  const isFilledUp = rest.replace(/\d+/g, '').length === 0;
  const isOfFewCharacters = new Set(value).size < 6;
  return isFilledUp || isOfFewCharacters ? 'is a default or easily guessed' : null;
}

/**
 * What is wrong with the password inside the address of a database; null when there is none in it (the server then asks
 * for something else, such as a certificate or a socket's owner) or it is fine.
 */
export function passwordInAddressFault(address: string): string | null {
  const { password } = new URL(address);
  return password === '' ? null : secretFault(decodeURIComponent(password), 'password');
}

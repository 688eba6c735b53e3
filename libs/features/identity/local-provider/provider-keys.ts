import { generateKeyPair, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const schema = z.object({
  /** The private key that signs ID tokens, as a JWK. */
  signing: z.record(z.string(), z.string()),
  cookies: z.string().min(32),
  clientSecret: z.string().min(32),
});

/** What the local identity provider keeps to itself, and the secret it shares with the api. */
export type ProviderKeys = z.infer<typeof schema>;

/**
 * Reads the provider's keys from `identity/provider-keys.json` below the data folder, and makes them at the first start.
 * Throws when somebody else can read the file, or when it is damaged: the message names it.
 */
export async function providerKeys(dataDir: string): Promise<ProviderKeys> {
  const folder = join(dataDir, 'identity');
  const file = join(folder, 'provider-keys.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await stat(file).catch(() => null);
  if (found === null) return makeKeys(file);
  if ((found.mode & 0o077) !== 0) {
    throw new Error(
      `${file} can be read by others than its owner. Delete it: new keys are made at the next start.`,
    );
  }
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new Error(`${file} is damaged. Delete it: new keys are made at the next start.`);
  }
}

async function makeKeys(file: string): Promise<ProviderKeys> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const keys = schema.parse({
    signing: { ...jwk, use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') },
    cookies: randomBytes(32).toString('base64url'),
    clientSecret: randomBytes(32).toString('base64url'),
  });
  const handle = await open(`${file}.new`, 'w', 0o600);
  await handle.chmod(0o600);
  await handle.writeFile(JSON.stringify(keys));
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
  return keys;
}

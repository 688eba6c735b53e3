import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../storage/file-store.js';

/** The key that signs the checkpoints of the audit trail (Ed25519). */
export interface AuditKey {
  /** The SHA-256 of the public half, shortened: it tells keys apart and gives nothing away. */
  readonly fingerprint: string;
  /** The signature of a text, in base64. */
  sign(text: string): string;
  /** Whether a signature in base64 is this key's for the text. */
  isSigned(text: string, signature: string): boolean;
}

/** What stands before the 32 bytes of an Ed25519 seed in PKCS 8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that a seed of 32 bytes in base64 makes. */
export function auditKeyOf(seed: string): AuditKey {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(seed, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(key);
  const written = publicKey.export({ format: 'der', type: 'spki' });
  return {
    fingerprint: createHash('sha256').update(written).digest('hex').slice(0, 16),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    isSigned: (text, signature) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  };
}

/** The key in the file `key` of a folder; null when there is none. */
export async function readAuditKey(folder: string): Promise<AuditKey | null> {
  try {
    return auditKeyOf((await readFile(join(folder, 'key'), 'utf8')).trim());
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The key in the file `key` of a folder, which only its owner may read; made when there is none. */
export async function keptAuditKey(folder: string): Promise<AuditKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const seed = randomBytes(32).toString('base64');
    await writeFile(join(folder, 'key'), `${seed}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  const key = await readAuditKey(folder);
  if (key === null) throw new Error(`There is no key in ${folder}.`);
  return key;
}

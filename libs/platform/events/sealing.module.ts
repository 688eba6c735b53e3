import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { auditKeyOf, keptAuditKey } from './audit-key.js';
import { CheckpointFile } from './checkpoint-file.js';
import { Checkpoints } from './checkpoints.js';
import { Sealer } from './sealer.js';

/** Where the checkpoints and, unless configured, their key are kept. */
export interface SealingOptions {
  readonly dataDir: string;
  /** The seed of the key in base64; when left out, a key is made and kept in the folder. */
  readonly auditKey?: string | null;
}

/** The folder of the checkpoints under the product's data folder. */
export function auditFolder(dataDir: string): string {
  return join(dataDir, 'audit');
}

/** The list of checkpoints under the product's data folder. */
export function checkpointFile(dataDir: string): CheckpointFile {
  return new CheckpointFile(join(auditFolder(dataDir), 'checkpoints.jsonl'));
}

/** The sealer of the audit trail: for the worker. */
@Module({})
export class SealingModule {
  static forRoot({ dataDir, auditKey }: SealingOptions): DynamicModule {
    const openKey = () =>
      auditKey == null ? keptAuditKey(auditFolder(dataDir)) : Promise.resolve(auditKeyOf(auditKey));
    return {
      module: SealingModule,
      providers: [
        {
          provide: Checkpoints,
          useFactory: (logger: Logger) => new Checkpoints(checkpointFile(dataDir), openKey, logger),
          inject: [LOGGER],
        },
        Sealer,
      ],
      exports: [Sealer],
    };
  }
}

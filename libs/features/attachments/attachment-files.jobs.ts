import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Sweeps } from '../../platform/events/sweeps.js';
import { LOGGER } from '../../platform/log/logger.js';
import type { Logger } from '../../platform/log/logger.js';
import { FileStore } from '../../platform/storage/file-store.js';
import { IS_STILL_READ } from './kept-attachments.js';
import { referencedAmong } from './stored-files.js';

const EVERY_SECONDS = 3600;
const HOUR_MS = 3_600_000;
/** A file is stored before its row says so: for so long nobody misses the row. */
const UNREFERENCED_HOURS = 24;
/** No upload takes as long: the server hangs up before. */
const PENDING_HOURS = 1;
/** For so long at least a removed bilag can be given back. */
const REMOVED_DAYS = 30;
/** For so long it can be seen what went wrong with an upload. */
const FAILED_DAYS = 7;
const BATCH = 500;

/** The worker's side of files: what processes that died left behind, and what nothing refers to any more, is taken away. */
@Injectable()
export class AttachmentFileJobs implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const register = (name: string, run: () => Promise<void>): void =>
      this.sweeps.register({ name, everySeconds: EVERY_SECONDS, run });
    register('uploads that were broken off', () => this.giveUpUploads());
    register('bilag that were removed', () => this.forgetRemoved());
    register('files that nothing refers to', async () => {
      await this.removeUnreferenced();
    });
  }

  /** Gives up files that never came, and forgets those that failed a while ago. */
  async giveUpUploads(): Promise<void> {
    await this.dataSource.query(
      `UPDATE attachment_version SET state = 'failed', reason = 'broken-off'
       WHERE state = 'pending' AND created_at < now() - make_interval(hours => $1)`,
      [PENDING_HOURS],
    );
    await this.dataSource.query(
      `DELETE FROM attachment_version WHERE state = 'failed' AND created_at < now() - make_interval(days => $1)`,
      [FAILED_DAYS],
    );
  }

  /**
   * Forgets bilag that were removed so long ago that nobody gives them back, and that nobody reads any more; then nothing
   * refers to their files.
   */
  async forgetRemoved(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM removed_attachment removed
       WHERE removed_at < now() - make_interval(days => $1) AND NOT ${IS_STILL_READ}`,
      [REMOVED_DAYS],
    );
  }

  /** Removes the files that were kept a day ago or more and that nothing refers to. Gives how many. */
  async removeUnreferenced(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNREFERENCED_HOURS * HOUR_MS);
    let removed = 0;
    let old: string[] = [];
    const sweep = async (): Promise<void> => {
      removed += await this.removeAmong(old, before);
      old = [];
    };
    for await (const { sha256, keptAt } of this.store.list()) {
      if (keptAt < before) old.push(sha256);
      if (old.length === BATCH) await sweep();
    }
    await sweep();
    if (removed > 0) this.logger.info({ removed }, 'files that nothing refers to were removed');
    return removed;
  }

  private async removeAmong(hashes: readonly string[], before: Date): Promise<number> {
    if (hashes.length === 0) return 0;
    const kept = await referencedAmong((sql, values) => this.dataSource.query(sql, [...values]), hashes);
    let removed = 0;
    for (const sha256 of hashes)
      if (!kept.has(sha256) && (await this.store.removeKeptBefore(sha256, before))) removed += 1;
    return removed;
  }
}

import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock/clock.js';
import { Sweeps } from './events/sweeps.js';
import { FileStore } from './storage/file-store.js';

const EVERY_SECONDS = 3600;
const HOUR_MS = 3_600_000;
/** No file takes a day to write. */
const HALF_FILE_HOURS = 24;
/** A request is repeated by somebody who was away from the network: over a holiday, hardly longer. */
const ANSWER_DAYS = 30;

/** The worker's side of the platform: half files and kept answers that nobody will ask for again are taken away. */
@Module({})
export class HousekeepingModule implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    const register = (name: string, run: () => Promise<void>): void =>
      this.sweeps.register({ name, everySeconds: EVERY_SECONDS, run });
    register('half-written files', () => this.removeHalfFiles());
    register('answers to repeated requests', () => this.forgetAnswers());
  }

  /** Removes what a process that died left half-written. */
  async removeHalfFiles(): Promise<void> {
    await this.files.removeHalfFiles(new Date(this.clock.now().getTime() - HALF_FILE_HOURS * HOUR_MS));
  }

  /** Forgets the answers kept under Idempotency-Keys; the same key later is a new request. */
  async forgetAnswers(): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)',
      [ANSWER_DAYS],
    );
  }
}

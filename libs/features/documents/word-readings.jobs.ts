import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Sweeps } from '../../platform/events/sweeps.js';

const EVERY_SECONDS = 3600;
/** For so long what was read can be taken over, some today and the rest another day; whoever comes later reads the file again. */
const READING_DAYS = 7;

/** The worker's side of Word files: what was read and lies there is forgotten; then nothing refers to the files. */
@Injectable()
export class WordReadingJobs implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    const run = (): Promise<void> => this.forgetOld();
    this.sweeps.register({ name: 'Word files that were read', everySeconds: EVERY_SECONDS, run });
  }

  /** Forgets readings after a week, whatever was taken over of them: what was taken stands in the indstilling. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM word_reading WHERE read_at < now() - make_interval(days => $1)',
      [READING_DAYS],
    );
  }
}

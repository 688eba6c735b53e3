import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endPipes } from './pipes.js';

/** Ends the pipes of the database with the process; the pool is ended by the module that made it. */
@Injectable()
export class EndOfPipes implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await endPipes(this.source);
  }
}

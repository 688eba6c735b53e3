import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { LOGGER } from '../log/logger.js';
import type { Logger } from '../log/logger.js';
import { PACE } from '../config/pace.js';
import type { Pace } from '../config/pace.js';

/** Work that is looked for, not announced: what is owed and was lost on the way, what has grown too old. */
export interface Sweep {
  readonly name: string;
  readonly everySeconds: number;
  run(): Promise<void>;
}

/** Runs the sweeps the features registered, each at its own pace, one run at a time. */
@Injectable()
export class Sweeps implements BeforeApplicationShutdown {
  private readonly sweeps: Sweep[] = [];
  private timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  register(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  start(): void {
    this.timers = this.sweeps.map((sweep) => {
      let busy = false;
      return setInterval(
        () => {
          if (busy) return;
          busy = true;
          const run = this.runOnce(sweep).finally(() => {
            busy = false;
            this.running.delete(run);
          });
          this.running.add(run);
        },
        this.secondsOf(sweep) * 1000,
      );
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
  }

  private secondsOf({ everySeconds }: Sweep): number {
    const { sweepSeconds } = this.pace;
    return sweepSeconds === null ? everySeconds : Math.min(everySeconds, sweepSeconds);
  }

  private async runOnce(sweep: Sweep): Promise<void> {
    try {
      await sweep.run();
    } catch (error) {
      this.logger.warn({ err: error, sweep: sweep.name }, 'sweep failed');
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Outcome } from '../../domain/outcome.js';
import type { Actor } from '../../domain/rights/index.js';
import { ProblemError, orRefuse, problemOf } from '../../platform/http/problem-error.js';
import { LOGGER } from '../../platform/log/logger.js';
import type { Logger } from '../../platform/log/logger.js';
import { THREAD_LIMITS } from '../../platform/threads/thread-limits.js';
import type { ThreadLimits } from '../../platform/threads/thread-limits.js';
import { ThreadEnded, ThreadPool } from '../../platform/threads/thread-pool.js';
import { threadScript } from '../../platform/threads/thread-script.js';
import { TooManyWaiting } from '../../platform/threads/turns.js';
import type { Found, Given, WordReaderName, WordTask } from './word-readers.js';

/** Reads Word files in threads of their own: a long one takes seconds, in which everybody else is answered. */
@Injectable()
export class WordReader implements OnModuleDestroy {
  private readonly threads: ThreadPool;

  constructor(
    @Inject(THREAD_LIMITS) limits: ThreadLimits,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.threads = new ThreadPool(threadScript('./word-reader.thread.js', import.meta.url), limits);
  }

  onModuleDestroy(): Promise<void> {
    return this.threads.close();
  }

  /**
   * What a reader finds; `given` is worked out once there is a thread for it. Throws what the reader refuses as the problem
   * it is, `word-too-heavy` where the file takes more time or memory than one may, and `too-many-uploads` where enough of
   * theirs wait.
   */
  async read<Name extends WordReaderName>(
    { personId }: Pick<Actor, 'personId'>,
    reader: Name,
    given: () => Promise<Given<Name>>,
  ): Promise<Found<Name>> {
    try {
      const task = async (): Promise<WordTask<Name>> => ({ reader, given: await given() });
      return orRefuse((await this.threads.run(personId ?? '', task)) as Outcome<Found<Name>>);
    } catch (error) {
      if (error instanceof TooManyWaiting)
        throw problemOf(
          'too-many-uploads',
          'Wait until some of the files that you asked for have been read.',
        );
      if (!(error instanceof ThreadEnded)) throw error;
      this.logger.warn({ reader, why: error.why }, 'a Word file was given up');
      throw new ProblemError('word-too-heavy', 'The file takes more time or memory to read than it may.', {
        at: 'file',
      });
    }
  }
}

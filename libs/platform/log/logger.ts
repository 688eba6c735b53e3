import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { plainError } from './plain-error.js';

export type { Logger } from 'pino';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

/** The structured JSON logger of a process: to standard output unless told otherwise, and without personal data. */
export function createLogger(process: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: plainError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Lets Nest speak through the product's logger; its start-up chatter is kept at debug. */
export function nestLogger(logger: Logger): LoggerService {
  const context = (params: unknown[]): { context: string } => ({
    context: params.filter((param) => typeof param === 'string').at(-1) ?? 'Nest',
  });
  return {
    log: (message: unknown, ...params: unknown[]) => logger.debug(context(params), String(message)),
    error: (message: unknown, ...params: unknown[]) => logger.error(context(params), String(message)),
    warn: (message: unknown, ...params: unknown[]) => logger.warn(context(params), String(message)),
    debug: (message: unknown, ...params: unknown[]) => logger.debug(context(params), String(message)),
    verbose: (message: unknown, ...params: unknown[]) => logger.debug(context(params), String(message)),
  };
}

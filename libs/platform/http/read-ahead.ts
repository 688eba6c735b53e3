import { SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Prepared } from '../database/prepared.js';
import { requestSlot } from './request-slot.js';

/**
 * What a route reads of the thing that its address names, fetched in the round trip that finds out who asks: a statement
 * of one row and one column at most, in which `:id` stands for the id in the address. It is only read; whether the one who
 * asks sees it is for the route to say, as if it had asked itself.
 */
export interface ReadAhead<Row> extends Prepared {
  /** There for the type alone: what the column holds, as the driver gives it. */
  readonly row?: Row;
}

/** What was read ahead for a request: the row, or null where there is none. */
export interface AlreadyRead {
  readonly name: string;
  readonly id: string;
  readonly row: unknown;
}

/** The mark of routes that have something read ahead. */
export const READ_AHEAD = 'http:read-ahead';

/** Marks a route whose `:id` is read ahead. */
export const ReadsAhead = <Row>(ahead: ReadAhead<Row>) => SetMetadata(READ_AHEAD, ahead);

const alreadyRead = requestSlot<AlreadyRead>('already read');

/** Keeps what was read ahead for a request. */
export function keepRead(request: Request, read: AlreadyRead): void {
  alreadyRead.set(request, read);
}

/** What was read ahead for a request, if anything. */
export function readFor(request: Request): AlreadyRead | undefined {
  return alreadyRead.get(request);
}

/** The row that was read ahead by this statement for this id; undefined where that was not done. */
export function rowOf<Row>(
  read: AlreadyRead | undefined,
  ahead: ReadAhead<Row>,
  id: string,
): Row | null | undefined {
  return read?.name === ahead.name && read.id === id ? (read.row as Row | null) : undefined;
}

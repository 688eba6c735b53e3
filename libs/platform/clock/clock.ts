import { Injectable } from '@nestjs/common';

const COPENHAGEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The only place the present moment comes from; tests give another. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }

  /** Today in Denmark as an ISO date. */
  today(): string {
    return COPENHAGEN.format(this.now()).slice(0, 10);
  }

  /** The time of day in Denmark as `HH:MM`. */
  timeOfDay(): string {
    return COPENHAGEN.format(this.now()).slice(11, 16);
  }
}

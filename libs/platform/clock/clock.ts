import { Injectable } from '@nestjs/common';

const COPENHAGEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

const MINUTE_MS = 60_000;

/** What was said last, and of which minute: every request asks for the day, and saying it takes longer than reading this. */
let said = { minute: NaN, text: '' };

/** The time in Copenhagen as `YYYY-MM-DD HH:MM`. */
function inCopenhagen(instant: Date): string {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  if (minute !== said.minute) said = { minute, text: COPENHAGEN.format(instant) };
  return said.text;
}

/** Where rules and rows take the present moment from; tests give another. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }

  /** Today in Denmark as an ISO date. */
  today(): string {
    return inCopenhagen(this.now()).slice(0, 10);
  }

  /** The time of day in Denmark as `HH:MM`. */
  timeOfDay(): string {
    return inCopenhagen(this.now()).slice(11, 16);
  }
}

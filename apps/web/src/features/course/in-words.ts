import type { CourseEntryView } from '../../../../../libs/contracts/course.js';
import { plainText } from '../../../../../libs/domain/text/index.js';
import { dateInText } from '../../lib/formats.js';
import { course as text } from '../../texts/course.js';
import { da } from '../../texts/da.js';

type Told = Pick<CourseEntryView, 'kind' | 'outcome' | 'toMeeting' | 'toBody'>;

/** What happened, in a few words. */
export function kindInWords({ kind, outcome, toMeeting, toBody }: Told): string {
  if (kind === 'deferred' && toMeeting !== null) return text.deferredTo(dateInText(toMeeting.date));
  if (kind === 'referred' && toBody !== null) return text.referredTo(toBody);
  if (kind === 'decided' && outcome !== null) return da.minutes.outcomes[outcome];
  return text.kinds[kind];
}

/** Whether what was minuted says more than those words do. */
export function saysMore(entry: Told & Pick<CourseEntryView, 'text'>): boolean {
  const minuted = plainText(entry.text).trim().replace(/\.$/, '');
  return minuted !== '' && minuted !== kindInWords(entry);
}

import { dateInList, dateInText, momentInText, weekdayInList, weekdayInText } from '../../lib/formats.js';

const FORMS = {
  list: dateInList,
  'list-weekday': weekdayInList,
  text: dateInText,
  'text-weekday': weekdayInText,
} as const;

/** A date as Danes write it, with the same date for machines. */
export function DateText({
  date,
  form = 'list',
}: {
  readonly date: string;
  readonly form?: keyof typeof FORMS;
}) {
  return <time dateTime={date}>{FORMS[form](date)}</time>;
}

/** A moment in Danish time, with the same moment for machines. */
export function MomentText({ instant }: { readonly instant: string }) {
  return <time dateTime={instant}>{momentInText(instant)}</time>;
}

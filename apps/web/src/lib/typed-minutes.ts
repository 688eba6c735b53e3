const LONGEST_DAY = 1440;

/** The minutes that were typed; null where nothing is, undefined where it is no number of minutes. */
export function minutesIn(text: string): number | null | undefined {
  const digits = text.trim().replace(/\s*min\.?$/, '');
  if (digits === '') return null;
  return /^\d{1,4}$/.test(digits) && Number(digits) <= LONGEST_DAY ? Number(digits) : undefined;
}

import { da } from '../../texts/da.js';

/** A greeting by the hour (0-23) in Denmark, by first name. */
export function greeting(hour: number, name: string): string {
  const first = name.split(' ')[0] ?? name;
  if (hour >= 5 && hour < 10) return da.overview.morning(first);
  return hour >= 10 && hour < 18 ? da.overview.day(first) : da.overview.evening(first);
}

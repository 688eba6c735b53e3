import type { AarshjulItem } from '../../../../../../libs/contracts/aarshjul.js';
import type { StandingPointFields } from '../../../../../../libs/contracts/organisation.js';
import { MONTHS } from '../../../../../../libs/domain/calendar/index.js';
import type { PointType } from '../../../../../../libs/domain/agenda/index.js';
import type { Faults, Fields } from '../../../lib/form.js';
import { capitalised } from '../../../lib/formats.js';
import type { ListRow } from '../../../lib/row-list.js';
import { templates } from '../../../texts/templates.js';

export const POINT_TYPES: readonly PointType[] = [
  'standing',
  'decision',
  'discussion',
  'information',
  'written-information',
];

export type StandingField = 'title' | 'type' | 'minutes' | 'fills';
export type AarshjulField = 'title' | 'month' | 'minutes' | 'type';

export const STANDING_LABELS: Readonly<Record<StandingField, string>> = {
  title: templates.title,
  type: templates.type,
  minutes: templates.minutes,
  fills: templates.standing.fills,
};

export const AARSHJUL_LABELS: Readonly<Record<AarshjulField, string>> = {
  title: templates.title,
  month: templates.month,
  minutes: templates.minutes,
  type: templates.type,
};

export function standingFields(point: StandingPointFields | null): Fields<StandingField> {
  return {
    title: point?.title ?? '',
    type: point?.type ?? 'standing',
    minutes: written(point?.minutes ?? null),
    fills: point?.fillsWith === undefined ? '' : 'yes',
  };
}

/** A standing point as it is sent; what the form does not show of it stays. */
export function standingOf({
  fields,
  item,
}: ListRow<StandingField, StandingPointFields>): StandingPointFields {
  const { purpose = [], method = null, responsible = null, visibility = 'open' } = item ?? {};
  return {
    ...{ title: fields.title.trim(), type: typeIn(fields.type), minutes: minutesOf(fields.minutes) },
    ...{ purpose, method, responsible, visibility },
    ...(fields.fills === 'yes' ? { fillsWith: 'latest-minutes' as const } : {}),
  };
}

export function aarshjulFields(item: AarshjulItem | null): Fields<AarshjulField> {
  return {
    title: item?.title ?? '',
    month: String(item?.month ?? 1),
    minutes: written(item?.minutes ?? null),
    type: item?.type ?? 'discussion',
  };
}

export function aarshjulItemOf({ fields }: ListRow<AarshjulField, AarshjulItem>): AarshjulItem {
  return {
    ...{ title: fields.title.trim(), month: Number(fields.month) },
    ...{ minutes: minutesOf(fields.minutes), type: typeIn(fields.type) },
  };
}

/** An item of the aarshjul as it is spoken of: `Budget, september`. */
export function aarshjulName({ title, month }: Fields<AarshjulField>): string {
  return title.trim() === '' ? '' : `${title.trim()}, ${MONTHS[Number(month) - 1] ?? ''}`;
}

export const MONTH_CHOICES = MONTHS.map((name, i) => ({ value: String(i + 1), text: capitalised(name) }));

/** What is wrong with the title and the minutes of the row in a place, from 1. */
export function pointFaults(
  { title, minutes }: Fields<'title' | 'minutes'>,
  place: number,
): Faults<'title' | 'minutes'> {
  const { fault } = templates;
  const faults: Partial<Record<'title' | 'minutes', string>> = {};
  if (title.trim() === '') faults.title = fault.title(place);
  if (title.trim().length > 300) faults.title = fault.longTitle(place);
  if (!/^\d*$/.test(minutes.trim()) || Number(minutes) > 1440) faults.minutes = fault.minutes(place);
  return faults;
}

const written = (minutes: number | null): string => (minutes === null ? '' : String(minutes));

const minutesOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

const typeIn = (text: string): PointType => POINT_TYPES.find((type) => type === text) ?? 'discussion';

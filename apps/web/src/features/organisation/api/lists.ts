import { queryOptions } from '@tanstack/react-query';
import type { BodyView, PersonView, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { wholeList } from '../../../lib/api/pages.js';

/** Bodies, units and people change seldom: what was read within five minutes is good enough for names. */
const SELDOM = 5 * 60_000;

export const bodiesQuery = queryOptions({
  queryKey: ['bodies'],
  queryFn: ({ signal }) => wholeList<BodyView>('bodies', {}, signal),
  staleTime: SELDOM,
});
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => wholeList<UnitView>('units', {}, signal),
  staleTime: SELDOM,
});
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => wholeList<PersonView>('people', {}, signal),
  staleTime: SELDOM,
});

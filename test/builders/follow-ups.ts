import { decision } from '../../libs/contracts/decisions.js';
import type { DecisionView } from '../../libs/contracts/decisions.js';
import { followUp, followUpsOfPoint } from '../../libs/contracts/follow-ups.js';
import type { FollowUpView } from '../../libs/contracts/follow-ups.js';
import { person, unit } from '../../libs/contracts/organisation.js';
import type { TestApi } from '../support/test-api.js';
import { paragraph } from './meetings.js';

export async function makeUnit(api: TestApi, code: string, aliases: readonly string[] = []): Promise<string> {
  return (await api.take(unit, 'post', 'units', { code, name: `Enheden ${code}`, aliases })).id;
}

export async function makePerson(api: TestApi, name: string, initials: string): Promise<string> {
  return (await api.take(person, 'post', 'people', { name, initials })).id;
}

/** A follow-up written by hand: confirmed, new. */
export function makeFollowUp(
  api: TestApi,
  origin: { bodyId: string } | { meetingId: string } | { pointId: string },
  fields: Readonly<Record<string, unknown>> = {},
): Promise<FollowUpView> {
  return api.take(followUp, 'post', 'follow-ups', { action: 'Undersøge antallet', ...origin, ...fields });
}

/** Puts a follow-up into a state without walking there. */
export async function putFollowUpInto(
  api: TestApi,
  id: string,
  stage: string,
  status: string,
): Promise<void> {
  await api.database.query('UPDATE follow_up SET stage = $2, status = $3 WHERE id = $1', [id, stage, status]);
}

/** Writes the decision of a point as one paragraph; the first, or with the version it changes. */
export function decide(api: TestApi, pointId: string, text: string, ifMatch?: number): Promise<DecisionView> {
  const fields = { outcome: 'noted', text: paragraph(text) };
  return api.take(
    decision,
    'put',
    `agenda-points/${pointId}/decision`,
    fields,
    ifMatch === undefined ? {} : { ifMatch },
  );
}

/** Reads the decision of a point for follow-ups now, and gives all that stand on it. */
export async function suggest(api: TestApi, pointId: string): Promise<FollowUpView[]> {
  const address = `agenda-points/${pointId}/follow-ups/suggest`;
  return (await api.take(followUpsOfPoint, 'post', address)).items;
}

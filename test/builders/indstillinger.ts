import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import { body } from '../../libs/contracts/organisation.js';
import type { StepKind } from '../../libs/domain/indstilling/index.js';
import { fromPlainText } from '../../libs/domain/text/index.js';
import type { TestApi } from '../support/test-api.js';

let made = 0;

/** A body of its own name; its approval steps are all four where none are given. */
export async function makeBodyWithSteps(api: TestApi, approvalSteps?: readonly StepKind[]): Promise<string> {
  made += 1;
  const settings = approvalSteps === undefined ? {} : { approvalSteps };
  const fields = { name: `Udvalg for prøver ${made}`, kind: 'udvalg', settings };
  return (await api.take(body, 'post', 'bodies', fields)).id;
}

/** The sections of a rådmandsindstilling with nothing missing and no bilag. */
export const COMPLETE_SECTIONS = {
  introduction: fromPlainText('Vi vil gerne holde åbent om lørdagen.'),
  recommendation: fromPlainText('Det indstilles, at rådmanden godkender den nye tid.'),
  statement: fromPlainText('I dag er der lukket. Det er der mange, der er kede af. De vil gerne ses.'),
  resources: fromPlainText('-'),
  communication: fromPlainText('-'),
  'further-process': fromPlainText('-'),
  'coordinated-with': fromPlainText('-'),
  attachments: fromPlainText('-'),
};

/** A draft with nothing missing. */
export async function makeIndstilling(
  api: TestApi,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<IndstillingView> {
  const bodyId = fields.bodyId ?? (await makeBodyWithSteps(api));
  return api.take(indstilling, 'post', 'indstillinger', {
    ...{ title: 'Åbningstid i værestedet', minutes: 10, sections: COMPLETE_SECTIONS, ...fields },
    bodyId,
  });
}

/** Puts an indstilling into a state without walking there; it counts as submitted under the steps. */
export async function putIndstillingInto(
  api: TestApi,
  id: string,
  state: IndstillingView['state'],
  steps: readonly StepKind[],
): Promise<void> {
  await api.database.query('UPDATE indstilling SET state = $2, steps = $3::jsonb WHERE id = $1', [
    id,
    state,
    JSON.stringify(steps),
  ]);
}

/** Keeps an indstilling as its rows have it as its first submission, which all have approved; without walking there. */
export async function keepSubmission(api: TestApi, id: string): Promise<void> {
  await api.database.query('UPDATE indstilling SET submission = 1, approved_submission = 1 WHERE id = $1', [
    id,
  ]);
  await api.database.query(
    `INSERT INTO indstilling_version (indstilling_id, number, submitted_at, content, content_hash)
     SELECT id, 1, now(), jsonb_build_object('template', template, 'title', title, 'minutes', minutes,
            'caseNumber', case_number, 'author', author || jsonb_build_object('personId', author_id), 'unitId', unit_id,
            'month', month, 'sections', sections, 'attachments', (
              SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'visibility', a.visibility)
                ORDER BY a.position), '[]') FROM attachment a WHERE a.indstilling_id = indstilling.id)), 'x'
     FROM indstilling WHERE id = $1 ON CONFLICT DO NOTHING`,
    [id],
  );
}

/** Puts an indstilling on a point as if the newest version of its agenda had been sent with its first submission. */
export async function sendOnPoint(api: TestApi, pointId: string | undefined, id: string): Promise<void> {
  await api.database.query('UPDATE agenda_point SET indstilling_id = $2 WHERE id = $1', [pointId, id]);
  await keepSubmission(api, id);
  await api.database.query(
    `INSERT INTO sent_indstilling (version_id, point_id, indstilling_id, submission)
     SELECT (SELECT id FROM agenda_version WHERE meeting_id = p.meeting_id ORDER BY number DESC LIMIT 1), p.id, $2, 1
     FROM agenda_point p WHERE p.id = $1
     ON CONFLICT (point_id, version_id) DO UPDATE SET indstilling_id = $2, submission = 1`,
    [pointId, id],
  );
}

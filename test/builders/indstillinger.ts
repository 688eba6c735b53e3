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

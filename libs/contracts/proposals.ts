import { z } from 'zod';
import { richText } from './common.js';
import { outcomeCode } from './decisions.js';
import { pointType } from './organisation.js';

/** What an approved indstilling proposes that its body decides: read from its "at"-sentences. */
export const proposal = z
  .object({
    /** What kind of point that makes. */
    pointType,
    /** What the decision comes to when it is as proposed. */
    outcome: outcomeCode,
    /** The words of it, as an agenda prints them under "Forslag til beslutning". */
    text: richText,
  })
  .meta({ id: 'Proposal' });
export type ProposalView = z.infer<typeof proposal>;

import type { Visibility } from '../agenda/index.js';
import { allowed, refused } from '../outcome.js';
import type { Outcome, Refusal } from '../outcome.js';
import { isBlank } from '../text/index.js';
import type { RichText } from '../text/index.js';

/** Votes counted on a point; whole numbers from 0. */
export interface Votes {
  readonly for: number;
  readonly against: number;
  readonly blank: number;
}

/** Whose dissent is minuted, of which kind, in which words: mindretalsudtalelse or protokoltilførsel. */
export interface Dissent {
  readonly kind: 'minority-opinion' | 'statement-for-the-record';
  /** A person or a party, as printed. */
  readonly by: string;
  readonly text: RichText;
}

/** Who did not take part in a point: away, inhabil, or prevented (lovligt forfald). Ids of persons, or names where no id is known. */
export interface NotTakingPart {
  readonly absent: readonly string[];
  readonly disqualified: readonly string[];
  readonly prevented: readonly string[];
}

/** A decision as it is to be saved, with what the rules need to know of its point. */
export interface DecisionDraft {
  /** An outcome code; null while nothing is decided, which is allowed as long as the meeting is not closed. */
  readonly outcome: string | null;
  readonly text: RichText;
  /** The usual phrase of the outcome, which is printed when the text is blank; null when the outcome has none. */
  readonly usualPhrase: string | null;
  /** The meeting a deferred point goes to; null when it is not known. */
  readonly targetMeetingId: string | null;
  /** The body a referred point goes to. */
  readonly referredBodyId: string | null;
  readonly votes: Votes | null;
  readonly dissents: readonly Dissent[];
  readonly notTakingPart: NotTakingPart;
  readonly publicText: RichText;
  /** The strictest of body, point and parent. */
  readonly visibility: Visibility;
}

/**
 * The decision itself, or the first refusal (PRODUCT.md, "Decision"): `outcome-without-text` (no text and no usual
 * phrase), `outcome-missing` (a target, a body or votes without an outcome), `deferred-without-target` (neither meeting
 * nor text), `referred-without-body`, `target-not-deferred`, `body-not-referred`, `votes-not-whole`, `votes-none`,
 * `dissent-without-name`, `dissent-without-text`, `person-listed-twice`, `public-text-of-open-point`.
 */
export function checkDecision(decision: DecisionDraft): Outcome<DecisionDraft> {
  for (const rule of RULES) {
    const refusal = rule(decision);
    if (refusal !== null) return refusal;
  }
  return allowed(decision);
}

/** Every refusal a decision meets, in the order of the rules; none when it stands. */
export function decisionFaults(decision: DecisionDraft): readonly Refusal[] {
  return RULES.flatMap((rule) => {
    const outcome = rule(decision);
    return outcome === null || outcome.ok ? [] : [outcome.refusal];
  });
}

type Rule = (decision: DecisionDraft) => Outcome<never> | null;

const RULES: readonly Rule[] = [
  outcomeFault,
  deferralFault,
  referralFault,
  votesFault,
  dissentFault,
  notTakingPartFault,
  publicTextFault,
];

function outcomeFault({ outcome, text, usualPhrase, votes, ...rest }: DecisionDraft): Outcome<never> | null {
  const goesOn = votes !== null || rest.targetMeetingId !== null || rest.referredBodyId !== null;
  if (outcome === null)
    return goesOn
      ? refused('outcome-missing', 'Votes, a target or a body belong to a decision with an outcome.', {
          at: 'outcome',
        })
      : null;
  // A deferral, a referral say where to; their own rules ask for it.
  if (outcome === 'deferred' || outcome === 'referred') return null;
  if (!isBlank(text) || (usualPhrase ?? '').trim() !== '') return null;
  return refused('outcome-without-text', 'An outcome has a text of its own or a usual phrase.', {
    at: 'text',
    liftedBy: 'minute-taker',
  });
}

function deferralFault({ outcome, text, targetMeetingId }: DecisionDraft): Outcome<never> | null {
  if (outcome !== 'deferred')
    return targetMeetingId === null
      ? null
      : refused('target-not-deferred', 'Only a deferred point goes to another meeting.', {
          at: 'targetMeetingId',
        });
  if (targetMeetingId !== null || !isBlank(text)) return null;
  return refused(
    'deferred-without-target',
    'A deferred point says to which meeting, or says so in its text.',
    {
      at: 'targetMeetingId',
      liftedBy: 'minute-taker',
    },
  );
}

function referralFault({ outcome, referredBodyId }: DecisionDraft): Outcome<never> | null {
  if (outcome === 'referred' && referredBodyId === null)
    return refused('referred-without-body', 'A referred point says to which body.', {
      at: 'referredBodyId',
      liftedBy: 'minute-taker',
    });
  if (outcome === 'referred' || referredBodyId === null) return null;
  return refused('body-not-referred', 'Only a referred point goes to another body.', {
    at: 'referredBodyId',
  });
}

function votesFault({ votes }: DecisionDraft): Outcome<never> | null {
  if (votes === null) return null;
  for (const kind of ['for', 'against', 'blank'] as const) {
    if (!Number.isInteger(votes[kind]) || votes[kind] < 0)
      return refused('votes-not-whole', 'Votes are whole numbers from 0.', { at: `votes.${kind}` });
  }
  if (votes.for + votes.against + votes.blank > 0) return null;
  return refused('votes-none', 'A vote that was held counts at least one vote.', { at: 'votes' });
}

function dissentFault({ dissents }: DecisionDraft): Outcome<never> | null {
  const nameless = dissents.findIndex((dissent) => dissent.by.trim() === '');
  if (nameless >= 0)
    return refused('dissent-without-name', 'A dissent says whose it is.', { at: `dissents[${nameless}].by` });
  const wordless = dissents.findIndex((dissent) => isBlank(dissent.text));
  if (wordless < 0) return null;
  return refused('dissent-without-text', 'A dissent has a text.', { at: `dissents[${wordless}].text` });
}

function notTakingPartFault({ notTakingPart }: DecisionDraft): Outcome<never> | null {
  const listed = new Set<string>();
  for (const list of ['absent', 'disqualified', 'prevented'] as const) {
    for (const person of notTakingPart[list]) {
      if (listed.has(person))
        return refused(
          'person-listed-twice',
          'A person is absent, disqualified or prevented, and listed once.',
          { at: list },
        );
      listed.add(person);
    }
  }
  return null;
}

function publicTextFault({ visibility, publicText }: DecisionDraft): Outcome<never> | null {
  if (visibility === 'closed' || isBlank(publicText)) return null;
  return refused('public-text-of-open-point', 'Only a closed point has a public text beside its own.', {
    at: 'publicText',
  });
}

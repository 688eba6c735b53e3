import type { Clause } from '../clauses.js';
import type { Subject } from '../subjects.js';
import type { VerbGroup } from '../verb-group.js';
import { judgeModal, judgePresent } from './active.js';
import { caseOf, NOBODY } from './case.js';
import type { Case, Circumstances, Verdict } from './case.js';
import { judgePassive } from './passive.js';
import { BY_LAW, HEARSAY, NEGATION, PROGRAMME, SITS_IN } from './patterns.js';
import { judgeDecision, judgeRequest, judgeRole } from './requests.js';

export type { Circumstances, Frame, Verdict } from './case.js';

function judgeByVerb(one: Case): Verdict | null {
  switch (one.group.kind) {
    case 'modal':
    case 'modal-bare':
    case 'modal-passive':
      return judgeModal(one);
    case 'passive':
    case 'becomes':
      return judgePassive(one);
    case 'present':
    case 'infinitive':
      return judgePresent(one);
    case 'past':
    case 'past-passive':
    case 'perfect':
      return null;
  }
}

const isPassive = (kind: string): boolean => /passive|becomes/.test(kind);

/**
 * Whether a clause is a follow-up, and who is to act (PRODUCT.md, "Is one" and "Is none"). Null when it is none.
 */
export function judge(
  clause: Clause,
  group: VerbGroup,
  subject: Subject,
  circumstances: Circumstances,
): Verdict | null {
  const one = caseOf(clause, group, subject, circumstances);
  if (NEGATION.test(one.phrase)) return null;
  if (one.frame === 'plain' && PROGRAMME.test(one.sentence) && !one.hasFixedDate) return null;
  if (one.frame === 'plain' && SITS_IN.test(one.sentence)) return null;
  if (one.frame === 'plain' && HEARSAY.test(one.sentence) && !BY_LAW.test(one.sentence)) return null;
  if (one.isAgreed && /fast (?:punkt|emne|tema)/.test(one.phrase)) return NOBODY;
  if (group.lemma === 'samles' && !one.hasActor)
    return judgePassive({ ...one, group: { ...group, kind: 'passive', lemma: 'samle', sense: 'act' } });
  const special = judgeRole(one) ?? judgeRequest(one) ?? judgeDecision(one);
  if (special) return special;
  if (!one.isAgreed && subject.kind === 'outsider' && !isPassive(group.kind)) return null;
  return judgeByVerb(one);
}

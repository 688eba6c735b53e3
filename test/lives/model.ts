import type { IndstillingAction, IndstillingState, StepKind } from '../../libs/domain/indstilling/index.js';

/** Who takes part in the life of an indstilling; `stand-in` judges in the director's stead, and has no role of their own. */
export const ACTORS = [
  ...(['author', 'colleague', 'leader', 'secretariat', 'director', 'raadmand', 'stand-in'] as const),
] as const;
export type ActorName = (typeof ACTORS)[number];

export type Section = 'introduction' | 'statement';
export type AskedStep = 'submit' | 'approve' | 'return' | 'reject' | 'withdraw';

/** Something asked of an indstilling: by whom, and whether they had its newest version before them. */
export type Asked = { readonly by: ActorName; readonly stale: boolean } & (
  | { readonly kind: 'step'; readonly action: AskedStep; readonly reason: string | null }
  | { readonly kind: 'write'; readonly section: Section; readonly text: string }
);

/** A step as the trail keeps it. */
export interface Step {
  readonly by: ActorName | null;
  readonly insteadOf: ActorName | null;
  readonly action: IndstillingAction;
  readonly from: IndstillingState;
  readonly to: IndstillingState;
  readonly reason: string | null;
  readonly submission: number;
  readonly takenBack: boolean;
}

type Texts = Readonly<Record<Section, string>>;

/** An indstilling as PRODUCT.md tells its life; written anew here, so that the product is held against something else. */
export interface Life {
  readonly steps: readonly StepKind[];
  readonly state: IndstillingState;
  readonly texts: Texts;
  /** The number of what was submitted last; one that was taken back keeps its number. */
  readonly submission: number;
  /** What was submitted, oldest first. */
  readonly versions: readonly { readonly texts: Texts; readonly takenBack: boolean }[];
  readonly trail: readonly Step[];
  /** The places in the trail of steps that nothing has come after, newest last, and the submission before each. */
  readonly regrettable: readonly { readonly at: number; readonly submission: number }[];
}

/** What an answer must be, and the life after it. */
export interface Told {
  readonly told: string;
  readonly after: Life;
}

const ENDED: readonly IndstillingState[] = ['decided', 'rejected', 'withdrawn'];
const UNSEEN_BY: Readonly<Partial<Record<ActorName, readonly IndstillingState[]>>> = {
  secretariat: ['draft'],
  director: ['draft', 'returned', 'withdrawn'],
  raadmand: ['draft', 'returned', 'withdrawn', 'with-leader', 'with-secretariat', 'with-director'],
};
const WRITERS: readonly ActorName[] = ['author', 'leader', 'secretariat'];

export function sees(life: Life, actor: ActorName): boolean {
  if (actor === 'stand-in') return life.state === 'with-director';
  return !(UNSEEN_BY[actor] ?? []).includes(life.state);
}

/** What the product must answer to what is asked, in the order it judges: sight, right, version, workflow, reason, gaps. */
export function answerTo(life: Life, asked: Asked): Told {
  const refused = (told: string): Told => ({ told, after: life });
  if (!sees(life, asked.by)) return refused('404 not-found');
  if (!mayAsk(life, asked)) return refused('403 not-allowed');
  if (asked.stale) return refused('412 stale-version');
  if (asked.kind === 'write') return write(life, asked);
  const { action, reason, by } = asked;
  const to = next(life, action);
  if (to === null) return refused('409 transition-not-allowed');
  if (reason === null && (action === 'return' || action === 'reject')) return refused('422 reason-required');
  const newest = life.versions[life.submission - 1]?.texts;
  const isNew = action === 'submit' || (action === 'approve' && !isSame(life.texts, newest));
  if (isNew && Object.values(life.texts).some((text) => text.includes('HUSK')))
    return refused('422 indstilling-incomplete');
  const after = moved(isNew ? submitted(life) : life, { by, action, to, reason });
  const step = { at: life.trail.length, submission: life.submission };
  return { told: '200', after: { ...after, regrettable: [...life.regrettable, step] } };
}

/** Where the step that would be taken back stands in the trail: the newest that was not; none before the first. */
export function newestStep({ trail }: Life): number | null {
  const at = trail.findLastIndex(({ takenBack }) => !takenBack);
  return at < 0 ? null : at;
}

/** What the product must answer to who takes the newest step back: their own, while nothing has come after it. */
export function answerToTakingBack(life: Life, by: ActorName): Told {
  const refused = (told: string): Told => ({ told, after: life });
  const at = newestStep(life);
  const step = at === null ? undefined : life.trail[at];
  if (step === undefined) throw new Error('There is no step to take back.');
  if (step.by !== by) return refused(sees(life, by) ? '403 not-allowed' : '404 not-found');
  if (!['submit', 'approve', 'return', 'reject', 'withdraw'].includes(step.action))
    return refused('409 step-not-regrettable');
  const last = life.regrettable.at(-1);
  if (last?.at !== at) return refused('409 step-not-newest');
  const { submission } = last;
  const after: Life = {
    ...{ ...life, state: step.from, submission, regrettable: life.regrettable.slice(0, -1) },
    trail: life.trail.map((one, i) => (i === at ? { ...one, takenBack: true } : one)),
    versions: life.versions.map((one, i) =>
      i === life.submission - 1 && life.submission !== submission ? { ...one, takenBack: true } : one,
    ),
  };
  return { told: '200', after };
}

/** A text that was submitted, taken back and is submitted again has its old number; every other gets one of its own. */
function submitted(life: Life): Life {
  const last = life.versions.at(-1);
  const isAgain = last?.takenBack === true && isSame(last.texts, life.texts);
  const before = isAgain ? life.versions.slice(0, -1) : life.versions;
  const versions = [...before, { texts: life.texts, takenBack: false }];
  return { ...life, versions, submission: versions.length };
}

/** A step that its agenda takes: placed, taken off, postponed or decided. */
export function onItsAgenda(life: Life, action: IndstillingAction, by: ActorName | null): Life {
  const to = {
    place: 'on-agenda',
    'take-off': 'approved',
    postpone: 'on-agenda',
    decide: 'decided',
  } as const;
  const at = to[action as keyof typeof to];
  return { ...moved(life, { by, action, to: at, reason: null }), regrettable: [] };
}

export function waitingAt(state: IndstillingState): StepKind | null {
  return state.startsWith('with-') ? (state.slice('with-'.length) as StepKind) : null;
}

function mayAsk(life: Life, asked: Asked): boolean {
  const writes = asked.kind === 'write' || asked.action === 'submit' || asked.action === 'withdraw';
  if (writes) return WRITERS.includes(asked.by);
  const step = waitingAt(life.state);
  // Where nobody holds it, those who hold one elsewhere hear that there is no such step.
  return step === null ? asked.by !== 'author' && asked.by !== 'colleague' : holderOf(asked.by) === step;
}

/** Whose part somebody takes. */
const holderOf = (actor: ActorName | null): ActorName | null => (actor === 'stand-in' ? 'director' : actor);

function write(life: Life, { by, section, text }: Asked & { kind: 'write' }): Told {
  if (ENDED.includes(life.state)) return { told: '409 transition-not-allowed', after: life };
  const texts = { ...life.texts, [section]: text };
  const isBeingWritten = life.state === 'draft' || life.state === 'returned';
  const to = isBeingWritten || isSame(texts, life.texts) ? life.state : first(life);
  const written = { ...life, texts, regrettable: [] };
  if (to === life.state) return { told: '200', after: written };
  return { told: '200', after: moved(written, { by, action: 'revise', to, reason: null }) };
}

function next(life: Life, action: AskedStep): IndstillingState | null {
  const { state } = life;
  const step = waitingAt(state);
  switch (action) {
    case 'submit':
      return state === 'draft' || state === 'returned' ? first(life) : null;
    case 'withdraw':
      return ENDED.includes(state) ? null : 'withdrawn';
    case 'approve':
      return step === null ? null : after(life, step);
    case 'return':
      return step === null ? null : 'returned';
    case 'reject':
      return step === 'director' || step === 'raadmand' ? 'rejected' : null;
  }
}

const first = ({ steps }: Life): IndstillingState => `with-${steps[0] ?? 'leader'}`;

function after({ steps }: Life, step: StepKind): IndstillingState {
  const following = steps[steps.indexOf(step) + 1];
  return following === undefined ? 'approved' : `with-${following}`;
}

function moved(life: Life, { to, ...step }: Pick<Step, 'by' | 'action' | 'to' | 'reason'>): Life {
  const insteadOf = step.by === 'stand-in' ? holderOf(step.by) : null;
  const taken: Step = {
    ...step,
    insteadOf,
    from: life.state,
    to,
    submission: life.submission,
    takenBack: false,
  };
  return { ...life, state: to, trail: [...life.trail, taken] };
}

function isSame(texts: Texts, others: Texts | undefined): boolean {
  return texts.introduction === others?.introduction && texts.statement === others.statement;
}

import { AGENT_VERBS, THING_OR_AGENT_VERBS } from './lexicon/task-verbs.js';
import {
  ATTEND_VERBS,
  OUTCOME_VERBS,
  PROGRAMME_VERBS,
  RECEIVE_VERBS,
  REPORT_VERBS,
  SCHEDULE_VERBS,
  STAFF_VERBS,
  STATE_VERBS,
  WAIT_VERBS,
  WISH_VERBS,
} from './lexicon/other-verbs.js';

/**
 * What a verb says about the time after the meeting: `task` somebody does something; `act` the same, but a thing may
 * stand as its subject; the others give no follow-up by themselves.
 */
export type Sense =
  | 'task'
  | 'act'
  | 'report'
  | 'wish'
  | 'wait'
  | 'state'
  | 'programme'
  | 'outcome'
  | 'schedule'
  | 'staff'
  | 'receive'
  | 'attend';

export type Tense = 'infinitive' | 'present' | 'past' | 'participle' | 'passive';

/** One way to understand a word as a verb. */
export interface VerbForm {
  readonly lemma: string;
  readonly tense: Tense;
  readonly sense: Sense;
}

const GROUPS: readonly (readonly [Sense, string])[] = [
  ['attend', ATTEND_VERBS],
  ['report', REPORT_VERBS],
  ['wish', WISH_VERBS],
  ['wait', WAIT_VERBS],
  ['outcome', OUTCOME_VERBS],
  ['programme', PROGRAMME_VERBS],
  ['schedule', SCHEDULE_VERBS],
  ['staff', STAFF_VERBS],
  ['receive', RECEIVE_VERBS],
  ['act', THING_OR_AGENT_VERBS],
  ['task', AGENT_VERBS],
  ['state', STATE_VERBS],
];

interface Paradigm {
  readonly infinitive: string;
  readonly present: string;
  readonly past: string;
  readonly participle: string;
}

/** Danish drops a double consonant before -te and -t: bestille, bestilte. */
const undoubled = (stem: string): string => stem.replace(/([bdfgklmnprst])\1$/, '$1');

/** Unfolds `lave`, `sende:t`, `skrive:skrev/skrevet`, `gøre=gør:gjorde/gjort`. */
function paradigmOf(entry: string): Paradigm {
  const [head = '', forms] = entry.split(':');
  const [infinitive = '', written] = head.split('=');
  const present = written ?? (infinitive.endsWith('gøre') ? infinitive.slice(0, -1) : `${infinitive}r`);
  const stem = infinitive.replace(/e$/, '');
  if (forms === undefined) return { infinitive, present, past: `${stem}ede`, participle: `${stem}et` };
  if (forms === 't') {
    const short = undoubled(stem);
    return { infinitive, present, past: `${short}te`, participle: short.endsWith('t') ? short : `${short}t` };
  }
  const [past = '', participle = ''] = forms.split('/');
  return { infinitive, present, past, participle };
}

function buildForms(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const add = (word: string, form: VerbForm): void => {
    if (!forms.has(word)) forms.set(word, form);
  };
  const entries = GROUPS.flatMap(([sense, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry) => ({ sense, ...paradigmOf(entry) })),
  );
  for (const { sense, infinitive: lemma, present, past, participle } of entries) {
    add(present, { lemma, tense: 'present', sense });
    add(lemma, { lemma, tense: 'infinitive', sense });
    if (!lemma.endsWith('s')) add(`${lemma}s`, { lemma, tense: 'passive', sense });
    if (lemma.endsWith('y')) add(`${lemma}es`, { lemma, tense: 'passive', sense });
    add(past, { lemma, tense: 'past', sense });
    add(participle, { lemma, tense: 'participle', sense });
    if (participle.endsWith('t')) add(`${participle.slice(0, -1)}de`, { lemma, tense: 'past', sense });
    if (/[^e]t$/.test(participle)) add(`${participle}e`, { lemma, tense: 'participle', sense });
  }
  return forms;
}

const FORMS = buildForms();

const PREFIXES = [
  'gennem', 'sammen', 'videre', 'tilbage', 'mellem', 'efter', 'under', 'frem', 'igen', 'over', 'rund', 'hjem', 'ned',
  'nær', 'med', 'til', 'ind', 'op', 'ud', 'af', 'på', 'gen', 'fra', 'om', 'mail', 'fin', 'kvalitets', 'for', 'be',
]; // prettier-ignore

/** Verbs so light that a prefix makes another verb of them; the lexicon names those that are acts. */
const LIGHT =
  /^(?:sætte|tage|give|holde|lægge|føre|gøre|bære|komme|træffe|drive|falde|have|være|blive|stille|trække|gælde|ligge)$/;

/** Verbs in -ere are made freely (digitalisere, kvalificere): what they say is done by somebody. */
function loanVerb(word: string): VerbForm | null {
  const match = /^(\p{Ll}{2,20}er)(er|es|ede|et|e)$/u.exec(word);
  if (!match) return null;
  const lemma = `${match[1] ?? ''}e`;
  const tense = { er: 'present', es: 'passive', ede: 'past', et: 'participle', e: 'infinitive' }[
    match[2] ?? ''
  ];
  return { lemma, tense: tense as Tense, sense: 'act' };
}

/**
 * How a lower-case word may be understood as a verb: by the lexicon, as a prefixed verb of the lexicon (`nyformulere`),
 * or as a free formation in -ere. Null when it is no known verb.
 */
export function verbForm(word: string): VerbForm | null {
  const known = FORMS.get(word);
  if (known) return known;
  for (const prefix of PREFIXES) {
    const base = word.startsWith(prefix) ? FORMS.get(word.slice(prefix.length)) : undefined;
    if (!base || base.lemma.length <= 3) continue;
    return { ...base, lemma: `${prefix}${base.lemma}`, sense: LIGHT.test(base.lemma) ? 'state' : base.sense };
  }
  return NOUNS_IN_ERE.test(word) ? null : loanVerb(word);
}

/** Nouns and comparatives that look like verbs in -ere. */
const NOUNS_IN_ERE =
  /^(?:medlem|frivillig|tidlig|sen|sær|særlig|yderlig|bed|stør|mind|hurtig|nem|bill|kort|læng|høj|lav|bred|nærm|små|vær|fler|and|ald|leder|lærer|lokal|papir|kvarter|center|numm?|kurs|bestyr|adr|inter|over|under|for)er/;

/** Modal verbs and what they say: `skal`, `vil`, `må`, `kan`, `bør` and their past forms. */
export const MODALS: ReadonlyMap<string, string> = new Map([
  ['skal', 'skal'], ['vil', 'vil'], ['må', 'må'], ['kan', 'kan'], ['bør', 'bør'], ['skulle', 'skulle'], ['ville', 'ville'],
  ['måtte', 'måtte'], ['kunne', 'kunne'], ['burde', 'burde'], ['tør', 'kan'], ['behøver', 'kan'], ['agter', 'vil'], ['plejer', 'plejer'],
]); // prettier-ignore

/** Words that are nouns as often as verbs; after a determiner, preposition or adjective they are nouns. */
export const NOUN_OR_VERB = new Set(
  (
    'planer aftaler aftale samtaler samtale kontakter møder møde leder ønsker ønske arbejder arbejde retter former lister ' +
    'støtte leje klage anke start svar tilbud tester noter kopier regner maler hilsner fester rammer opgaver pleje hjælp ' +
    'skifte spørge køb lån søge sende måler prøver prøve drøftelser rejser rejse fører besøg udvalg ansøger ansøgere udgiver ' +
    'udstiller producere lejer læser hører handler handle række lave lav første vise lette høje lukke åbne rette faste tale taler ' +
    'klager styrer driver bærer vinder ejer bruger medarbejder samarbejder interviewer kører laver bager'
  ).split(' '),
);

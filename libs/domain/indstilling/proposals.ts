import type { PointType } from '../agenda/index.js';
import type { OutcomeCode } from '../decision/index.js';
import { fromPlainText } from '../text/index.js';
import type { RichText } from '../text/index.js';
import { splitRecommendation } from './recommendations.js';
import { INDSTILLING_TEMPLATES } from './sections.js';
import type { TemplateKey } from './sections.js';

/** What an "at"-sentence asks of the body: to decide, to discuss, or to take note. */
type Asked = 'decision' | 'discussion' | 'information';

/** What an indstilling proposes: the type of its point, and the decision with the outcome it comes to. */
export interface Proposal {
  readonly pointType: PointType;
  readonly outcome: OutcomeCode;
  readonly text: RichText;
}

/** A word at its boundaries; \\p{L} and not \\b, since æ, ø and å are letters too. */
const word = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu');

const DECIDES = word(
  'god(?:kende[rs]?)|beslutte[rs]?|indstille[rs]?|anbefale[rs]?|tiltræde[rs]?|vedtage[rs]?|bevilge[rs]?|tilslutte[rs]?',
);
const DISCUSSES = word('drøfte[rs]?|diskutere[rs]?|debattere[rs]?');
const TAKES = word('tage[rs]?');
const TO_NOTE = word('til\\s(?:efterretning|orientering|underretning)');
const NOTES = word('notere[rs]?');
/** That others are told is something to decide; that the body is, is all there is to it. */
const BODY_IS_TOLD = word(
  '(?:rådmanden|magistraten|direktionen|byrådet|rådet|\\p{L}*udvalget|chefgruppen|chefkredsen)\\s(?:hermed\\s)?' +
    '(?:orienteres|informeres|underrettes|bliver\\s(?:orienteret|informeret|underrettet))',
);

/** ", jf. bilag 1," or ", efter høring," between the subject and its verb; what begins so goes on with the sentence instead. */
const INSERTED = /,\s+(?!(?:og|samt|men|eller|at)\s)[^,]*,(?=\s)/giu;
/** Another "at" beside the first, unless it is what the first is about. */
const BESIDE = /,?\s+(?:og|samt)\s+(?=at\s)/iu;
/** From here on it is told what is decided, discussed or noted. */
const OBJECT_CLAUSE = /,|\s(?=at\s)/iu;

/**
 * What the "at"-sentences of an indstilling propose to its body: "at rådmanden godkender ..." is decided, "at udvalget
 * drøfter ..." discussed, "at orienteringen tages til efterretning" noted; of several that ask for different things the
 * point is one to decide on, and the decision goes through them by their numbers. An orientering without "at"-sentences is
 * noted. Null where nothing is proposed.
 */
export function proposalOf(
  template: TemplateKey,
  sections: Readonly<Record<string, RichText>>,
): Proposal | null {
  if (template === 'briefing') return proposing(['information']);
  const asked = INDSTILLING_TEMPLATES[template].sections
    .filter(({ kind }) => kind === 'recommendation')
    .flatMap(({ key }) => splitRecommendation(sections[key] ?? []).sentences)
    .map(askedBy);
  return proposing(asked);
}

/** The keys of the sections that a proposal is read from. */
export const PROPOSING_SECTIONS: readonly string[] = [
  ...new Set(
    Object.values(INDSTILLING_TEMPLATES)
      .flatMap(({ sections }) => sections)
      .filter(({ kind }) => kind === 'recommendation')
      .map(({ key }) => key),
  ),
];

const OUTCOMES: Readonly<Record<Asked, OutcomeCode>> = {
  decision: 'approved',
  discussion: 'discussed',
  information: 'noted',
};

const OF_ALL: Readonly<Record<Asked, string>> = {
  decision: 'Indstillingen godkendes.',
  discussion: 'Sagen drøftes.',
  information: 'Orienteringen tages til efterretning.',
};

const OF_ONE: Readonly<Record<Asked, string>> = {
  decision: 'Godkendes.',
  discussion: 'Drøftes.',
  information: 'Tages til efterretning.',
};

function proposing(asked: readonly Asked[]): Proposal | null {
  const [first, ...others] = new Set(asked);
  if (first === undefined) return null;
  const pointType = others.length === 0 ? first : 'decision';
  const text: RichText =
    others.length === 0
      ? fromPlainText(OF_ALL[first])
      : [{ type: 'numbered-list', items: asked.map((each) => ({ content: [{ text: OF_ONE[each] }] })) }];
  return { pointType, outcome: OUTCOMES[pointType], text };
}

/** What a sentence asks for: of its parts that are one beside the other, the most that one of them does. */
function askedBy(sentence: string): Asked {
  const [first = '', ...beside] = sentence.replace(INSERTED, '').split(BESIDE);
  const [clause, object] = splitOnce(first);
  // "at det tages til efterretning, at A, og at B": B is noted too.
  const own = /^at\s/iu.test(object) ? [] : beside.map((part) => splitOnce(part)[0]);
  return most([clause, ...own].map(askedInClause));
}

function splitOnce(sentence: string): readonly [clause: string, object: string] {
  const bare = sentence.trim().replace(/^at\s+/iu, '');
  const found = OBJECT_CLAUSE.exec(bare);
  return found === null
    ? [bare, '']
    : [bare.slice(0, found.index), bare.slice(found.index + found[0].length).trim()];
}

function askedInClause(clause: string): Asked {
  if (DECIDES.test(clause)) return 'decision';
  if (DISCUSSES.test(clause)) return 'discussion';
  return takesNote(clause) || BODY_IS_TOLD.test(clause) ? 'information' : 'decision';
}

/** "tager", and somewhere behind it "til efterretning": looked for one after the other, since texts may be megabytes. */
function takesNote(clause: string): boolean {
  const takes = clause.search(TAKES);
  return NOTES.test(clause) || (takes >= 0 && TO_NOTE.test(clause.slice(takes)));
}

function most(asked: readonly Asked[]): Asked {
  return (
    (['decision', 'discussion', 'information'] as const).find((each) => asked.includes(each)) ?? 'decision'
  );
}

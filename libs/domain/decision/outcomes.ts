/** What a body decided on a point (PRODUCT.md, "Decision"). */
export type OutcomeCode =
  | 'approved'
  | 'approved-with-changes'
  | 'adopted'
  | 'recommended'
  | 'noted'
  | 'informed'
  | 'discussed'
  | 'nothing'
  | 'deferred'
  | 'referred'
  | 'returned'
  | 'removed'
  | 'rejected';

/** An outcome with the phrase it is usually minuted by, as a Dane would write it. */
export interface OutcomePhrase {
  readonly code: OutcomeCode;
  readonly phrase: string;
}

/** Every outcome with its usual phrase, in the order a minute taker is offered them. */
export const OUTCOMES: readonly OutcomePhrase[] = [
  { code: 'approved', phrase: 'Godkendt.' },
  { code: 'approved-with-changes', phrase: 'Godkendt med ændringer.' },
  { code: 'adopted', phrase: 'Tiltrådt.' },
  { code: 'recommended', phrase: 'Anbefales.' },
  { code: 'noted', phrase: 'Taget til efterretning.' },
  { code: 'informed', phrase: 'Orienteringen blev givet.' },
  { code: 'discussed', phrase: 'Drøftet.' },
  { code: 'nothing', phrase: 'Intet til referatet.' },
  { code: 'deferred', phrase: 'Udsat.' },
  { code: 'referred', phrase: 'Oversendes.' },
  { code: 'returned', phrase: 'Returneret.' },
  { code: 'removed', phrase: 'Punktet udgår.' },
  { code: 'rejected', phrase: 'Afvist.' },
];

/** A phrase at word boundaries: `|` parts alternatives; \\p{L} and not \\b, since æ, ø and å are letters too. */
const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u');

const CHANGES =
  'ændring|ændringer|ændringen|ændringerne|bemærkning|bemærkninger|tilføjelse|tilføjelser|tilføjelsen|rettelse|rettelser|' +
  'forbehold|justering|justeringer|præcisering|præciseringer';

/**
 * Phrases and what they mean, the special before the general: `ikke godkendt` before `godkendt`. Each is tried on one
 * sentence in small letters.
 */
const PHRASES: readonly (readonly [RegExp, OutcomeCode])[] = [
  [/^(intet|ingen bemærkninger)( nyt)?( til (referat(et)?|punktet|bemærkning))?\.?$/, 'nothing'],
  [words('der var intet( nyt)? til (referatet|punktet)'), 'nothing'],
  [
    words('(punktet|sagen) (udgår|udgik|er udgået|blev taget af|tages af)|(taget|tages) af dagsorden(en)?'),
    'removed',
  ],
  [/^(udgår|udgået)(?!\p{L})/u, 'removed'],
  [
    words('(ikke|hverken) (blevet )?(godkendt|tiltrådt|vedtaget|imødekommet)|afvist|afvises|forkastet'),
    'rejected',
  ],
  [words('kan ikke (godkendes|tiltrædes|imødekommes|anbefales)'), 'rejected'],
  [words('udsat|udsættes|udskudt|udskydes|genoptages'), 'deferred'],
  [
    words(
      '(sendt|sendes|henvist|henvises) tilbage|tilbagesendt|tilbagesendes|hjemvist|hjemvises|returneret|returneres',
    ),
    'returned',
  ],
  [words('(oversendt|oversendes|henvist|henvises|videresendt|videresendes) til'), 'referred'],
  [/^(sendes|oversendes|oversendt)(?!\p{L})/u, 'referred'],
  [words('anbefales|anbefalet|anbefaler|anbefalede'), 'recommended'],
  [
    words(`(godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|vedtages) .{0,40}med .{0,40}(${CHANGES})`),
    'approved-with-changes',
  ],
  [words('tiltrådt|tiltrædes|tiltrådte'), 'adopted'],
  [words('godkendt|godkendes|godkendte|vedtaget|vedtages|vedtog|imødekommet'), 'approved'],
  [words('(taget|tages|tog|tage) (\\S+ ){0,4}til (efterretning|orientering)'), 'noted'],
  [/^til (efterretning|orientering)(?!\p{L})/u, 'noted'],
  [
    words(
      'orienterede|blev orienteret|er orienteret|orienteringen blev givet|gav en( \\p{L}+)? (orientering|status)',
    ),
    'informed',
  ],
  [words('fortalte|gennemgik|præsenterede|fremlagde'), 'informed'],
  [words('drøftet|drøftede|drøftes|diskuteret|diskuterede'), 'discussed'],
];

const SENTENCES = /(?<=[.!?])\s+(?=\p{Lu})/u;

/**
 * The outcome that decision text states by a usual phrase (PRODUCT.md, "Decision"), or null when none fits. The first
 * sentence that has one decides; a reservation in the same sentence makes it `approved-with-changes`.
 */
export function outcomeOf(text: string): OutcomeCode | null {
  const sentences = text.replace(/\s+/g, ' ').trim().split(SENTENCES);
  for (const sentence of sentences) {
    const found = PHRASES.find(([phrase]) => phrase.test(sentence.toLowerCase()));
    if (found) return found[1];
  }
  return null;
}

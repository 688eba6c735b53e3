const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const PREPOSITIONS = words(
  `i på til fra af for med om ved hos over under efter før inden uden mod mellem blandt gennem via omkring vedrørende angående ift
  jf jvf pr per siden bag foran trods ifølge senest indtil frem hen ad imod ud op ned ind inde ude inkl ekskl`,
);

export const DETERMINERS = words(
  `en et den det de denne dette disse alle al alt begge hver hvert enhver samtlige flere mange få nogle nogen noget ingen intet
  vores sin sit sine hans hendes deres jeres min mit mine din dit dine to tre fire fem seks syv otte ni ti`,
);

/** Adverbs that may stand between subject and verb, at the head of a sentence, or right after the verb. */
export const ADVERBS = words(
  `derudover desuden endvidere herudover yderligere samtidig samtidigt derfor dermed derpå derefter herefter efterfølgende så nu
  også fremover fremadrettet fortsat stadig ligeledes videre endelig først siden senere snarest snart straks hurtigst muligt dog
  imidlertid således altså nemlig gerne nok vel jo da igen selv ikke aldrig altid ofte normalt typisk løbende indtil hermed herved
  heri hertil dertil derved hvorefter hvorpå efterhånden parallelt evt eventuelt måske muligvis formentlig forventeligt foreløbig
  indledningsvis afslutningsvis her der herunder dernæst næst sammen hver især begge alle straks umiddelbart generelt primært
  nærmere særskilt særligt bl.a kort kun lige allerede netop tidligst bare blot internt skriftligt mundtligt herfra derfra`,
);

export const PRONOUN_SUBJECTS = words('vi han hun de jeg man alle begge ingen nogen');

/** Words that open a subordinate clause. */
export const SUBORDINATORS = words(
  `at om hvis såfremt ifald når fordi da mens indtil hvor hvordan hvad hvem hvilken hvilket hvilke hvornår hvorfor hvorvidt hvorledes
  der som selvom selv ligesom hvorefter hvorpå idet eftersom medmindre så for`,
);

/** Of these, the ones that open one even without a comma before them. */
export const STRONG_SUBORDINATORS = words(
  'hvis såfremt ifald fordi hvordan hvorvidt hvorledes hvornår hvorfor hvem hvilken hvilke hvad hvorefter hvorpå medmindre eftersom når',
);

/** Whether a lower-case word is one of the small words of the language, and so neither noun nor verb. */
export const isFunctionWord = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  DETERMINERS.has(word) ||
  ADVERBS.has(word) ||
  SUBORDINATORS.has(word) ||
  PRONOUN_SUBJECTS.has(word);

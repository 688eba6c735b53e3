import type { Sense } from './verbs.js';

/**
 * Verbs whose sense hangs on what goes with them: `følger op` is a task, `følger sagen` is not. The pattern is tried on
 * the rest of the clause after the verb, in lower case; the first that fits decides, the last is the default.
 */
const ANY = /(?:)/;
type Rule = readonly [RegExp, Sense];

/** Things somebody can hand over, so that getting one means that somebody makes it. */
export const DELIVERABLE =
  /(?:^|[ -])\p{Ll}*(?:notat|udtræk|oversigt|orientering|status|redegørelse|svar|materiale|liste|rapport|opgørelse|opfølgning|oplæg|udkast|plan|forslag|tilbagemelding|beregning|vurdering|afklaring|overblik|tal|briefing|kopi|indstilling|analyse|forklaring|besked|model|data|skema|link|pjece|evaluering|gennemgang|dokument|beskrivelse|statistik|opsamling|uddybning|kalender|budget|regnskab|opdeling|udspil|bud|præsentation|udgave|version|belysning|undersøgelse|information|invitation)(?:en|et|er|erne|ten|lene|n|r|ne|ter|ket|kene|gen|terne|e)?(?:$|[ ,.])/u;

export const SENSES: Readonly<Record<string, readonly Rule[]>> = {
  følge: [
    [/\bop\b/, 'task'],
    [/\bmed i\b/, 'state'],
    [ANY, 'state'],
  ],
  opfølge: [[ANY, 'task']],
  vende: [
    [/^(?:[\p{L}]+ ){0,3}tilbage\b/u, 'task'],
    [/\bsig\b/, 'state'],
    [ANY, 'act'],
  ],
  tage: [
    [
      /til (?:efterretning|orientering|takke)|stilling til|afstand fra|forbehold|højde for|udgangspunkt|afsæt|hensyn til|\bform\b|(?:^| )(?:lang )?tid\b|af dagsordenen|\bdel i\b|godt imod|imod |på (?:kursus|ferie|orlov)|orlov|ordet|referat|før punkt|efter punkt|afsked|sigte på/,
      'outcome',
    ],
    [ANY, 'act'],
  ],
  komme: [
    [
      /\bmed\b.*(?:oplæg|forslag|udspil|bud\b|udkast|notat|plan|svar|tilbagemelding|overblik|status|input|materiale|løsning|redegørelse|vurdering|beregning)/,
      'task',
    ],
    [/\btilbage\b/, 'task'],
    [/(?:på|med på|ind på) (?:\p{Ll}+ ){0,2}(?:dagsorden|årshjul|list)/u, 'task'],
    [ANY, 'state'],
  ],
  give: [
    [
      /anledning|mulighed|mening|plads til|udtryk|opbakning|adgang til|indblik|indtryk|udfordring|grund til|\bret til|\blov til|problemer|overskud|underskud|plus|minus|gode|bedre|større|tilladelse|ro\b/,
      'state',
    ],
    [ANY, 'act'],
  ],
  få: [
    [/til opgave|ansvaret for|opgaven|i opdrag/, 'task'],
    [
      /^(?!en |et |den |det |de )(?:\p{L}+ )?(?:lavet|udarbejdet|undersøgt|afklaret|sat|skrevet|bestilt|booket|trykt|fastlagt|opdateret|samlet|fjernet|repareret|sendt|aftalt|hængt|monteret|oprettet)(?: |$)/u,
      'act',
    ],
    [DELIVERABLE, 'receive'],
    [ANY, 'state'],
  ],
  modtage: [
    [DELIVERABLE, 'receive'],
    [ANY, 'state'],
  ],
  have: [
    [/(?:ansvaret for|til opgave at|opgaven med|tovholder)/, 'task'],
    [DELIVERABLE, 'receive'],
    [ANY, 'state'],
  ],
  være: [
    [/tovholder/, 'task'],
    [ANY, 'state'],
  ],
  blive: [
    [/tovholder/, 'task'],
    [ANY, 'state'],
  ],
  gå: [
    [/\bud fra|glip|på (?:barsel|pension|orlov|ferie|efterløn)/, 'state'],
    [
      /i (?:dialog|gang|kontakt)|videre med|igennem|i tænkeboks|sammen med|sammen om|tilbage (?:til|med)|efter om|i clinch/,
      'task',
    ],
    [ANY, 'state'],
  ],
  se: [
    [/frem til|positivt|gerne|med (?:tilfredshed|bekymring|alvor)|ud til|\bsom\b|tilbage på/, 'state'],
    [/nærmere|(?:^| )på(?: |$)|igennem|ind i|efter\b|muligheden|mulighederne/, 'task'],
    [ANY, 'state'],
  ],
  kigge: [[ANY, 'task']],
  stå: [
    [/for tur|over for|overfor|for at/, 'state'],
    [/^(?:\p{Ll}+ ){0,2}for\b/u, 'task'],
    [ANY, 'state'],
  ],
  holde: [
    [
      /oplæg|ferie|\bfri\b|åbent|lukket|pause|\bfast\b|stand|\btale\b|orlov|velkomst|\bjul\b|\bop\b|foredrag|generalforsamling|nytårskur|reception/,
      'programme',
    ],
    [
      /(?:et |opfølgende |ekstra )?\p{Ll}*møde|øje med|kontakt|samtale|workshop|informations|styr på|opdateret|orienteret|udkig|opsyn|op mod/u,
      'act',
    ],
    [ANY, 'schedule'],
  ],
  afholde: [
    [/(?:et |opfølgende |ekstra )?\p{Ll}*møde|samtale|workshop|informations|kursus/u, 'act'],
    [ANY, 'schedule'],
  ],
  finde: [
    [
      /(?:^| )sted(?: |$)|^(?:, )?at(?: |$)|\bdet (?:vigtigt|positivt|godt|uheldigt|rimeligt)|(?:vigtigt|positivt|afgørende|væsentligt)/,
      'state',
    ],
    [ANY, 'task'],
  ],
  gøre: [
    [/opmærksom|gældende|muligt|umuligt|en forskel|indsigelse|brug af|indtryk|ondt|rede for/, 'report'],
    [
      /klar|status|\bop\b|rent|færdig|forsøg|opmærksom|tilgængelig|noget ved|arbejdet|plads|det(?:$| )/,
      'act',
    ],
    [ANY, 'state'],
  ],
  sætte: [
    [/pris på|fokus på|spørgsmålstegn|(?:sin|deres) lid|store krav|rammen/, 'state'],
    [ANY, 'act'],
  ],
  lægge: [
    [/vægt på|mærke til|op til|til grund|beslag på|afstand/, 'state'],
    [ANY, 'act'],
  ],
  stille: [
    [/forslag|sig til|spørgsmål|krav|op til|sig|tilfreds|i udsigt/, 'wish'],
    [ANY, 'act'],
  ],
  træffe: [
    [/aftale/, 'task'],
    [ANY, 'outcome'],
  ],
  arbejde: [
    [/(?:stadig|fortsat|løbende)/, 'state'],
    [/videre|sammen om at|på at få/, 'act'],
    [ANY, 'state'],
  ],
  hjælpe: [
    [/(?:med|til|med til)\b/, 'act'],
    [ANY, 'state'],
  ],
  samle: [
    [/^(?:\p{Ll}+ ){0,2}op\b/u, 'programme'],
    [ANY, 'act'],
  ],
  sammenfatte: [[ANY, 'act']],
  slå: [
    [/\bfast\b/, 'report'],
    [ANY, 'act'],
  ],
  melde: [
    [/afbud|fra\b|sig\b(?! (?:ind|ud))/, 'state'],
    [ANY, 'task'],
  ],
  svare: [
    [/^til\b|til at/, 'state'],
    [ANY, 'task'],
  ],
  spørge: [
    [/^(?:, )?(?:om|hvor|hvad|hvorfor|hvordan|hvem|hvilk\p{L}+|til|ind)(?: |$)/u, 'report'],
    [ANY, 'task'],
  ],
  vurdere: [
    [/^(?:\p{Ll}+ )?(?:, )?at(?: |$)/u, 'state'],
    [ANY, 'act'],
  ],
  notere: [
    [/(?:^| )sig(?: |$)|^(?:, )?at(?: |$)/, 'state'],
    [ANY, 'task'],
  ],
  føre: [
    [/årshjul|(?:på|til) (?:\p{Ll}+ )?list|samtaler|dialog|forhandlinger|listen|opdateret/u, 'act'],
    [ANY, 'state'],
  ],
  trække: [
    [/\bsig\b/, 'state'],
    [ANY, 'act'],
  ],
  bidrage: [
    [/med (?:et|en|\p{Ll}*(?:input|tekst|indlæg|tal|afsnit))/u, 'act'],
    [ANY, 'state'],
  ],
  bruge: [[ANY, 'state']],
  anvende: [[ANY, 'state']],
  benytte: [[ANY, 'state']],
  tale: [
    [/sammen|\bmed\b/, 'act'],
    [ANY, 'report'],
  ],
  snakke: [
    [/sammen|\bmed\b/, 'act'],
    [ANY, 'report'],
  ],
  afsætte: [
    [/kr\b|midler|beløb|pulje|økonomi/, 'outcome'],
    [ANY, 'act'],
  ],
  indgå: [
    [/aftale|kontrakt/, 'act'],
    [ANY, 'state'],
  ],
  lede: [
    [/efter/, 'act'],
    [ANY, 'programme'],
  ],
  overtage: [
    [/stilling|post(?:en)?\b|plads|vagt|job|formandskab|ledelse/, 'staff'],
    [ANY, 'act'],
  ],
  dække: [[ANY, 'state']],
  starte: [
    [/(?:^| )(?:op|et|en) /, 'act'],
    [ANY, 'schedule'],
  ],
  vise: [
    [/rundt|frem(?: |$)/, 'act'],
    [ANY, 'state'],
  ],
  overveje: [[ANY, 'state']],
  tilbyde: [[ANY, 'state']],
  byde: [[ANY, 'programme']],
  åbne: [
    [/mødet|dagen|op for/, 'programme'],
    [ANY, 'act'],
  ],
  bære: [[ANY, 'state']],
  løfte: [
    [/emne|spørgsmål|sag|problem|(?:^| )(?:op|videre|det|den)(?: |$)/, 'act'],
    [ANY, 'state'],
  ],
  støtte: [[ANY, 'state']],
  pege: [[ANY, 'state']],
  sidde: [
    [/\bmed\b/, 'attend'],
    [ANY, 'state'],
  ],
  tænke: [[ANY, 'state']],
  køre: [
    [/rundt|ud til|over|ned|væk|hjem(?: |$)|genbrug|^(?:dem|den|det)(?: |$)/, 'act'],
    [ANY, 'state'],
  ],
  rejse: [[ANY, 'schedule']],
  prioritere: [[ANY, 'state']],
  drive: [[ANY, 'state']],
  styre: [[ANY, 'state']],
  skære: [[ANY, 'state']],
  løse: [[ANY, 'act']],
  drøfte: [
    [/\bmed\b|videre|igen|nærmere|(?:næste|næstkommende|førstkommende|kommende) (?:\p{Ll}+ )?møde/u, 'act'],
    [ANY, 'state'],
  ],
  klage: [[ANY, 'state']],
  fastsætte: [[/(?:^| )til \d/, 'outcome'], [ANY, 'act']],
  fastlægge: [[/(?:^| )til \d/, 'outcome'], [ANY, 'act']],
  skifte: [[/navn|hænder|karakter|spor/, 'state'], [ANY, 'act']],
  behandle: [
    [/igen/, 'act'],
    [ANY, 'outcome'],
  ],
  varsle: [[ANY, 'state']],
  skabe: [[ANY, 'state']],
  rykke: [
    [/\bop\b(?! i)|\bind\b|\bned\b/, 'state'],
    [ANY, 'act'],
  ],
  sende: [
    [/(?:en hilsen|en tanke)/, 'state'],
    [ANY, 'task'],
  ],
  afslutte: [
    [/mødet|dagen/, 'programme'],
    [ANY, 'act'],
  ],
  regne: [
    [/^(?:\p{Ll}+ )?med\b/u, 'wait'],
    [ANY, 'task'],
  ],
  bede: [[ANY, 'wish']],
  takke: [
    [/\bnej|\bja\b/, 'outcome'],
    [ANY, 'report'],
  ],
  høre: [
    [/(?:under|til|sammen|med til|hjemme)\b/, 'state'],
    [ANY, 'act'],
  ],
  overgå: [[ANY, 'outcome']],
  levere: [[ANY, 'act']],
  udvikle: [
    [/\bsig\b/, 'state'],
    [ANY, 'act'],
  ],
  inddrage: [[ANY, 'act']],
  involvere: [[ANY, 'act']],
  dele: [
    [/holdning|opfattelse|synspunkt|bekymring/, 'state'],
    [ANY, 'task'],
  ],
  forberede: [[ANY, 'task']],
  planlægge: [[ANY, 'task']],
  lukke: [[ANY, 'act']],
  flytte: [
    [/(?:^| )(?:sig|ind|ud)(?: |$)|^til (?:\p{Ll}+ )?(?:lokale|adresse|bygning)/u, 'state'],
    [ANY, 'act'],
  ],
  bytte: [[ANY, 'task']],
  handle: [
    [/\bind\b/, 'act'],
    [ANY, 'state'],
  ],
  prøve: [
    [/^(?:igen|lykken)/, 'state'],
    [ANY, 'act'],
  ],
  måle: [[ANY, 'act']],
  optage: [
    [/beslutningsreferat|referat/, 'outcome'],
    [ANY, 'act'],
  ],
  uddybe: [[ANY, 'act']],
  formidle: [[ANY, 'act']],
  konkretisere: [[ANY, 'act']],
  tydeliggøre: [[ANY, 'act']],
  præcisere: [[ANY, 'act']],
  regne_: [[ANY, 'task']],
};

/** The sense of a verb with what follows it; `fallback` is what the lexicon says of the verb alone. */
export function senseOf(lemma: string, rest: string, fallback: Sense): Sense {
  const rules = SENSES[lemma];
  return rules?.find(([pattern]) => pattern.test(rest))?.[1] ?? fallback;
}

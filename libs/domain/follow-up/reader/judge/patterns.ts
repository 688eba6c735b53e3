/** The turns of phrase that make a sentence something else than a follow-up (or make it one), in lower case. */

export const NEGATION =
  /(?:^| )(?:ikke(?! (?:kun|alene|blot|mindst))|aldrig|næppe|hverken|ingen|intet|undlader|undlade|afstår|frafalder|opgiver)(?: |$)/;

/** How things are done anyway. */
export const USUAL =
  /(?:^| )(?:altid|normalt|som (?:hoved)?regel|sædvanligvis|almindeligvis|typisk|stadig|fortsat|som hidtil|som vanligt|som altid|som udgangspunkt|plejer|til stadighed|allerede|til daglig|ofte)(?: |$)/;

export const ROUTINE =
  /(?:^| )(?:løbende|månedligt?|kvartalsvist?|ugentligt?|dagligt?|årligt?|halvårligt?|jævnligt?|regelmæssigt?|hver(?:t)? (?!især|af|sin|sit|deres)(?:\p{L}+ )?\p{L}+|(?:en|én|to|tre|fire|\d) gange? om (?:året|måneden|ugen|dagen))(?: |$)/u;

/** A routine that begins with this meeting. */
export const BEGUN =
  /fremover|fremadrettet|fra nu af|første gang|fra og med|fra (?:den )?\d|fra (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|næste)/;

/** Rules that already stand. */
export const STANDING_RULE =
  /(?:senest|mindst) [^,.]{0,40}(?:før|inden|efter|forud for) (?:hvert |et |ordinære )?møde(?:t|r|rne)?(?![\p{L}])|(?:efter|før|forud for|til|ved|på) (?:hvert|alle) møde|med (?:mindst |højst )?\p{L}+ (?:dages|ugers|måneders) varsel|efter forretningsordenen|jf\.? (?:forretningsordenen|vedtægt|reglerne)|^(?:ved|i tilfælde af) (?:fravær|sygdom|afbud|forfald|spørgsmål|klager|behov)/u;

/** "Ifølge loven skal ...": a rule, unless it names a coming day. */
export const BY_LAW =
  /(?:ifølge|efter|i henhold til|i følge|jf\.?|jævnfør) (?:den |de )?(?:gældende )?(?:lov|regl|vedtægt|bekendtgørelse|servicelov|forvaltningslov|retningslinje|kvalitetsstandard|forretningsorden|styrelseslov)/;

/** What is done to whoever it may be, by rule. */
export const ANYBODY =
  /^(?:(?:alle|de) )?(?:borger(?:e|ne)|ansøg(?:er|ere|erne|ning|ninger|ningerne)|klager(?:ne)?|henvendelser(?:ne)?|afbud|kørsel|transport|udlæg|rejseudgifter|udgifter|spørgsmål til|bemærkninger til|forslag til dagsordenen|suppleanter(?:ne)?|brugere|patienter)(?: |$)/;

/** What a crowd does is its custom, unless a time is given. */
export const CROWD =
  /^(?:(?:alle|de) )?(?:borgerne|beboerne|brugerne|personalet|forældrene|eleverne|gæsterne|de unge|patienterne|kunderne|familierne|deltagerne|foreningerne|naboerne|man)(?: |$)/;

/** Standing documents: what is done with them is the rule. */
export const STANDING_PAPER =
  /^(?:dagsordenen|referatet|referater|regnskabet|kontingentet|vedtægterne|mødet|møderne|årsberetningen|budgettet|beløbet|udgiften)(?: |$)/;
/** "Ifølge Knud ...": hearsay. */
export const HEARSAY = /^(?:ifølge|efter sigende|angiveligt|som bekendt) /;

export const ABSENCE =
  /barsel|orlov|sygemeld|sygdom|(?:på|fra|holder|efter) (?:\p{L}+ )?ferie|på kursus|fratr|(?:sin|hendes|hans|sit) (?:\p{L}+ )?(?:stilling|job|arbejde|post)|tilbage (?:til|i|på) (?:sit |sin |sine )?(?:\p{L}+ )?(?:job|arbejde|stilling|tjeneste|afdelingen|posten|kontoret|tid)|på arbejde|på uddannelse|studieophold|raskmeld|udlån|efterløn|pension|som (?:team|afdelings)?leder/u;

/** Somebody is away. */
export const AWAY = /sygemeldt|barsel|orlov|ferie|fratr|sygdom|efterløn|pension/;
export const STANDS_IN =
  /^(?:tage|overtage|dække|passe|fordele|omfordele|varetage|afløse|vikariere|vende|komme)$/;

export const IS_AWAY =
  /(?:^| )(?:er|holder) (?:\p{L}+ )?(?:på|til|i|bortrejst|syg)(?: (?!gang|dialog|kontakt|færd)|$)/u;

/** The case moves on to another body. */
export const REFERRAL =
  /til (?:(?:videre|fornyet|endelig|politisk|2\.|anden) )*(?:behandling|afgørelse|udtalelse|vedtagelse|orientering$)|til (?:magistraten|byrådet|\p{L}*udvalget) til|med (?:en )?(?:anbefaling|indstilling)/u;
export const SENDING = /^(?:\p{L}*sende|give|forelægge|overgive|tage|\p{L}*bringe)$/u;

/** A point, a case or a meeting that is only moved about. */
export const POINT_OR_CASE =
  /(?:^| )(?:punkt(?:et)?|punkterne|sag(?:en)?|indstilling(?:en)?|mødet|møderne|dagsordenspunkt(?:et)?|behandling(?:en)?|beslutning(?:en)?)(?: |$)/;
export const MOVING =
  /^(?:flytte|rykke|afslutte|lukke|tage|bytte|ombytte|aflyse|holde|afholde|drøfte|overføre|skubbe|parkere|gemme|springe|slå|samle)$/;
export const TAKEN_UP_AGAIN = /(?:^| )(?:op|med|igen)(?: |$)/;
export const BARE_POINT = /^(?:punkt(?:et)?|punkterne|sagen)(?: \d+)?(?: og \d+)?$/;

/** A theme of the aarshjul may be moved; a point of the agenda is deferred. */
export const THEME = /tema|besøg|oplæg|studietur|kursus|workshop|seminar|ekskursion/;

export const JOB =
  /stilling|afløser|vikar|ny(?:e)? (?:medarbejder|leder|chef|kollega|konsulent)|(?:^| )(?:post|plads|job|vakance)(?:en|et|er)?(?: |$)/;
export const FILLING =
  /^(?:overtage|opslå|genopslå|slå|besætte|lægge|udvide|nedlægge|søge|finde|lede|forlænge)$/;

/** What is done to a body while it sits: the purpose of a point. */
export const BRIEFED =
  /^(?:give|tilbyde|inddrage|høre|involvere|opdatere|briefe|forelægge|præsentere|introducere|orientere|informere)$/;

/** Corrections of the minutes or the agenda itself. */
export const CORRECTED = /(?:referat|dagsorden)(?:et|en)? (?:er|blev) (?:\p{L}+ ){0,2}godkendt/u;
export const CORRECTING =
  /^(?:rette|korrigere|ændre|erstatte|tilføje|præcisere|slette|indsætte|omformulere|berigtige)$/;
export const TAKES_MINUTES =
  /^(?:skrive|udarbejde|føre|tage|optage|lave|underskrive|protokollere|rette|ændre|korrigere|præcisere)$/;

/** The marks of a programme. */
export const PROGRAMME =
  /\d{1,3} min(?:\.|utter)|gruppearbejde|dagens program|velkomst(?!\p{L})|tid til spørgsmål|der er kaffe|^(?:efter frokost|kl\.? \d)/u;

/** Who sits in on a point. */
export const SITS_IN =
  /deltager (?:\p{L}+ ){0,3}(?:under|ved|til|i) (?:(?:behandlingen af|dette) )?punkt|(?:under|til|ved) (?:(?:behandlingen af|dette) )?punktet (?:deltager|medvirker|er)/u;

/** Aims nobody can tick off. */
/** Aims in the passive. */
export const AIMED_AT =
  /^(?:udmønte|implementere|forankre|styrke|forbedre|udvikle|fremme|prioritere|reducere|begrænse|integrere|optimere)$/;
export const AIM =
  /^(?:styrke|forbedre|prioritere|reducere|begrænse|fokusere|skabe|effektivisere|harmonisere|optimere)$/;
/** With "vil" these are intentions too. */
export const INTENTION =
  /^(?:inddrage|involvere|udvikle|tilpasse|bruge|støtte|hjælpe|følge|arbejde|løse|bistå|udvide|sikre|prøve|forsøge)$/;

export const LISTS =
  /(?:på|ind i|med på|med i|i|til) (?:\p{L}+ ){0,3}\p{L}*(?:dagsorden|årshjul|list|kalender|program|hjemmeside|intranet|nyhedsbrev|mødeplan|plan)/u;
export const INTO_TALK =
  /^(?:\p{L}+ ){0,2}(?:i (?:dialog|kontakt|gang|tæt dialog)|til møde|i møde|videre med)(?: |$)/u;

export const BODY =
  /(?:udvalg|råd|bestyrelse|direktion|ledelse|magistrat|chefgruppe|mødekreds|gruppe|kreds|forum|rådmand)(?:en|et|n|t)?$/;

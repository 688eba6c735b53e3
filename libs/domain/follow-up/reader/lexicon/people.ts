/** Danish first names common among adults; only needed where a name opens a sentence or looks like a noun. */
export const FIRST_NAMES = new Set(
  `aage agnete aksel albert alex alexander alfred ali allan amalie amina anders andrea andreas ane anette anita anja ann anna anne annelise
annemarie annette annie anton arne arthur asger asta astrid aske august axel benedikte benny bent bente berit bertil betina bettina birgit
birgitte birte birthe bjarne bjørn bo bodil brian britta britt camilla carina carl carla carsten caroline casper cecilie charlotte christa
christian christina christine christoffer claus conny connie dagny dan daniel david dennis diana ditte dora dorit dorte dorthe ebbe edith egon
eigil einar elin elinor elisabeth ella ellen else elsebeth emil emilie emma erik erika erling ernst esben esther eva fatima finn flemming
frank freja frede frederik frederikke freddy frida frode gerda gert gerd gitte grete grethe gunhild gunnar gurli hanna hannah hanne hans harald
hassan heidi helen helena helene helga helge helle henning henny henriette henrik henry herdis hjalmar holger hugo ib ibrahim ida inge inger
ingelise ingeborg ingrid irene iris ivan jacob jakob jan jane janne janni jannie jannik jean jens jeppe jesper jette jim jimmy joan johan
johanna johanne johannes john johnny jonas jonathan josefine judith julie jytte jørgen jørn kaj kai kamilla karen karin karina karl karla
karoline karsten kasper katja katrine kathrine keld kenneth kent kim kirsten kirstine kjeld klaus knud kristian kristina kristine kristoffer
kurt lars lasse laura laurits laurids leif lena lene leo lilian lillian lilly lily linda line linea lis lisa lisbet lisbeth lise liselotte liv liva
lone lonnie lotte louise lucas lukas lykke mads magnus maja malene malik malte malthe marcus margit margrethe maria mariam mariann marianne marie
marius mark markus martha martin mathias mathilde mattias maya merete merethe mette mia michael mie mike mikael mikkel mille mogens mohamed
mohammed mona monica morten mustafa nadia nanna natasha nicolai nicoline niels nikolaj nina noah nora nour ole olaf olav olga oliver oluf omar oscar
oskar otto palle patrick paw peder per pernille peter philip pia poul preben rasmus rebecca regitze rene rené rikke rita robert roland
rolf rosa ruben rune ruth samuel sandra sanne sara sarah sebastian selma signe simon simone sine sigrid sigurd sofia sofie solveig sonja sophie
stig stine steen steffen sten susan susanne svend sven søren tage tanja tenna teresa tim tina tobias tom tommy tonny torben tore
tove trine troels tue tyge uffe ulf ulla ulrik ursula vagn valdemar vera verner vibeke victor viggo viktor viola vivi vivian willy winnie yasmin
yusuf yvonne zahra øjvind øyvind åse aase åge`.split(/\s+/),
);

/** Stems of nouns for people and bodies inside the house, tested against the end of a word without its article. */
export const ROLE_STEMS =
  `formand forperson formandskab næstformand leder chef direktør rådmand borgmester konsulent sekretær assistent medarbejder koordinator rådgiver vejleder pædagog lærer
kasserer tovholder ordstyrer dirigent mødeleder referent revisor controller jurist økonom planlægger arkitekt ingeniør tekniker tekniker læge
sygeplejerske terapeut psykolog socialrådgiver sagsbehandler mentor kontaktperson repræsentant talsperson talsmand ansvarlig bestyrer
forstander inspektør pedel vicevært servicemedarbejder køkkenleder kok bibliotekar webmaster redaktør webredaktør journalist
fuldmægtig specialkonsulent projektmedarbejder praktikant elev vikar frivillig pårørende bruger beboer medlem deltager suppleant
udvalg råd bestyrelse direktion ledelse forvaltning afdeling sektion kontor sekretariat center team gruppe enhed stab magistrat byråd
kommune kreds kommission komité komite nævn forening organisation institution botilbud bosted bofællesskab plejehjem værested skole
jobcenter borgerservice bogholderi lønkontor køkken administration drift personale stabe projektgruppe arbejdsgruppe
styregruppe følgegruppe mødekreds chefgruppe forretningsudvalg område centerchef hovedkontor distrikt hus redaktion bogholder
bibliotek værksted varetægt tillidsrepræsentant tillidsmand arbejdsmiljørepræsentant arbejdsmiljøgruppe ansatte ekspert fagperson
mand person kollega kolleger kollegaer kvinde vagt ejendomskontor indkøber programleder projektleder teamleder rådgivning visitation
myndighed behandler udvikler programmør analytiker partner parter fagforening klub plejer hjælper støtteperson
værter vært instruktør træner underviser kursist forfatter fotograf grafiker statistiker initiativtager ophavsmand ejer aktør beredskab
delegation brugere ledere chefer medarbejdere konsulenter`.split(/\s+/);

/** People and bodies outside the house: what they plan is nobody's follow-up here. */
export const OUTSIDER =
  /(?:minister(?:en|iet|ium)?|ministeri\p{Ll}*|(?<!be)styrelsen|(?<!be)styrelse|region(?:en|erne|s|ens)?|regering(?:en|ens)?|tilsyn(?:et)?|statsforvaltning(?:en)?|kommission(?:en)?|trafik(?:ken)?|folketing(?:et|ets)?|politi(?:et|ets)?|udlejer(?:en|ne)?|leverandør(?:en|er|erne)?|entreprenør(?:en|er|erne)?|håndværker(?:ne|en|e)?|bygherre(?:n)?|boligforening(?:en|er|erne)?|boligselskab(?:et|er|erne)?|firma(?:et|er|erne)?|selskab(?:et)?|virksomhed(?:en|er|erne)|direktorat(?:et)?|universitet(?:et)?|domstol(?:en|ene)?|ret(?:ten)|stat(?:en)|ankenævn(?:et)?|ombudsmand(?:en)?|fond(?:en)?|forsikring(?:en)?|producent(?:en)?|tømrer(?:en)?|maler(?:en)|elektriker(?:en)|arkitekt(?:en)|myndigheder(?:ne)|hospital(?:et)?|sygehus(?:et)?|forlag(?:et)?|trafikselskab(?:et)?|landsforening(?:en)?|hovedorganisation(?:en)?|rigsrevision(?:en)?|kommunerne|nabokommune(?:n|r|rne)?|borger(?:ne|en)?|forældre(?:ne)?|foredragsholder(?:en)?|oplægsholder(?:en)?)$/u;

/** Capital words that are organisations outside the house, or no actor at all. */
export const OUTSIDE_NAMES = new Set(
  'kl eu dsb skat falck regeringen folketinget danmark danmarks danske kommunernes kombit netcompany tdc who fn dh dsi norden staten telia yousee midttrafik arriva cowi rambøll niras deloitte kpmg bdo pwc vive nationalbanken'.split(
    ' ',
  ),
);

/** Abbreviations in capitals that name a thing, not a unit or a person. */
export const THING_ACRONYMS = new Set(
  'it tv pc cpr gdpr apv bpa stu mus ok cd dvd pdf sms lgbt esn usa uk dk nb ps obs sop faq wifi kpi lean bnp cvr'.split(
    ' ',
  ),
);

/** Ends of nouns for things, so that a capital at the start of a sentence is not taken for somebody. */
export const THING_ENDINGS =
  /(?:(?<!afdel|forvalt|foren|rådgiv|bygn|led)ing(?:en|er|erne|s)?|(?<!best?yr|led|sty)els(?:e|en|er|erne)|(?<!en|myndig)hed(?:en|er|erne)?|(?<!direk|institu|organisa|redak|sek|delega|administra|visita|kommunika|sta)tion(?:en|er|erne)?|plan(?:en|er|erne)?|rapport(?:en|er|erne)?|notat(?:et|er|erne)?|projekt(?:et|er|erne)?|sag(?:en|er|erne)?|punkt(?:et|er|erne)?|bilag(?:et|ene)?|oversigt(?:en)?|list(?:e|en|er|erne)|brev(?:et|e|ene)?|tal(?:let|lene)?|mød(?:e|et|er|erne)|dag(?:en|e|ene)?|indsats(?:en|er|erne)?|aftal(?:e|en|er|erne)|politik(?:ken|ker)?|strategi(?:en|er|erne)?|budget(?:tet|ter)?|program(?:met|mer)?|model(?:len|ler|lerne)?|system(?:et|er|erne)?|referat(?:et|er|erne)?|mail(?:en|s)?|folder(?:en|e)?|side(?:n|r|rne)?|pjece(?:n|r)?|tema(?:et|er)?|pulje(?:n|r)?|statistik(?:ken)?|analyse(?:n|r|rne)?|midler(?:ne)?|penge(?:ne)?|skema(?:et|er)?|materiale(?:t|r|rne)?|regn?skab(?:et)?|samarbejde(?:t)?|arbejde(?:t)?|forslag(?:et|ene)?|spørgsmål(?:et|ene)?|svar(?:et|ene)?|forløb(?:et|ene)?|lov(?:en|e|ene)?|regler(?:ne)?|ordning(?:en|er|erne)?|ramme(?:n|r|rne)?|mål(?:et|ene)?|krav(?:et|ene)?|behov(?:et|ene)?|grundlag(?:et)?|overblik(?:ket)?|billede(?:t|r|rne)?|slides|lokale(?:t|r|rne)?|nøgle(?:n|r|rne)?|priser(?:ne)?|udgift(?:en|er|erne)|takst(?:en|er|erne)?|tekst(?:en|er|erne)?|tid(?:en)?|uge(?:n|r|rne)?|år(?:et|ene)?|måned(?:en|er|erne)?|besøg(?:et|ene)?|kursus(?:et)?|kurser(?:ne)?|oplæg(?:get|gene)?|udkast(?:et|ene)?|udtræk(?:ket)?|tilbud(?:det)|emne(?:t|r|rne)?|ide(?:en|er|erne)?|idé(?:en|er|erne)?|debat(?:ten)?|dialog(?:en)?|proces(?:sen|ser)?|fase(?:n|r|rne)?|fokus|trivsel(?:en)?|fravær(?:et)?|økonomi(?:en)|data(?:ene)?|link(?:et|s)?|app(?:en)?|bog(?:en)?|bøger(?:ne)?|bil(?:en)|bus(?:sen)|dør(?:en|e)?|hjemmeside(?:n)?|tendens(?:en)?|kapacitet(?:en)?|kvalitet(?:en)?|effekt(?:en|er)?|gevinst(?:en|er)?|lys(?:et)?|fest(?:en)?|tur(?:en)?|valg(?:et)?|post(?:en)|plads(?:en|er|erne)?|skilt(?:et|e|ene)?|håndbog(?:en)?|film(?:en)?|video(?:en|er)?|undersøgelse(?:n|r|rne)?)$/u;

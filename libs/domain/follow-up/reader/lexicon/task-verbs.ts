/**
 * Danish verbs that name something somebody does and is then done with. One line a group; a verb is written as its
 * infinitive, `:t` for a past in -te/-t, `:past/participle` for a strong one; none of these is -ede/-et.
 */

/** Whoever stands as the subject of these acts: no thing sends, rings or books. */
export const AGENT_VERBS = `
indføre:t genindføre:t opføre:t indgive:indgav/indgivet afgive:afgav/afgivet angive:angav/angivet tilbagegive:tilbagegav/tilbagegivet
sammensætte:sammensatte/sammensat fastsætte:fastsatte/fastsat omsætte:omsatte/omsat udtage:udtog/udtaget medtage:medtog/medtaget
anlægge:anlagde/anlagt sammenlægge:sammenlagde/sammenlagt tillægge:tillagde/tillagt færdigstille fremstille omstille tilstille udtrække:udtrak/udtrukket inddrive:inddrev/inddrevet
fejlmelde:t genbruge:t udskære:udskar/udskåret klippe
veje stryge:strøg/strøget afmærke rense slibe:sleb/slebet skrue pudse luge klippe vande grave støbe:t fuge bore sortere oprydde bortskaffe kassere afhænde donere
skænke forære pynte udsmykke dekorere indrette møblere låse:t aflåse:t afspærre tænde:t slukke justere opgradere aktivere deaktivere brygge anrette stege:t
tolke fortolke sammenskrive:sammenskrev/sammenskrevet sammenstille opdele:t inddele:t prissætte:prissatte/prissat estimere anslå:anslog/anslået afstemme:t efterkontrollere attestere kontere afregne
oplære:t instruere vejlede:t rådgive:rådgav/rådgivet assistere ledsage avertere rangordne frasortere kåre nominere purre påminde:t
klarlægge:klarlagde/klarlagt identificere opspore fremfinde:fremfandt/fremfundet fremsøge:t indgive:indgav/indgivet indbringe:indbragte/indbragt kalendersætte:kalendersatte/kalendersat
tilvejebringe:tilvejebragte/tilvejebragt fremskynde udkaste signere medunderskrive:medunderskrev/medunderskrevet matche tilknytte tildele:t omfordele:t omplacere resumere
forny afvikle afskaffe frankere udruste inspicere besigtige udlodde rekvirere hidkalde:t sammenkalde:t udbringe:udbragte/udbragt efterbestille:t ombytte
opremse gennemtænke:t afveje udregne sondere afsondere opsøge:t trimme nedpille skille overdrage:overdrog/overdraget indøve bestykke
sende:t rundsende:t fremsende:t udsende:t eftersende:t videresende:t tilsende:t tilbagesende:t maile smse poste uploade downloade
skrive:skrev/skrevet nedskrive:nedskrev/nedskrevet omskrive:omskrev/omskrevet underskrive:underskrev/underskrevet renskrive:renskrev/renskrevet
ringe kontakte henvende:t spørge:spurgte/spurgt udspørge:udspurgte/udspurgt forhøre:t høre:t besvare svare 
undersøge:t afsøge:t eftersøge:t opsøge:t afklare tjekke checke efterprøve verificere researche eftergå:eftergik/eftergået gennemgå:gennemgik/gennemgået
efterse:efterså/efterset gennemse:gennemså/gennemset efterregne beregne udregne omregne regne opgøre:opgjorde/opgjort optælle:optalte/optalt tælle:talte/talt
udarbejde lave tegne:t skitsere udforme formulere forfatte layoute male reparere rengøre:rengjorde/rengjort
indkalde:t tilkalde:t invitere indbyde:indbød/indbudt afmelde:t tilmelde:t anmelde:t melde:t tilbagemelde:t indmelde:t genindkalde:t
bestille:t afbestille:t genbestille:t booke reservere leje:t indkøbe:t købe:t sælge:solgte/solgt anskaffe fremskaffe skaffe hjemtage:hjemtog/hjemtaget
indhente afhente hente indsamle opsamle eftersamle modregne
arrangere organisere planlægge:planlagde/planlagt tilrettelægge:tilrettelagde/tilrettelagt forberede koordinere aftale berigtige
afsende:t aflevere indlevere levere udlevere uddele:t omdele:t fordele:t dele:t
foranledige effektuere iværksætte:iværksatte/iværksat igangsætte:igangsatte/igangsat påbegynde:t eksekvere
rapportere afrapportere tilbagerapportere indrapportere indberette aflægge:aflagde/aflagt
forberede klargøre:klargjorde/klargjort færdiggøre:færdiggjorde/færdiggjort
opdatere ajourføre:t revidere justere tilrette rette korrigere redigere korrekturlæse:t omformulere forkorte forenkle
offentliggøre:offentliggjorde/offentliggjort publicere udgive:udgav/udgivet trykke:t overrække:overrakte/overrakt printe kopiere scanne indscanne genoptrykke oversætte:oversatte/oversat
opsætte:opsatte/opsat ophænge:t hænge:t nedtage:nedtog/nedtaget montere installere udskifte skifte bytte flytte fjerne slette tømme:t rydde male
oprette nedsætte:nedsatte/nedsat etablere lukke genåbne nedlægge:nedlagde/nedlagt opstarte genstarte
ansøge:t søge:t anke overdrage:overdrog/overdraget overlevere videregive:videregav/videregivet videreformidle
udpege udvælge:udvalgte/udvalgt vælge:valgte/valgt finde:fandt/fundet opfinde:opfandt/opfundet genfinde:genfandt/genfundet
notere indskrive:indskrev/indskrevet tilføje tilskrive:tilskrev/tilskrevet vedlægge:vedlagde/vedlagt vedhæfte påføre:t indføje indsætte:indsatte/indsat
journalisere arkivere registrere indtaste
afprøve afteste teste pilotteste udprøve prøve forsøge:t
kigge læse:t gennemlæse:t gennemskrive:gennemskrev/gennemskrevet kommentere
forhandle genforhandle opsige:opsagde/opsagt underrette varsle alarmere adressere
facilitere bage køre:t transportere fotografere filme interviewe
betale:t fakturere opkræve refundere udbetale:t overføre:t bogføre:t
bringe:bragte/bragt medbringe:medbragte/medbragt aflyse:t annullere genoptage:genoptog/genoptaget 
udbede:udbad/udbedt erstatte udfylde:t nedbryde:nedbrød/nedbrudt pakke vaske opmåle:t måle:t efterspore
udføre:t gennemføre:t foretage:foretog/foretaget udrede udtænke:t idéudvikle brainstorme
udmønte implementere udrulle afslutte rådføre:t konsultere sparre inddrage:inddrog/inddraget involvere høste
opfølge:opfulgte/opfulgt benchmarke visualisere besigtige opslå:opslog/opslået genopslå:genopslog/genopslået annoncere
indlægge:indlagde/indlagt udlægge:udlagde/udlagt oplægge:oplagde/oplagt udlåne:t låne:t afsøge:t konkretisere uddybe
omrokere omlægge:omlagde/omlagt opkvalificere efteruddanne tydeliggøre:tydeliggjorde/tydeliggjort forankre
udbedre istandsætte:istandsatte/istandsat vedligeholde:vedligeholdt/vedligeholdt beskære:beskar/beskåret så plante feje lappe sy
formidle repetere synliggøre:synliggjorde/synliggjort markedsføre:t promovere opreklamere efterfakturere
påtage:påtog/påtaget varetage:varetog/varetaget effektivisere digitalisere
efterbehandle udforske udvikle videreudvikle optimere nytænke:t gentænke:t præcisere
skemalægge:skemalagde/skemalagt udstille underskrive:underskrev/underskrevet kvittere godtgøre:godtgjorde/godtgjort
udstede:t udskrive:udskrev/udskrevet nedfælde formalisere udbyde:udbød/udbudt genudbyde:genudbød/genudbudt
`;

/** The subject of these may also be a thing ("rapporten belyser"): they count only with somebody as the subject. */
export const THING_OR_AGENT_VERBS = `
rykke vende:t drøfte starte overtage:overtog/overtaget afholde:afholdt/afholdt optage:optog/optaget skabe:t
belyse:t beskrive:beskrev/beskrevet afdække kortlægge:kortlagde/kortlagt analysere evaluere vurdere sammenligne:t sammenholde:sammenholdt/sammenholdt
opsummere sammenfatte samle opliste perspektivere eksemplificere illustrere dokumentere
sikre garantere kontrollere overvåge monitorere tilpasse ændre udvide udbygge begrænse reducere styrke forbedre
følge:fulgte/fulgt lægge:lagde/lagt sætte:satte/sat tage:tog/taget give:gav/givet gøre=gør:gjorde/gjort se:så/set gå:gik/gået komme:kom/kommet
stå:stod/stået holde:holdt/holdt føre:t trække:trak/trukket bære:bar/båret stille have=har:havde/haft få:fik/fået være=er:var/været blive:blev/blevet
arbejde hjælpe:hjalp/hjulpet bistå:bistod/bistået løse:t klare ordne sørge overveje vise:t
åbne dække indgå:indgik/indgået træffe:traf/truffet slå:slog/slået pege bidrage:bidrog/bidraget 
anvende:t bruge:t benytte tilbyde:tilbød/tilbudt overveje nyttiggøre:nyttiggjorde/nyttiggjort
formindske fordoble udfase indfase prioritere harmonisere samordne forlænge fastsætte:fastsatte/fastsat fastlægge:fastlagde/fastlagt
køre:t løfte drive:drev/drevet lede:t styre skære:skar/skåret bygge afsætte:afsatte/afsat reservere 
lægge:lagde/lagt tænke:t tale:t snakke sparke skubbe vende:t rette høre:t byde:bød/budt sidde:sad/siddet
optræde:optrådte/optrådt opstille supplere indarbejde indtænke:t integrere indskrænke udlicitere
`;

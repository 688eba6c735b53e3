/**
 * Everyday Danish, written for this product: the words that hold any running text together. Endings are not listed;
 * `vocabulary.ts` takes them off.
 */
export const FUNCTION_WORDS = `
og i at det er en til af på for med de der ikke som den han har et om vi var jeg men sig så fra kan ved nu skal
ud da når over vil hvor efter op under eller alle også ham hun sin dem denne dette disse mod meget kun mere mest
hvis mange få noget nogle nogen ingen intet al alt anden andet andre egen eget egne samme selv hver hvert hvilken
hvilket hvilke hvad hvem hvordan hvorfor hvornår hvorvidt hvorefter hvorved hvormed hvoraf hvori heraf herved herpå
hertil herunder herefter herfra her derfor dermed derved deraf dertil derefter derpå derimod derudover desuden
desværre dog endnu endda endvidere fordi forud foran bagved siden sidst først før inden indtil imellem mellem
gennem igennem langs nær uden uanset trods mens medens idet ifølge iht ift jf jfr jvf vedr mv mfl mm bl fx eks ca
cirka dvs evt hhv inkl ekskl osv pga pba nr pkt stk kl kr pct mio mia min tlf vha mhp iflg hvorom vedrørende
angående omkring blandt hos ad samt både enten hverken sådan således såfremt ellers eftersom skønt selvom selvfølgelig
måske nok ret lige bare blot netop især særlig særligt altid aldrig ofte sjælden sjældent snart straks nogensinde
igen sammen hinanden hinandens man jer os mig dig du din dit dine min mit mine vores vor vort deres dens dets hans
hendes sit sine jeres ja nej tak ind ned hen hjem frem tilbage bort væk ude inde oppe nede henne hjemme fremme
ind indenfor udenfor inden udover indover videre fortsat stadig allerede ligesom ligeledes hvorimod imidlertid
derimellem løbende fremover fremadrettet fremefter hidtil hidtidig tidligere senere senest nuværende daværende
kommende følgende ovenstående nedenstående ovenfor nedenfor vedlagt vedlagte pr à per via kontra plus minus
være er var været bliver blev blevet blive have har havde haft kan kunne kunnet skal skulle skullet vil ville villet
må måtte måttet bør burde burdet tør turde få får fik fået gå går gik gået gør gjorde gjort gøre se ser så set
tage tager tog taget komme kommer kom kommet give giver gav givet stå står stod stået ligge ligger lå ligget
sige siger sagde sagt lade lader lod ladet holde holder holdt finde finder fandt fundet vide ved vidste vidst
sætte sætter satte sat lægge lægger lagde lagt bringe bringer bragte bragt følge følger fulgte fulgt
skrive skriver skrev skrevet hedde hedder hed heddet bede beder bad bedt byde byder bød budt bære bærer bar båret
drage drager drog draget falde falder faldt faldet gælder gælde gjaldt gældt hjælpe hjælper hjalp hjulpet
træffe træffer traf truffet trække trækker trak trukket vælge vælger valgte valgt sælge solgt spørge spørger spurgte
spurgt række rækker rakte rakt synes syntes lyde lyder lød sidde sidder sad siddet ses findes fås haves
tie løbe løber løb skride stige stiger steg steget slå slår slog slået springe tvinge tvunget vinde vinder vandt vundet
to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten tyve tredive fyrre halvtreds hundrede tusind
første anden tredje fjerde femte sjette syvende ottende niende tiende million millioner milliard halv halvdel kvart
procent begge par dusin flere flest færre mindre mindst størst større bedre bedst værre værst ældre yngre længere
gang gange dag dage uge uger måned måneder år kvartal time timer minut minutter sekund dato tid tider
mandag tirsdag onsdag torsdag fredag lørdag søndag weekend hverdag helligdag morgen formiddag middag eftermiddag aften
nat januar februar marts april maj juni juli august september oktober november december jan feb mar apr jun jul aug
sep okt nov dec primo medio ultimo forår sommer efterår vinter påske pinse jul nytår ferie kvt årlig månedlig daglig
`;

export const EVERYDAY_WORDS = `
arbejde barn børn mand kvinde menneske person folk familie far mor forælder forældre søn datter bror søster søskende
ven venner nabo liv livs død sund syg sygdom krop hoved hånd hænder fod fødder øje øjne øre hjerte ryg vand mad brød
kaffe te frokost hus hjem bolig lejlighed værelse dør vindue væg gulv tag have gård vej gade plads torv by land verden
natur skov mark strand hav sø å bjerg ø himmel sol måne vejr regn sne vind luft jord ild træ blomst plante dyr hund
hest ko fugl fisk bil bus tog cykel fly skib båd tur rejse penge pris køb salg varer butik marked bank regning
løn skat afgift udgift indtægt gæld lån bog avis blad brev side ord sprog tekst historie billede film musik sang
spil leg sport bold kamp hold skole klasse lærer elev bøger fag viden kunst tanke idé ide ideer mening ønske håb
tro kærlighed glæde sorg vrede frygt angst smerte lykke held fred krig fjende våben magt lov ret pligt frihed ansvar
stor lille små god dårlig ny gammel ung høj lav lang kort bred smal tyk tynd tung let hurtig langsom varm kold
våd tør ren snavset hel tom fuld åben lukket stærk svag hård blød lys mørk rød grøn blå gul hvid sort grå rigtig
forkert sand falsk klar tydelig svær nem vigtig mulig umulig nødvendig almindelig sjælden fælles fri sikker farlig
rolig stille glad ked rask træt sulten rig fattig dyr billig gratis smuk grim sjov trist rar venlig hyggelig dygtig
klog dum interessant kendt ukendt berømt særlig forskellig lig ens nær fjern tæt dyb flad rund skæv lige direkte
begynde slutte stoppe starte fortsætte vente løfte bygge lave købe betale koste spare tjene låne eje bruge miste
søge vise kigge høre lytte tale snakke fortælle svare råbe grine græde smile tænke føle mærke huske glemme lære forstå
kende tro håbe ønske elske hade prøve forsøge lykkes mangle behøve åbne lukke sove vågne spise drikke køre flytte
rejse bo leve dø født vokse skabe ændre dele samle mødes møde besøge invitere ringe sende modtage hente levere
vende dreje kaste gribe bære trykke skubbe hoppe danse synge lege vinde tabe kæmpe slås beskytte passe pleje
redde hjælpe støtte tilbyde love nægte tillade forbyde afslå acceptere undgå ske foregå virke fungere betyde kræve
fylde dække pege røre nå vare ændres opleve kalde nævne beskrive forklare undre overraske glæde ærgre bekymre
gerne ganske temmelig alligevel egentlig faktisk sikkert sandsynligvis heldigvis naturligvis åbenbart tit lidt meget
helt næsten omtrent præcis rundt lang langt nært tæt overalt ingensteder steder sted sammen alene hurtigt hvorhen
måde slags art type form del dele stykke sæt række gruppe ende begyndelse midte kant top bund side højre venstre
øst vest nord syd øverst nederst bagside forside grund årsag følge resultat fejl problem løsning spørgsmål svar
forslag råd hjælp støtte chance risiko fare sag ting stof emne punkt linje sætning tal antal mængde vægt størrelse
længde højde bredde dybde alder fart styrke kraft energi lyd farve form smag lugt tone stemme navn titel adresse
nummer telefon mail post pakke kort nøgle taske tøj sko hat briller ur bord stol seng lampe skab skærm computer net
`;

/** General words of papers and reports, of no special field. */
export const GENERAL_WORDS = `
ny nye nyere øvrig øvrige byen byens byer byerne grad blik spor værdi enkelt enkelte flere fysisk aktiv passiv handle handling
tværs betydning øge øget øges selvstændig kompleks kompleksitet trives rumme mestre intern ekstern investere investering
individuel individuelle central fleksibel fleksible eksistere eksisterende relevant opmærksom opmærksomhed potentiale myndighed
alvorlig alvor pres presse faktor bryde efterspørgsel vilkår afsæt evne fundament negativ positiv generel generelt imødekomme
rolle parat effektiv tilgængelig tilgang nytænke samtidig altså opspore opsporing tilknytning tilknytte opnå forskel eventuel
færdighed kræft kræfter struktur begrænse begrænset yderligere engagement offentlig praksis praktisk tilfælde aktør omfang
relation relationer repræsentere repræsentant struktureret indhold overskrift indledning afsnit afslutning konklusion konkludere
resume sammendrag henseende henblik forbindelse forhold omstændighed situation tilstand tilfælde tilfældig mønster tendens
udtryk udtrykke opfattelse holdning synspunkt argument overbevise uenighed konflikt enstemmig vedrører betragte betragtning
skelne sammenligne sammenligning modsætning afvige afvigelse undtagelse regel hovedregel princip principiel teori hypotese
konkret abstrakt specifik særskilt separat samlet delvis fuldstændig grundig grundlæggende afgørende væsentlig uvæsentlig
primær sekundær umiddelbar midlertidig varig permanent øjeblikkelig pludselig gradvis stabil ustabil sikker usikker
usikkerhed risikere advare advarsel understrege understregning fremhæve pointere konstatere bekræfte afkræfte dokumentere
dokumentation bevis bevise påvise vise fremvise demonstrere illustrere skildre tydeliggøre præcisere uddybe uddybende
kort fatte sammenfatte opsummere opsummering gentage gentagelse erstatte erstatning udskifte udskiftning fjerne tilføje
tilføjelse slette rette rettelse ændring forbedre forbedring forværre forværring udligne balance balancere afveje
fordele fordeling tildele tildeling uddele udlevere aflevere overlevere modtager afsender bestille bestilling levering
indkøb anskaffe anskaffelse finansiere bevilge bevillige tilskynde motivere motivation inspirere inspiration opmuntre
belønne belønning rose ros kritik kritisere klage undskylde beklage takke tilgive stole mistro mistanke anklage
opdage opdagelse finde opfinde udforske forske forskning forsker universitet videnskab videnskabelig akademi
professor kandidat bachelor eksamen karakter undervise undervisning underviser pensum skema klasselokale
erhverve erhvervsliv industri produktion producere produkt fremstille fremstilling maskine værktøj udstyr materiale
materialer råvare transport transportere levere lager lagre vare handel handle marked konkurrence konkurrere kunde
kunder klient forbruger forbrug bruge brug anvendt nyttig nytte værdifuld kostbar dyrebar fordelagtig
ansøge ansøgning ansøger udvælge udvælgelse kandidat stillingsopslag jobopslag samtale jobsamtale prøvetid opsige
opsigelse afskedige fratræde pensionere kollega kolleger kollegial overordnet underordnet lønmodtager vagt vagtplan
mødes møder mødet mødedeltager mødeleder indbydelse invitation tilmelde tilmelding framelde arrangement arrangere
begivenhed fejre festlig fest jubilæum receptionen åbning indvielse udstilling foredrag foredragsholder debattør
læse læser skriftlig opslag opslagstavle avisartikel artikel journalist redaktør redaktion interviewe medievirksomhed
bevæge bevægelse motion kost kostvaner vane vaner vægttab ryge rygning alkohol stof stoffer afhængig afhængighed
følelse følelser stress angst depression ensom ensomhed isolation isoleret fortvivle selvværd selvtillid
barndom ungdom voksen voksne voksenliv ældre alderdom generation familiær slægt hjemlig husholdning
bofælles bofællesskab beboer beboere beboerråd nabolag naboskab kvarter boligsituation indflytning fraflytning
regler retningslinje retningslinjer vejledning instruks instruktion procedure procedurer forretningsgang arbejdsgang
vedtægt vedtægter statut protokol journal arkiv arkivere registrere registrering register indberette indberetning
opgøre opgørelse beregne beregnet beregning tælle optælling måle målt skønne estimere anslå vurderet kategori kategorier
niveau trin fase faser skridt etape hast haste hurtighed forsinke forsinkelse udskyde udsættelse fremrykke
krise nødsituation beredskab brand redning ulykke skade skader forsikring forsikre erstatte sikre sikring
tilbagemelding genforhandle forhandle forhandling mægle indgåelse underskrift forpligte forpligtende forpligtelse
betro tavshed tavshedspligt fortrolighed persondata databeskyttelse samtykke anonym anonymiseret indsigt aktindsigt
ord tale udtale ytre ytring påstand påstå hævde nægte benægte indrømme erkende erkendelse indse forstå misforstå
opgive fastholde bevare opretholde vedligehold vedligeholde vedligeholdelse slid slitage reparere reparation
træde indtræde optræde optræden tiltro forbigå overse overskue overskuelig uoverskuelig gennemskuelig
gennemsigtig gennemsigtighed åbenhed ærlig ærlighed retfærdig retfærdighed lige lighed ulighed forskelsbehandling
øjenhøjde skala bredere smallere dybere højere lavere nærmere fjernere tættere løsere strammere
`;

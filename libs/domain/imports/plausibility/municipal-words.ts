/** The words of a Danish municipality's papers, written for this product; stems only, compounds are taken apart. */
export const MUNICIPAL_WORDS = `
kommune kommunal byråd kommunalbestyrelse magistrat magistratsafdeling rådmand rådmænd borgmester viceborgmester
udvalg økonomiudvalg direktion direktør chef leder medarbejder ansat konsulent sekretariat sekretær sekretærer forvaltning
administration afdeling enhed center centre stab team område sektor kontor rådhus borger ledelse bestyrelse råd nævn
styregruppe arbejdsgruppe følgegruppe formand næstformand medlem suppleant deltager gæst ordfører referent dagsorden
referat punkt punkter bilag indstilling beslutning sag sagsfremstilling sagsbehandler sagsbehandling høring svar debat
drøftelse orientering mundtlig skriftlig opfølgning status proces plan strategi politik politisk vision mål målsætning
retning pejlemærke holdepunkt indsats tilbud ydelse service opgave kerneopgave drift anlæg budget regnskab forlig
økonomi økonomisk ramme bevilling tillæg ressource finansiering besparelse effektivisering omprioritering udmøntning
effekt resultat måling evaluering undersøgelse analyse kortlægning oversigt overblik rapport notat redegørelse
tema temaer program projekt pulje aftale kontrakt udbud leverandør samarbejde partnerskab forening organisation
organisering frivillig civilsamfund netværk virksomhed erhverv beskæftigelse beskæftige job jobcenter ledig ledighed
kontanthjælp dagpenge sygedagpenge pension førtidspension fleksjob revalidering ressourceforløb arbejdsmarked
arbejdsplads arbejdsgiver uddannelse ungdom ungdomsuddannelse skolegang praktik lærling elev student vejledning
rådgivning rådgiver forløb afklaring opkvalificering kursus kurser konference seminar temamøde workshop oplæg
social socialt socialområde socialforvaltning socialpsykiatri psykiatri psykisk psykiske sårbar sårbarhed udsat udsatte
handicap handicappet funktionsnedsættelse misbrug rusmiddel hjemløs hjemløshed herberg forsorg botilbud bosted bostøtte
plejehjem plejecenter hjemmepleje sygepleje omsorg sundhed sundhedsfaglig forebygge forebyggelse forebyggende tidlig
rehabilitering træning behandling visitation visitere afgørelse klage ankestyrelse lovgivning serviceloven styrelse
ministerium regering folketing staten region regional national international kommunernes landsforening stat
dagtilbud dagpleje børnehave vuggestue institution folkeskole klub fritid kultur idræt bibliotek museum teater
miljø teknik klima bæredygtig bæredygtighed affald trafik kollektiv vej cykelsti parkering byudvikling lokalplan
boligforening boligområde almen udlejer lejer byggeri renovering ejendom grund areal
inddrage inddragelse involvere involvering dialog kommunikation presse pressemeddelelse hjemmeside medie nyhedsbrev
indstille indstilles beslutte besluttes vedtage vedtages godkende godkendes godkendelse tiltræde tiltrædes tiltrådt
anbefale anbefaling drøfte drøftes orientere orienteres orienterede efterretning udsætte udsat oversende oversendes
forelægge forelagt forelægges behandle behandles fremlægge fremlægges præsentere præsenteres gennemgå gennemgås
foreslå foreslås fremgå fremgår fremgik forvente forventes forventet planlægge planlagt planlægning prioritere
prioritering koordinere koordinering koordinator følge opfølge undersøge belyse afdække vurdere vurdering anvende
anvendelse gennemføre gennemførelse implementere implementering iværksætte etablere etablering oprette oprettelse
nedlægge udvide udvidelse udvikle udvikling udbygning udbygge udfolde udfoldet tilpasse tilpasning tilrettelægge
understøtte understøttes styrke fremme sikre bidrage medvirke deltage deltager foreligge indgå indgår indgået indebære
medføre påvirke omfatte omhandle vedrøre berøre afhænge uafhængig afvente henvise henvist byrådshenvist bemærke
bemærkning kommentar kommentere spørge efterspørge efterspurgte ønske anmode opfordre aftale aftalt indkalde indkaldt
udsende fremsende fremsendt vedlægge eftersende offentliggøre journalisere underskrive fratræde tiltræden ansætte
ansættelse stilling rekruttering kompetence kompetencer faglig faglighed tværfaglig specialiseret specialist
pædagog pædagogisk socialrådgiver mentor kontaktperson pårørende værge plejefamilie anbringelse anbragt
familiehus trivsel mistrivsel fravær læring mestring livsmestring selvforsørgelse selvforsørgende udsathed
fællesskab deltagelse tryghed tillid værdighed ligeværdig ligeværd mangfoldighed handlekraft handlekraftig medborger
medborgerskab demokrati demokratisk frihed ansvar ansvarlig ansvarlighed baggrund formål metode målgruppe
indsatsområde driftsområde nøgletal andel gennemsnit stigning fald niveau udgangspunkt grundlag kvalitet tilsyn
kontrol revision tilfredshed bruger brugerråd brugertilfredshed selvbestemmelse rettighed rettigheder ligestilling
integration flygtning flygtninge indvandrer dansk danskuddannelse ukrainer etnisk sprog tolk modersmål
digital digitalisering data system løsning platform teknologi velfærd velfærdsteknologi velfærds it sikkerhed
aarhus aarhusianer aarhusiansk storby københavn odense aalborg esbjerg randers viborg horsens silkeborg kolding vejle
herning skive holstebro roskilde næstved slagelse sjælland fyn jylland midtjylland nordjylland syddanmark hovedstaden
danmark danmarks sverige norge tyskland europa europæisk nordisk ukraine
årshjul arbejdspligt implementeringsplan helhedsplan handleplan handlingsplan masterplan anlægsplan årsplan
virksomhedsplan kvartal kvartalsrapport årsberetning årsrapport halvår periode perioder valgperiode
tillægspunkt underpunkt eventuelt lukket åben fortrolig fortroligt fortrolige forklæde vedhæftet revideret revidere
opdateret opdatere udkast endelig foreløbig gældende hensigt hensyn forbehold betingelse krav behov mulighed
udfordring udfordringer barriere konsekvens konsekvenser fordel ulempe gevinst perspektiv overvejelse overvejelser
formulering formulere ambition ambitiøs realistisk konjunktur vedtagelse sammenhæng helhed tværgående bred fokus
løfte løft vægt tidsplan milepæl frist deadline dato periode løbende årlig ordinær ekstraordinær fast faste bordet
mødekreds mødested mødedato mødetid lokale sal udvalgsmøde byrådsmøde rådmandsmøde nyt nyheder aktuel aktuelle
besvarelse spørgetid afbud fraværende tilstede inhabil habilitet afstemning stemme flertal mindretal enighed enig
uenig protokol erklæring udtalelse protokollering henvendelse forespørgsel medlemsforslag initiativ aktivitet
aktiviteter afrapportering styring rammestyring målstyring udbytte belastning kapacitet belægning venteliste
ventetid sagsbehandlingstid takst takster egenbetaling tilskud støttemulighed legat fond puljemidler midler
merudgift mindreudgift merforbrug mindreforbrug overførsel lønsum årsværk fuldtid deltid sygefravær personale
arbejdsmiljø trivselsmåling overenskomst fagforening tillidsrepræsentant udlicitering privat privatiser selvejende
hverdag hverdagsliv nærmiljø lokalområde lokalsamfund bydel oplands landsby distrikt
samskabelse vidensinformeret metodefrihed afbureaukratisering forenkling frisættelse omstilling forandring
sundhedscenter lægehus hospital sygehus læge psykolog sygeplejerske ergoterapeut fysioterapeut tandpleje medicin
diagnose udredning udskrivning indlæggelse genoptræning akut kronisk smitte vaccine corona epidemi
vold overgreb kriminalitet politi retssag dom domstol advokat underretning børnesag anbringelsessted
kvinde krisecenter kvindekrisecenter mandecenter overgang efterværn støttekontakt aflastning ledsage ledsagelse
ledsagerordning merudgifter hjælpemidler hjælpemiddel personlig assistance borgerstyret botræning samvær værested
lejemål husleje husstand nettoudgift bruttoudgift serviceniveau servicemål kvalitetsstandard standard vejledende
bekendtgørelse cirkulære paragraf lovforslag reform lovændring høringssvar ikrafttræden overgangsordning
lejlighed anledning interesse interesser hovedvægt stillingtagen hensigtserklæring sidste seneste næste
centerchef afdelingsleder programleder projektkoordinator projektleder socialchef sundhedschef økonomichef stabschef
kontorchef teamleder souschef fuldmægtig akademisk studentermedhjælper specialkonsulent chefkonsulent vikar
barsel orlov jubilæum velkomst afsked kontakt kontakte kontaktes kontaktoplysninger direkte telefon post udbetale
befolkning indbygger demografi prognose fremskrivning statistik kilde note tabel figur graf diagram kolonne
målopfyldelse målopfølgning illustration hierarki begreb begreber definition eksempel erfaring erfaringer anbefalinger
forfatter dokument version fil side udfyld kryds sæt kryds ja nej ved ikke svarprocent spørgeskema interview
`;

/** English and Latin words that stand in Danish municipal papers untranslated. */
export const BORROWED_WORDS = `
the of and to in for is on with as by at from this that be are or an it not we you our your all can has have will
european social services conference network networks first housing business case development management project
programme program policy report service support community city center health care work welfare children youth
education digital data open online workshop meeting agenda board team leader lead design fast track back office
input output outcome outcomes follow feedback benchmark score best practice know how code test review
ad hoc vice versa pro anno per se status quo de facto a priori et al etc
`;

/** Given names, surnames and endings of places that make a line of names plausible. */
export const NAMES = `
anne anna mette kirsten hanne karen marie maria inge lene susanne lone charlotte camilla pia louise tina gitte bente
jette birgitte helle lis annette rikke christina line ida sofie laura emma julie cecilie katrine trine maja sara lotte
eva else ulla birthe dorthe marianne jeanette heidi stine signe nanna astrid ellen ditte malene jytte grethe
peter jens lars michael henrik thomas søren jan christian martin niels anders morten jesper hans jørgen mads per ole
rasmus kim bent poul erik finn kristian lasse jakob jacob mikkel carsten torben claus claes allan steen frank flemming
simon brian bo ib kurt karl carl john kenneth sten knud svend mogens preben ulrik oliver noah emil oscar victor
mohammad ahmed ali hassan fatima aisha omar ibrahim yusuf nguyen
jensen nielsen hansen pedersen andersen christensen larsen sørensen rasmussen petersen jørgensen madsen kristensen
olsen thomsen poulsen johansen møller knudsen mortensen holm lund schmidt eriksen christiansen simonsen clausen
mikkelsen svendsen iversen laursen henriksen frederiksen jeppesen vestergaard nygaard lauridsen bech bach krogh
kjær dahl lind berg bang friis skov bertelsen bruun juhl winther ravn hald borg holst brandt koch wagner
frandsen kjeldsen mathiesen damgaard søndergaard østergaard hoppe hauberg
`;

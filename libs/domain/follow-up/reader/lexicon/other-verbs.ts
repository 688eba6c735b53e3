/**
 * Danish verbs that by themselves give no follow-up, by why not. Written as in `task-verbs.ts`.
 */

/** Says something: in minutes the present of these is a slip for the past, unless a coming time is given. */
export const REPORT_VERBS = `
orientere informere oplyse:t meddele:t fortælle:fortalte/fortalt redegøre:redegjorde/redegjort berette nævne:t omtale:t bemærke påpege understrege
forklare pointere konstatere konkludere fremhæve gentage:gentog/gentaget tilkendegive:tilkendegav/tilkendegivet udtale:t udtrykke:t anføre:t referere
bekendtgøre:bekendtgjorde/bekendtgjort advisere briefe rose:t kritisere beklage minde indskærpe tilslutte
fremlægge:fremlagde/fremlagt forelægge:forelagde/forelagt præsentere introducere takke hilse:t klage
protokollere debattere diskutere argumentere indvende:t replicere sige=siger:sagde/sagt bekræfte erklære betone
`;

/** One person's wish, proposal or recommendation. */
export const WISH_VERBS = `
ønske efterspørge:efterspurgte/efterspurgt foreslå:foreslog/foreslået opfordre anbefale indstille håbe savne
anmode bede:bad/bedt opmuntre appellere tilråde:t fraråde:t foretrække:foretrak/foretrukket plædere advare motivere nominere
fremsætte:fremsatte/fremsat efterlyse:t stemme:t kræve henstille pålægge:pålagde/pålagt
`;

/** Waiting for somebody else. */
export const WAIT_VERBS = `
afvente vente imødese:imødeså/imødeset forvente love:t påregne forudsætte:forudsatte/forudsat antage:antog/antaget stole formode udestå:udestod/udestået
`;

/** How things are, what one thinks, what follows from something. */
export const STATE_VERBS = `
afstå:afstod/afstået modstå:modstod/modstået overgå:overgik/overgået undgå:undgik/undgået begå:begik/begået opnå nå tilstå:tilstod/tilstået indse:indså/indset overse:overså/overset anse:anså/anset udgøre:udgjorde/udgjort erfare udmærke støtte visitere forholde:forholdt/forholdt omfavne bifalde:bifaldt/bifaldet påskønne værdsætte:værdsatte/værdsat bestride:bestred/bestridt betvivle benægte mene:t synes tro vide=ved:vidste/vidst kende:t opleve fornemme undre glæde frygte tvivle forstå:forstod/forstået erkende:t anerkende:t acceptere
respektere tolerere billige bakke mærke forekomme:forekom/forekommet føle:t kunne=kan:kunne/kunnet turde=tør:turde/turdet burde=bør:burde/burdet
gælde:gjaldt/gældt koste udgøre:udgjorde/udgjort omfatte indeholde:indeholdt/indeholdt bestå:bestod/bestået fremgå:fremgik/fremgået skyldes fungere
hedde=hedder:hed/heddet ligge:lå/ligget mangle eje:t besidde:besad/besiddet tilhøre:t afhænge:t betyde:betød/betydet medføre:t indebære:indebar/indebåret
bevirke resultere muliggøre:muliggjorde/muliggjort påvirke vedrøre:t handle dreje passe virke lyde:lød/lydt
fastholde:fastholdt/fastholdt fortsætte:fortsatte/fortsat forblive:forblev/forblevet bevare opretholde:opretholdt/opretholdt vokse stige:steg/steget falde:faldt/faldet
eksistere opstå:opstod/opstået trives lykkes lide:led/lidt bo arve danne opfylde:t rumme overholde:overholdt/overholdt
pågå:pågik/pågået foreligge:forelå/foreligget udløbe:udløb/udløbet forfalde:forfaldt/forfaldet tilfalde træde:trådte/trådt
bestræbe:t stræbe interessere kæmpe kere dominere variere stagnere signalere studere praktisere kulminere basere udspringe:udsprang/udsprunget
fokusere brænde:t forpligte skylde:t behøve trænge:t nyde:nød/nydt elske hade orke magte evne mestre mangedoble nødvendiggøre:nødvendiggjorde/nødvendiggjort
forudse:forudså/forudset stamme indtræffe:indtraf/indtruffet ske:t hænde:t udeblive:udeblev/udeblevet forlade:forlod/forladt ankomme:ankom/ankommet
hæfte huske glemme:t pleje kendetegne belaste overbelaste overskride:overskred/overskredet lette reagere tåle:t misforstå:misforstod/misforstået
fortjene:t imponere overraske bekymre ærgre støje larme virke kandidere gavne understøtte
bakke tabe:t vinde:vandt/vundet spare ende:t slippe:slap/sluppet overstige:oversteg/oversteget udvise:t afspejle
`;

/** Words of a programme: what happens in a meeting while it lasts. */
export const PROGRAMME_VERBS = `
ramme indramme underholde:underholdt/underholdt optræde:optrådte/optrådt servere spise:t indlede:t afrunde runde synge:sang/sunget danse velkomme undervise:t
rundvise:t moderere
`;

/** Outcomes of a point and what moves a case on. */
export const OUTCOME_VERBS = `
godkende:t tiltræde:tiltrådte/tiltrådt vedtage:vedtog/vedtaget beslutte bevilge bevillige tilslutte forkaste afvise:t afgøre:afgjorde/afgjort stadfæste ratificere
udgå:udgik/udgået udsætte:udsatte/udsat udskyde:udskød/udskudt oversende:t henvise:t henlægge:henlagde/henlagt hjemvise:t tilbagevise:t delegere imødekomme:imødekom/imødekommet
bortfalde:bortfaldt/bortfaldet frafalde:frafaldt/frafaldet behandle konstituere nedstemme:t bestemme:t afslå:afslog/afslået ophøre:t
`;

/** When and where things take place. */
export const SCHEDULE_VERBS = `
begynde:t foregå:foregik/foregået vare slutte løbe:løb/løbet forløbe:forløb/forløbet fejre markere overnatte
`;

/** People coming and going in their jobs. */
export const STAFF_VERBS = `
ansætte:ansatte/ansat afskedige fyre fratræde:fratrådte/fratrådt pensionere stoppe afløse:t vikariere rekruttere genbesætte:genbesatte/genbesat besætte:besatte/besat
 forfremme
`;

/** Getting something from somebody: the subject is a receiver. */
export const RECEIVE_VERBS = `
modtage:modtog/modtaget
`;

/** Being there. */
export const ATTEND_VERBS = `
mødes=mødes:mødtes/mødtes samles=samles:samledes/samledes deltage:deltog/deltaget repræsentere overvære medvirke besøge:t møde:t
`;

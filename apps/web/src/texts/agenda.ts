import { quoted } from './quoted.js';

/** What a sentence says of a point. */
interface Named {
  readonly number: string | null;
  readonly title: string;
}

/** A point at the end of a sentence: `punkt 3, Budget`; without a number `punktet ”Budget”`. */
const named = ({ number, title }: Named): string =>
  number === null ? `punktet ${quoted(title)}` : `punkt ${number}, ${title}`;

/** A point where the sentence goes on: after a number the title is closed by a comma, `punkt 3, Budget,`. */
const within = (point: Named): string => (point.number === null ? named(point) : `${named(point)},`);

/** A point at the start of a sentence: `Punkt 3, Budget,`. */
const first = (point: Named): string => `P${within(point).slice(1)}`;

/** The words of the agenda editor. */
export const agenda = {
  title: 'Dagsorden',
  these: 'Dagsordenen',
  tabs: {
    label: 'Mødets sider',
    agenda: 'Dagsorden',
    read: 'Læs',
    minutes: 'Referat',
    documents: 'Dokumenter',
    history: 'Historik',
  },
  listLabel: 'Dagsordenens punkter',
  closedListLabel: 'Den lukkede dagsordens punkter',
  closedPart: 'Lukket dagsorden',
  empty: 'Dagsordenen er tom. Skriv det første punkt herunder.',
  beside: 'Ved siden af dagsordenen',
  begin: 'Hent skabelonen',
  beginText:
    'Dagsordenen er ikke begyndt. Skabelonen giver de faste punkter med deres tider; du kan rette alt bagefter.',
  readOnly: {
    'in-session':
      'Mødet er i gang. Rækkefølgen kan ændres, og punkter kan tilføjes eller udgå, men titler og tider står fast.',
    held: 'Du kan læse, men ikke rette: mødet er afholdt.',
    closed: 'Du kan læse, men ikke rette: mødet er afsluttet.',
    cancelled: 'Du kan læse, men ikke rette: mødet er aflyst. Punkterne kan flyttes til et andet møde.',
  },
  correct: 'Ret og genudsend',
  sent: 'Dagsordenen er udsendt. Læserne ser den udsendte version, til du udsender en ny. Numre og rækkefølge står fast.',
  by: {
    indstillinger: (when: string) => `Indstillinger senest ${when}`,
    material: (when: string) => `Materiale senest ${when}`,
    agenda: (when: string) => `Udsendes senest ${when}`,
  },
  sendByPassed: (when: string) => `Skulle være udsendt ${when}`,
  booked: (times: string) => `${times} booket`,
  points: (minutes: string) => `punkter ${minutes}`,
  slack: (minutes: string) => `${minutes} i overskud`,
  overrun: (minutes: string) => `Punkterne fylder ${minutes} mere end mødet.`,
  toLargest: (point: string) => `Gå til det længste punkt: ${point}`,
  ends: (time: string) => `slutter ${time}`,
  withoutTime: (count: string) => `${count} uden tid`,
  pointOne: 'punkt',
  pointMany: 'punkter',
  titleOf: (number: string | null) => (number === null ? 'Titel' : `Titel på punkt ${number}`),
  minutesOf: (number: string | null) => (number === null ? 'Minutter' : `Minutter til punkt ${number}`),
  typeOf: (number: string | null) => (number === null ? 'Type' : `Type for punkt ${number}`),
  min: 'min.',
  sumOfSubPoints: (minutes: string) => `${minutes} i alt`,
  move: 'Flyt',
  actOn: (act: string, point: Named) => `${act}: ${named(point)}`,
  moveOf: (point: Named) => `Flyt ${named(point)}`,
  moreOf: (point: Named) => `Mere om ${named(point)}`,
  moves: {
    up: 'Flyt op',
    down: 'Flyt ned',
    top: 'Til toppen',
    bottom: 'Til bunden',
    nest: 'Gør til underpunkt',
    unnest: 'Gør til punkt',
    after: 'Efter punkt',
    toMeeting: 'Flyt til andet møde',
  },
  acts: {
    open: 'Åbn punktet',
    attach: 'Vedhæft filer …',
    type: 'Type',
    duplicate: 'Dubler',
    close: 'Gør lukket',
    reopen: 'Gør åbent',
    postpone: 'Udsæt til næste møde',
    withdraw: 'Lad punktet udgå',
    reinstate: 'Sæt punktet på igen',
    remove: 'Fjern',
  },
  closing: {
    button: 'Luk punktet',
    legend: 'Hvorfor er punktet lukket?',
    reasons: [
      'Oplysninger om enkeltpersoners private forhold',
      'Personalesag',
      'Kontrakt- eller forhandlingsforhold',
      'Køb eller salg af fast ejendom',
    ],
    other: 'Anden begrundelse',
    own: 'Begrundelse',
    consequence: (separate: boolean) =>
      separate
        ? 'Kun de, der har adgang til forummets lukkede punkter, kan se punktet. Det står i den lukkede dagsorden med egen nummerering.'
        : 'Kun de, der har adgang til forummets lukkede punkter, kan se punktet. Andre ser ”Lukket punkt” med nummer og tid.',
    done: 'Luk panelet',
    inherited: 'Lukket, fordi det punkt, det hører under, er lukket.',
  },
  hasIndstilling: 'Indstilling',
  newPoint: 'Nyt punkt',
  newPointHint: 'Skriv titlen, og tryk Enter.',
  lateReason: 'Begrundelse for tillægspunktet',
  lateReasonHint: 'Den trykkes ved punktet.',
  afterDeadline: 'Begrundelse, fordi fristen er overskredet',
  several: (count: string) => `Du har indsat flere linjer. Opret ${count}, eller ét punkt af dem alle?`,
  notAdded: 'Det, du skrev, er ikke blevet til et punkt. Det er bevaret her.',
  intoField: 'Sæt i feltet',
  makeSeveral: (count: string) => `Opret ${count}`,
  makeOne: 'Opret ét punkt',
  pasteInTitle: 'Sæt ind i titlen',
  severalInTitle: (count: string) =>
    `Du har indsat flere linjer i en titel. Opret ${count} efter punktet, eller sæt linjerne ind i titlen?`,
  fault: {
    noTitle: 'Skriv en titel.',
    longTitle: 'Titlen kan højst være på 300 tegn.',
    minutes: 'Skriv et helt antal minutter fra 0 til 1.440, eller lad feltet være tomt.',
    longReason: 'Begrundelsen kan højst være på 4.000 tegn.',
  },
  save: {
    saving: 'Gemmer …',
    saved: (time: string) => `Gemt ${time}`,
    failed: 'Kunne ikke gemmes. Din tekst er gemt på denne enhed, og der prøves igen.',
    refused: 'Noget er ikke gemt. Se rækken.',
    conflict: 'En anden har ændret det samme. Se rækken.',
    signedOut: 'Log ind igen for at gemme. Din tekst er gemt på denne enhed.',
    restored: 'Kladde gendannet',
  },
  conflict: {
    by: (name: string, time: string) => `${name} gemte en nyere version ${time}. Din tekst er bevaret.`,
    byWhom: 'En anden gemte en nyere version. Din tekst er bevaret.',
    compare: 'Sammenlign',
    changes: (field: string) => `${field}: fra den nyere til din`,
    mine: 'Behold min tekst',
    theirs: 'Brug den nyere',
    newer: 'Den nyere',
    yours: 'Din tekst',
  },
  lost: {
    title: 'Tekst uden punkt',
    text: (title: string) =>
      `Punktet ${quoted(title)} er ikke på dagsordenen længere. Det, du skrev i det, er bevaret:`,
    make: 'Opret som nyt punkt',
    drop: 'Kassér',
    dropped: (title: string) => `Det, du skrev i ${quoted(title)}, er kasseret.`,
  },
  conflictLabels: { title: 'Titel', minutes: 'Minutter', closedReason: 'Begrundelse' },
  told: {
    moved: (point: Named, place: number, of: number) =>
      `${first(point)} er flyttet til plads ${place} af ${of}.`,
    nested: (point: Named, parent: Named) => `${first(point)} er nu underpunkt til ${named(parent)}.`,
    unnested: (point: Named) => `${first(point)} er ikke længere et underpunkt.`,
    title: (point: Named) => `Titlen på ${within(point)} er ændret.`,
    minutes: (point: Named, minutes: string) => `${first(point)} er sat til ${minutes}.`,
    noMinutes: (point: Named) => `${first(point)} er uden tid.`,
    type: (point: Named) => `Typen for ${within(point)} er ændret.`,
    closed: (point: Named) => `${first(point)} er lukket.`,
    reopened: (point: Named) => `${first(point)} er åbent.`,
    reason: (point: Named) => `Begrundelsen for, at ${within(point)} er lukket, er ændret.`,
    added: (point: Named) => `${first(point)} er tilføjet.`,
    addedSeveral: (count: string) => `${count} er tilføjet.`,
    removed: (point: Named) => `${first(point)} er fjernet.`,
    withdrawn: (point: Named) => `${first(point)} udgår.`,
    reinstated: (point: Named) => `${first(point)} er på dagsordenen igen.`,
    toMeeting: (point: Named, meeting: string) => `${first(point)} er flyttet til ${meeting}.`,
    placed: (title: string) => `${quoted(title)} er lagt på dagsordenen.`,
  },
  noNextMeeting: 'Forummet har intet senere møde, punktet kan udsættes til. Opret mødet først.',
  toMeetingTitle: 'Flyt til andet møde',
  toMeetingLabel: 'Møde',
  noOtherMeeting: 'Forummet har ingen andre planlagte møder.',
  ready: {
    title: 'Klar til dagsorden',
    none: 'Ingen godkendte indstillinger venter på en plads.',
    these: 'Indstillingerne',
  },
  openFollowUps: {
    title: 'Åbne opfølgninger',
    none: 'Forummet har ingen åbne opfølgninger.',
    all: 'Vis alle',
  },
  presence: {
    here: (names: string) => `${names} er her`,
    editsThis: (name: string) => `${name} retter her`,
  },
} as const;

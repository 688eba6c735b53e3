/** Words that stand on every screen. */
export const common = {
  product: 'Dagsorden',
  skip: 'Spring til indhold',
  loading: 'Henter …',
  slow: 'Det tager længere tid end normalt.',
  retry: 'Prøv igen',
  cancel: 'Annullér',
  close: 'Luk',
  save: 'Gem',
  saving: 'Gemmer …',
  edit: 'Ret',
  undo: 'Fortryd',
  undone: 'Det er fortrudt.',
  undoFailed: 'Det kunne ikke fortrydes.',
  undoLabel: 'Senest udført',
  more: 'Vis flere',
  none: '–',
  required: 'skal udfyldes',
  optional: 'kan udelades',
  all: 'Alle',
  clearFilters: 'Ryd filtre',
  errorPrefix: 'Fejl: ',
  couldNotLoad: (what: string) => `${what} kunne ikke hentes.`,
  reference: (id: string) => `Henvisning til support: ${id}`,
  shownFrom: (time: string) => `Du ser oplysningerne, som de så ud ${time}.`,
  faults: {
    one: 'Ret 1 fejl, før du gemmer',
    several: (count: number) => `Ret ${count} fejl, før du gemmer`,
  },
} as const;

export const nav = {
  label: 'Hovedmenu',
  menu: 'Menu',
  overview: 'Oversigt',
  meetings: 'Møder',
  followUps: 'Opfølgning',
  documents: 'Dokumenter',
  breadcrumb: 'Brødkrumme',
  user: (name: string) => `Brugermenu, ${name}`,
  profile: 'Profil',
  shortcuts: 'Genveje',
  signOut: 'Log ud',
  administration: 'Administration',
  bodies: 'Fora',
  units: 'Enheder',
  users: 'Brugere',
} as const;

export const session = {
  title: 'Log ind',
  intro: 'Dagsorden samler møder, indstillinger, referater og opfølgning for forvaltningen.',
  how: 'Du logger ind med den konto, du bruger på arbejdet. Dagsorden ser ikke din adgangskode.',
  then: 'Når du er logget ind, kommer du til den side, du var på vej til.',
  button: 'Log ind',
  failed: 'Du blev ikke logget ind. Prøv igen, eller kontakt Fagligt Sekretariat, hvis det bliver ved.',
  signedOut: 'Du er logget ud.',
  expiredTitle: 'Du er blevet logget ud',
  expiredText:
    'Log ind igen for at gå videre. Siden og det, du har skrevet, bliver stående. Log ind i den nye fane, og vend tilbage hertil.',
  expiredButton: 'Log ind igen (åbner en ny fane)',
  backAgain: 'Du er logget ind igen.',
  otherPerson: 'Du er logget ind som en anden person. Genindlæs siden for at fortsætte.',
  reload: 'Genindlæs siden',
  signedInTitle: 'Du er logget ind',
  signedInText: 'Du kan lukke denne fane og gå tilbage til den, du kom fra.',
  viewAs: (name: string) => `Du ser Dagsorden som ${name}. Du kan læse, men ikke ændre noget.`,
  viewAsEnd: 'Vend tilbage til dig selv',
} as const;

export const states = {
  offline:
    'Offline. Du ser det, der sidst blev hentet. Ændringer kan ikke gemmes, før forbindelsen er der igen.',
  online: 'Forbindelsen er tilbage.',
  notFoundTitle: 'Siden findes ikke',
  notFoundText:
    'Adressen kan være skrevet forkert, eller siden kan være flyttet. Det kan også være, at du ikke har adgang til den.',
  toOverview: 'Gå til oversigten',
  errorTitle: 'Noget gik galt',
  errorText: 'Siden kunne ikke vises. Det, du har gemt, er ikke gået tabt.',
} as const;

export const help = {
  title: 'Genveje',
  keys: 'Taster',
  does: 'Virkning',
  everywhere: 'Overalt',
  inFollowUps: 'I listen over opfølgninger, når den har fokus',
  off: 'Genveje med ét bogstav er slået fra i din profil.',
  rows: {
    help: ['?', 'Vis denne oversigt'],
    undo: ['Ctrl+Z', 'Fortryd det seneste (uden for tekstfelter)'],
    landmarks: ['F6', 'Gå til næste del af siden; Skift+F6 går tilbage'],
    arrows: ['↑ ↓', 'Gå til forrige eller næste opfølgning'],
    ends: ['Home End', 'Gå til første eller sidste opfølgning'],
    select: ['Mellemrum', 'Vælg eller fravælg'],
    status: ['s', 'Sæt status'],
    responsible: ['a', 'Skift ansvarlig'],
    due: ['f', 'Sæt frist'],
    note: ['k', 'Skriv en kommentar'],
    open: ['e', 'Åbn opfølgningen; det gør Enter også'],
  },
} as const;

/** Words about the documents of an indstilling; only their page fetches them. */
export const papers = {
  title: 'Dokumenter',
  of: (title: string) => `Dokumenter: ${title}`,
  make: 'Bed om et dokument',
  how: 'Hver version, der sendes til godkendelse, laves automatisk som Word-dokument. PDF laves, når du beder om det.',
  versions: 'Versionerne',
  present: 'Teksten, som den er nu',
  version: (number: number, when: string) => `Version ${number}, ${when}`,
  makeOf: (format: string, what: string) => `${format}: ${what}`,
  made: 'Lavet',
} as const;

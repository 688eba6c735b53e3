import { quoted } from './quoted.js';

/** The words of sets of filters that are kept under a name. */
export const savedViews = {
  label: 'Gemte visninger',
  these: 'De gemte visninger',
  save: 'Gem visning',
  name: 'Visningens navn',
  rename: 'Omdøb visningen',
  remove: 'Fjern visningen',
  noName: 'Skriv et navn til visningen.',
  longName: 'Navnet kan højst være på 60 tegn.',
  taken: 'Du har allerede en visning med det navn.',
  saved: (name: string) => `Visningen ${quoted(name)} er gemt.`,
  renamed: (before: string, name: string) => `Visningen ${quoted(before)} hedder nu ${quoted(name)}.`,
  removed: (name: string) => `Visningen ${quoted(name)} er fjernet.`,
} as const;

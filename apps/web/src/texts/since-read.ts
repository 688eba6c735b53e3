/** What is said of an indstilling that was sent in anew since one read it. */
export const sinceRead = {
  changed: (version: number) => `Indstillingen er ændret, siden du læste version ${version}.`,
  show: 'Vis, hvad der er ændret',
} as const;

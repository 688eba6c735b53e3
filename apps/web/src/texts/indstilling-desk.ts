/** Words about changing the template of an indstilling; only those who write it fetch them. */
export const desk = {
  templateHint: 'Alt, hvad du har skrevet, bliver stående, når du vælger en anden skabelon.',
  templateChanged: (template: string) => `Skabelonen er nu ${template}.`,
  others: 'Afsnit fra en anden skabelon',
  othersHint:
    'Teksten hører til afsnit, som skabelonen ikke har, og kommer ikke med på tryk. Flyt den, eller tøm afsnittet.',
  moveTo: (heading: string) => `Flyt teksten fra ${heading} til`,
  move: (heading: string) => `Flyt ${heading}`,
  moveShort: 'Flyt',
  empty: (heading: string) => `Tøm ${heading}`,
  emptyShort: 'Tøm',
  moved: (heading: string, to: string) => `Teksten fra ${heading} står nu sidst i ${to}.`,
  emptied: (heading: string) => `Afsnittet ${heading} er tømt.`,
} as const;

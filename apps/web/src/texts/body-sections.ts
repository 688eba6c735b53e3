/** The words of the page where a body names the sections of its templates. */
export const bodySections = {
  hint: 'Skriv, hvad forummet kalder afsnittene, hvis det bruger andre overskrifter end de sædvanlige. Et tomt felt giver den sædvanlige overskrift.',
  off: 'Et afsnit, der slås fra, står ikke på nye indstillinger. Er der allerede skrevet noget i det, bliver teksten stående og kommer med på tryk, til den slettes.',
  heading: (usual: string) => `Overskrift for ${usual}`,
  use: (usual: string) => `Brug afsnittet ${usual}`,
  usual: 'den sædvanlige overskrift',
  used: 'bruges',
  unused: 'slået fra',
  saved: (body: string) => `Afsnittene for ${body} er gemt.`,
  fault: {
    taken: 'En anden overskrift i skabelonen er den samme. Skriv en anden.',
    long: 'En overskrift kan højst være på 60 tegn.',
  },
} as const;

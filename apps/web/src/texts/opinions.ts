/** The words of what other units are asked about an indstilling. */
export const opinions = {
  title: 'Udtalelser',
  none: 'Ingen enheder er bedt om en udtalelse.',
  state: {
    awaited: 'Afventer svar',
    overdue: 'Afventer svar, fristen er overskredet',
    agrees: 'Ingen bemærkninger',
    remarks: 'Bemærkninger',
  },
  due: (date: string) => `frist ${date}`,
  askedBy: (name: string) => `spurgt af ${name}`,
  answered: (date: string, name: string | null) =>
    name === null ? `svaret ${date}` : `svaret ${date} af ${name}`,
  ask: 'Bed om en udtalelse',
  hint: 'Enheden kan læse indstillingen og dens åbne bilag, men ikke ændre noget.',
  unit: 'Enhed',
  choose: 'Vælg',
  dueOn: 'Frist',
  asked: 'Enheden er bedt om en udtalelse.',
  withdraw: 'Fjern',
  withdrawNamed: (unit: string) => `Fjern: ${unit}`,
  withdrawn: 'Enheden er ikke længere bedt om en udtalelse.',
  answer: 'Enhedens svar',
  answerFor: (unit: string) => `Svar for ${unit}`,
  text: 'Bemærkninger',
  send: 'Send svaret',
  sent: 'Svaret er sendt.',
  fault: {
    unit: 'Vælg en enhed.',
    dueOn: 'Skriv en dato, for eksempel 14. januar.',
    text: 'Skriv, hvilke bemærkninger enheden har.',
  },
} as const;

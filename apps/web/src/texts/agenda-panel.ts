/** The words of what waits beside an agenda that is being made. */
export const panel = {
  place: 'Læg på',
  placeOf: (title: string) => `Læg på: ${title}`,
  postponed: {
    title: 'Udsatte punkter',
    these: 'De udsatte punkter',
    none: 'Forummet har ingen udsatte punkter, der venter på et møde.',
    from: (why: 'deferred' | 'cancelled', date: string) =>
      why === 'deferred' ? `Udsat fra mødet den ${date}` : `Fra det aflyste møde den ${date}`,
    toThis: 'Udsat til dette møde',
    attachments: (count: number) => (count === 1 ? '1 bilag følger med' : `${count} bilag følger med`),
    lateReason: (date: string) => `Udsat fra mødet den ${date}.`,
  },
  aarshjul: {
    title: (month: string) => `Årshjul i ${month}`,
    these: 'Årshjulet',
    none: (month: string) => `Årshjulet har intet i ${month}.`,
    onAgenda: 'Står på dagsordenen',
    edit: 'Ret årshjulet',
  },
} as const;

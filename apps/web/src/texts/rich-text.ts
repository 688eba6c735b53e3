/** The words of the editor for texts with formatting. */
export const richText = {
  tools: (label: string) => `Formatering af ${label}`,
  bold: 'Fed (Ctrl+B)',
  italic: 'Kursiv (Ctrl+I)',
  heading: 'Overskrift',
  bullets: 'Punktopstilling',
  numbers: 'Nummereret liste',
  link: 'Link',
  table: 'Indsæt tabel',
  header: 'Overskriftsrække',
  addRow: 'Indsæt række under',
  addColumn: 'Indsæt kolonne til højre',
  removeRow: 'Slet række',
  removeColumn: 'Slet kolonne',
  undo: 'Fortryd (Ctrl+Z)',
  redo: 'Gentag (Ctrl+Y)',
  address: {
    label: 'Webadresse eller mailadresse',
    set: 'Sæt link',
    remove: 'Fjern link',
    fault: 'Skriv en webadresse, fx www.aarhus.dk, eller en mailadresse.',
  },
  keys: 'Alt+F10 går til formateringen, Esc tilbage til teksten, Tab til næste felt.',
  plain: {
    formatted: 'Teksten har formatering. Den bevares i de afsnit, du ikke retter i.',
    write: 'Ret tekst uden formatering',
  },
} as const;

// Each by itself: a page that says one of them fetches no others, and nothing of what is said where bilag are changed.

export const numberedBilag = (number: number) => `Bilag\u00a0${number}`;
export const noFile = 'Ingen fil endnu';
export const confidential = 'Fortroligt';
/** What a file is, by its kind. */
export const fileKinds = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: 'OpenDocument-tekst',
  ods: 'OpenDocument-regneark',
  txt: 'Tekst',
  csv: 'CSV',
  png: 'PNG-billede',
  jpg: 'JPG-billede',
} as const;

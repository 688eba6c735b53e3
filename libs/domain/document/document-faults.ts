/** Why a document could not be made: the sentences of `reason`. */
export const DOCUMENT_FAULTS = {
  'no-room': 'There is no room left on the disk.',
  'not-writable': 'The folder for files cannot be written.',
  'no-converter': 'PDFs cannot be made here: LibreOffice is missing where the worker runs.',
  'too-slow': 'It took too long to make the PDF.',
  'no-pdf': 'LibreOffice could not make a PDF of the document.',
  other: 'The document could not be made. The cause is in the log of the worker.',
} as const;
/** Which of them it was. */
export type DocumentFault = keyof typeof DOCUMENT_FAULTS;

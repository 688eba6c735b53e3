export { PdfError, pdfOfDocx } from './convert.js';
export type { PdfFault, PdfOptions } from './convert.js';

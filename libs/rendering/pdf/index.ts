export { PdfError, pdfOfDocx, removeLeftConversions } from './convert.js';
export type { PdfFault, PdfOptions } from './convert.js';

import { Inject, Injectable } from '@nestjs/common';
import { pdfOfDocx } from '../../rendering/pdf/index.js';

/** The name or place of LibreOffice, as the process was told. */
export const SOFFICE = Symbol('SOFFICE');

/** How many conversions run at once: each takes a core and some 200 MB. */
const AT_ONCE = 2;

/** Makes PDFs of DOCX files, a few at a time. */
@Injectable()
export class Converter {
  private free = AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  constructor(@Inject(SOFFICE) private readonly soffice: string) {}

  /** The PDF of a DOCX; throws `PdfError`. */
  async pdfOf(docx: Uint8Array): Promise<Uint8Array> {
    if (this.free === 0) await new Promise<void>((turn) => this.waiting.push(turn));
    else this.free -= 1;
    try {
      return await pdfOfDocx(docx, { soffice: this.soffice });
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

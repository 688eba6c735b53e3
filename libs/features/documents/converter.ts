import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { pdfOfDocx, removeLeftConversions } from '../../rendering/pdf/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Sweeps } from '../../platform/events/sweeps.js';

/** The name or place of LibreOffice, as the process was told. */
export const SOFFICE = Symbol('SOFFICE');

/** How many conversions run at once: each takes a core and some 200 MB. */
const AT_ONCE = 2;

const SWEEP_SECONDS = 300;
/** No conversion takes so long: it is ended before (ms). */
const LEFT_MS = 600_000;

/** Makes PDFs of DOCX files, a few at a time. */
@Injectable()
export class Converter implements OnModuleInit {
  private free = AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  constructor(
    @Inject(SOFFICE) private readonly soffice: string,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'conversions that were broken off',
      everySeconds: SWEEP_SECONDS,
      run: () => this.removeLeft(),
    });
  }

  /** Removes the documents that a worker that died had in hand, in the clear. */
  async removeLeft(): Promise<void> {
    await removeLeftConversions(new Date(this.clock.now().getTime() - LEFT_MS));
  }

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

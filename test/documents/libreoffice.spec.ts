import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agendaModel, indstillingModel, minutesModel } from '../../libs/domain/document/index.js';
import type { DocumentModel } from '../../libs/domain/document/index.js';
import type { Outcome } from '../../libs/domain/outcome.js';
import { renderDocument } from '../../libs/rendering/docx/index.js';
import {
  agendaPoint,
  attachments,
  indstilling,
  raadmandMinutes,
  text,
  udvalgAgenda,
} from '../builders/documents.js';

/** An agenda long enough for its lists and page numbers to matter. */
const fortyPoints = {
  ...udvalgAgenda,
  points: Array.from({ length: 40 }, (_, i) =>
    agendaPoint(`p${i}`, i, {
      title: `Ansøgning nummer ${i + 1} om tilskud til foreninger i bydelen`,
      minutes: 5,
      purpose: text(
        'Udvalget tager stilling til ansøgningen og til, om den skal følges op af en ny ordning.',
      ),
      responsible: 'Ebbe Fuglsang',
      attachments: attachments('Ansøgning', 'Budget'),
    }),
  ),
};

const MODELS: Readonly<Record<string, Outcome<DocumentModel>>> = {
  'agenda-all': agendaModel(udvalgAgenda, 'all'),
  'agenda-open': agendaModel(udvalgAgenda, 'open'),
  'minutes-all': minutesModel(raadmandMinutes, 'all'),
  indstilling: indstillingModel(indstilling, 'all'),
  forty: agendaModel(fortyPoints, 'open'),
};

let folder = '';

/** The text of a converted document, page by page, blanks run together. */
function pagesOf(name: string): string[] {
  const printed = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], {
    encoding: 'utf8',
  });
  return printed
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

describe('documents opened by LibreOffice', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dagsorden-documents-'));
    const files = Object.entries(MODELS).map(([name, outcome]) => {
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, renderDocument(outcome.value));
      return file;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      '--headless',
      profile,
      '--infilter=MS Word 2007 XML',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ];
    execFileSync('soffice', [...args, ...files], { stdio: 'ignore', timeout: 120_000 });
  }, 150_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('print the agenda with letterhead, times and attachments, and the closed part on a page of its own', () => {
    const pages = pagesOf('agenda-all');
    expect(pages).toHaveLength(3);
    for (const words of [
      'Side 1 af 3',
      'KULTUR OG FÆLLESSKAB',
      'Sagsnummer: EMN-2031-000123',
      'Kl. 18.15–19.45',
      'Tid: 18.15–18.18 (3 min.)',
    ]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages[1]).not.toContain('KULTUR OG FÆLLESSKAB');
    expect(pages[2]).toContain('LUKKET DAGSORDEN');
    expect(pages[2]).toContain('Tid: 19.03–19.13 (10 min.)');
  });

  it('print nothing of the closed part for the open audience', () => {
    const pages = pagesOf('agenda-open');
    expect(pages).toHaveLength(2);
    expect(pages.join(' ')).not.toMatch(/HEMMELIG|FORTIET|SKJULT|KLAUSUL|lukket/i);
    expect(pages[0]).toContain('Side 1 af 2');
  });

  it('print the minutes with decisions, dissent and the table of follow-ups', () => {
    const words = pagesOf('minutes-all').join(' ');
    for (const said of [
      'Indstillingen blev godkendt.',
      'Mindretalsudtalelse fra Mogens Nygaard',
      'MUS: undersøger',
      '2. april 2031',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('print the indstilling on two pages with its line at the head of both', () => {
    const pages = pagesOf('indstilling');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Rådmandsmøde 11. marts 2031 – 10 minutter side 1 af 2');
    expect(pages[1]).toContain('side 2 af 2');
    expect(pages[1]).toMatch(/BILAG Bilag 1: Nuværende og nye mål Bilag 2: .* Bilag 3: Målhierarki/);
  });

  it('number every list from 1, and every page of a long agenda', () => {
    const pages = pagesOf('forty');
    const words = pages.join(' ');
    expect(words.match(/1\. Ansøgning 2\. Budget/g)).toHaveLength(40);
    expect(words).toContain('40. Ansøgning nummer 40');
    pages.forEach((page, i) => expect(page).toContain(`Side ${i + 1} af ${pages.length}`));
  });
});

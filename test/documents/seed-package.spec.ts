import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/create-worker.js';
import { documentView } from '../../libs/contracts/documents.js';
import { importView } from '../../libs/contracts/imports.js';
import type { ImportView } from '../../libs/contracts/imports.js';
import { createLogger } from '../../libs/platform/log/logger.js';
import { rawRequest } from '../support/raw-request.js';
import { startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { until } from '../support/until.js';

const SLOW = 120_000;
const file = join(process.env.SEEDS_DIR ?? join('..', 'shared', 'seeds'), '004_18b323f972a1d9e6.txt');
const isThere = existsSync(file);
if (!isThere) console.warn(`NOT TESTED: the real meeting package is not there (${file}); set SEEDS_DIR.`);

/** Written by hand from the package: titles, names, decisions, and the times that follow from its minutes. */
const AGENDA = `Social- og Beskæftigelsesudvalgsmøde|15. januar 2025|18.15–19.45|Rådhuset, lokale 398|9. januar 2025
EMN-2024-034734|Sofie Brøndt Jørgensen|Jan Gehlert|89 40 20 00|41 85 99 39|sobrj@aarhus.dk|geja@aarhus.dk
1. Godkendelse af dagsorden|2. Referat fra udvalgets møde den 11. december 2024|4. Status på Ukraine-indsatsen
3. Byrådshenvist sag: Plan for 80% selvforsyning på socialområdet 2024 – 2035
5. European Social Services Conference 2025 22.-25. juni 2025|6. Orienteringspunkter|6A. Eventuel orientering
7. Skriftlige orienteringer|7A. Opfølgning på udvalgsmødet den 11. december 2024|10. Evt.
7B. Orienteringer til udvalget siden seneste møde|8. Kurser og konferencer samt sager på vej til byrådet
9. Kommende møder|Eva Borchorst Mejnertz|Jeanette Hoppe|Lotte Henriksen|Bine Jenshøj Elmose|Anne Gunst
Marie Herborg Krogh|Lone Hauberg|18.15–18.18 (3 min.)|18.18–18.20 (2 min.)|18.20–18.40 (20 min.)
18.40–19.05 (25 min.)|19.05–19.25 (20 min.)|19.25–19.30 (5 min.)|19.30–19.32 (2 min.)|19.32–19.35 (3 min.)
19.35–19.40 (5 min.)|Byrådsdebat 18.12.24|Forklæde|Oversigt over fortrolige orienteringer til udvalget`;
const MINUTES = `Rådmandsmøde|14. januar 2025|Punkt 1: Dagsorden|Punkt 2: Referat|Godkendt.
Punkt 3: Mål i politisk retning for budget 2026 (10 min.)|Indstillingen blev godkendt.|MØB følger op.
Punkt 4: Orientering fra magistraten (5 min.)|Rådmand og direktør orienterede fra magistratsmødet.
Punkt 5: Orientering fra udvalget (5 min.)|FAS følger op.|Punkt 6: Bordet rundt (5 min.)
Mødekredsen orienterede om aktuelle sager og opgaver.`;
const INDSTILLING = `Rådmandsmøde 14. januar 2025 – 10 minutter|side 1 af 2|Mål i politisk retning for budget 2026
INDLEDNING|INDSTILLING|SAGSFREMSTILLING|RESSOURCER|KOMMUNIKATION|VIDERE PROCES|KOORDINERET MED|BILAG
at rådmanden godkender nyt afsnit om politisk retning for MSB til budgetredegørelse 2026|Målhierakiet
Mål Økonomi og Boliger|November 2024|Henrik Christensen|40 22 84 08|Hecj@aarhus.dk`;

/** Line breaks, hyphens at them and kinds of space are the page's; what is compared is the letters. */
const bare = (text: string): string => text.replace(/[\s\u00a0-]+/g, '').toLowerCase();
const missing = (facts: string, text: string): string[] =>
  facts.split(/[|\n]/).filter((fact) => !bare(text).includes(bare(fact)));

(isThere ? describe : describe.skip)('the real package, taken in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dagsorden-seed-'));
  let api: TestApi;
  let worker: INestApplicationContext;
  let taken: ImportView;

  const take = async (): Promise<ImportView> => {
    const answer = await rawRequest(api, 'post', '/api/v1/imports?fileName=pakke.txt')
      .set('Content-Type', 'application/octet-stream')
      .send(readFileSync(file));
    return importView.parse(answer.body);
  };
  const partOf = (kind: string) =>
    taken.parts.find((part) => part.kind === kind && part.state === 'taken-in');

  /** Has the worker make a document, converts it with LibreOffice and gives the text of its pages. */
  async function printed(address: string, request: object): Promise<string> {
    const asked = await api.take(documentView, 'post', `${address}/documents`, request);
    const read = () => api.take(documentView, 'get', `documents/${asked.id}`);
    await until(async () => (await read()).state === 'ready', 30_000);
    const answer = await rawRequest(api, 'get', `/api/v1/documents/${asked.id}/file`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const docx = join(folder, `${asked.id}.docx`);
    writeFileSync(docx, answer.body as Uint8Array);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, docx];
    execFileSync('soffice', convert, { stdio: 'ignore', timeout: SLOW });
    return execFileSync('pdftotext', ['-layout', join(folder, `${asked.id}.pdf`), '-']).toString();
  }

  beforeAll(async () => {
    api = await startTestApi();
    const { dataDir } = api;
    const logger = createLogger('test', 'silent');
    const options = {
      databaseUrl: api.database.url,
      dataDir,
      applicationName: 'dagsorden-test-seed',
      logger,
    };
    worker = await createWorker({ ...options, redisUrl: null });
    taken = await take();
  }, SLOW);
  afterAll(async () => {
    await worker.close();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }, SLOW);

  it('has its dated parts in the database, and keeps the one without a date waiting', () => {
    expect(taken.parts.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'minutes needs-date',
      'indstilling taken-in',
      'agenda taken-in',
      'minutes taken-in',
    ]);
  });

  it('changes nothing a second time', async () => {
    const count = () =>
      api.database.query('SELECT count(*) FROM agenda_point UNION ALL SELECT count(*) FROM follow_up');
    const before = await count();
    expect(await take()).toEqual(taken);
    expect(await count()).toEqual(before);
  });

  it(
    'prints the agenda with every title, name and computed time, and for all nothing in brackets',
    async () => {
      const text = await printed(`meetings/${partOf('agenda')?.meetingId ?? ''}`, { kind: 'agenda' });
      expect(missing(AGENDA, text)).toEqual([]);
      expect(text).not.toMatch(/[[\]]/);
    },
    SLOW,
  );

  it(
    'prints the agenda for the open audience without its closed bilag',
    async () => {
      const meeting = `meetings/${partOf('agenda')?.meetingId ?? ''}`;
      const text = await printed(meeting, { kind: 'agenda', audience: 'open' });
      expect(missing(AGENDA, text)).toEqual(['Oversigt over fortrolige orienteringer til udvalget']);
    },
    SLOW,
  );

  it(
    'prints the minutes with every decision',
    async () => {
      const text = await printed(`meetings/${partOf('minutes')?.meetingId ?? ''}`, { kind: 'minutes' });
      expect(missing(MINUTES, text)).toEqual([]);
      expect(text).not.toMatch(/^\s*\.\s*$/m);
    },
    SLOW,
  );

  it(
    'prints the indstilling with its sections, its recommendation and its author',
    async () => {
      const text = await printed(`indstillinger/${partOf('indstilling')?.indstillingId ?? ''}`, {});
      expect(missing(INDSTILLING, text)).toEqual([]);
      expect(text).not.toMatch(/[[\]]/);
    },
    SLOW,
  );
});

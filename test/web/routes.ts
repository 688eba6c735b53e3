import { attachment } from '../../libs/contracts/attachments.js';
import { sendFile } from '../builders/files.js';
import { pdfOf } from '../builders/pdf-file.js';
import type { TestWeb } from './support.js';

/** Every route, with somebody it is for and the words that tell it is there. */
export const ROUTES: readonly (readonly [string, string, string])[] = [
  ['nobody', '/login?returnTo=/meetings', 'Log ind'],
  ['nobody', '/login?failed=yes', 'Log ind'],
  ['nobody', '/signed-in', 'Du er logget ind'],
  ['MSA', '/overview', 'Oversigt'],
  ['KVL', '/overview', 'Oversigt'],
  ['IDA', '/overview', 'Oversigt'],
  ['MSA', '/meetings', 'Møder'],
  ['MSA', '/meetings?view=calendar', 'Møder'],
  ['MSA', '/meetings?from=2031-01-01', 'Møder'],
  ['MSA', '/meetings/new', 'Nyt møde'],
  ['BKR', '/meetings/new', 'Nyt møde'],
  ['MSA', '/meetings/:draftId/agenda', 'Rådmandsmøde'],
  ['MSA', '/meetings/:meetingId/agenda', 'Rådmandsmøde'],
  ['MSA', '/meetings/series', 'Opret mødeserie'],
  ['BKR', '/meetings/series', 'Opret mødeserie'],
  ['MSA', '/meetings/:meetingId', 'Rådmandsmøde'],
  ['MSA', '/meetings/:udvalgId/points/:pointId', 'Byrådshenvist sag'],
  ['BKR', '/meetings/:udvalgId/points/:pointId', 'Byrådshenvist sag'],
  ['MSA', '/meetings/:udvalgId/points/:followUpId', 'Siden findes ikke'],
  ['KVL', '/meetings/:minutesOf/read/:goalsId', '3. Mål for den sociale indsats'],
  ['BKR', '/meetings/:udvalgId/read/:pointId', 'Byrådshenvist sag'],
  ['MSA', '/meetings/:udvalgId/read/:pointId/attachments/:bilagId', 'Bilag'],
  ['MSA', '/meetings/:udvalgId/read/:pointId/attachments/:bilagId?page=2', 'Bilag'],
  ['BKR', '/meetings/:udvalgId/read/:pointId/attachments/:bilagId', 'Siden findes ikke'],
  ['MSA', '/meetings/:draftId/read', '1. Dagsorden'],
  ['BKR', '/meetings/:minutesOf/read', 'Siden findes ikke'],
  ['MSA', '/meetings/:udvalgId/read/:followUpId', 'Siden findes ikke'],
  ['KVL', '/meetings/:minutesOf/notes', 'Mine noter'],
  ['KVL', '/meetings/:minutesOf/comments', 'Delte kommentarer'],
  ['BKR', '/meetings/:minutesOf/notes', 'Siden findes ikke'],
  ['KVL', '/print/meetings/:minutesOf/notes', 'Mine noter: '],
  ['KVL', '/print/meetings/:minutesOf/comments', 'Delte kommentarer: '],
  ['BKR', '/print/meetings/:minutesOf/comments', 'Siden findes ikke'],
  ['MSA', '/meetings/:draftId/send', 'Udsend dagsorden'],
  ['KVL', '/meetings/:draftId/send', 'Udsend dagsorden'],
  ['MSA', '/meetings/:minutesOf/minutes', 'Referat'],
  ['MSA', '/meetings/:minutesOf/minutes?part=closed', 'Referat'],
  ['KVL', '/meetings/:minutesOf/minutes', 'Referat'],
  ['IDA', '/meetings/:minutesOf/minutes', 'Referat'],
  ['MSA', '/meetings/:minutesOf/documents', 'Dokumenter'],
  ['IDA', '/meetings/:minutesOf/documents', 'Dokumenter'],
  ['MSA', '/meetings/:draftId/details', 'Om mødet: '],
  ['KVL', '/meetings/:draftId/details', 'Om mødet: '],
  ['MSA', '/meetings/:minutesOf/history', 'Historik'],
  ['KVL', '/meetings/:minutesOf/history', 'Historik'],
  ['BKR', '/meetings/:minutesOf/history', 'Siden findes ikke'],
  ['MSA', '/meetings/:udvalgId/changes', 'Ændringer'],
  ['BKR', '/meetings/:udvalgId/changes', 'Ændringer'],
  ['BKR', '/meetings/:udvalgId/changes?from=1&to=draft', 'Siden findes ikke'],
  ['MSA', '/print/meetings/:minutesOf/agenda', 'Dagsorden: '],
  ['IDA', '/print/meetings/:minutesOf/agenda?part=closed', 'Dagsorden: '],
  ['MSA', '/print/meetings/:minutesOf/minutes', 'Referat: '],
  ['IDA', '/print/meetings/:meetingId/minutes', 'Referat: '],
  ['MSA', '/print/meetings/:followUpId/agenda', 'Siden findes ikke'],
  ['MSA', '/documents', 'Dokumenter'],
  ['MSA', '/documents?state=failed', 'Dokumenter'],
  ['MSA', '/aarshjul', 'Årshjul 20'],
  ['KVL', '/aarshjul?year=2027', 'Årshjul 2027'],
  ['MSA', '/indstillinger', 'Indstillinger'],
  ['IDA', '/indstillinger?view=all', 'Indstillinger'],
  ['IDA', '/indstillinger/new', 'Ny indstilling'],
  ['BKR', '/indstillinger/new', 'Ny indstilling'],
  ['IDA', '/indstillinger/:returnedId', 'Ny model for aflastning'],
  ['MSA', '/indstillinger/:placedId', 'Forlængelse af mentorordningen for unge'],
  ['KVL', '/indstillinger/:placedId', 'Forlængelse af mentorordningen for unge'],
  ['IDA', '/indstillinger/:returnedId/versions/compare', 'Sammenlign versioner: '],
  ['IDA', '/indstillinger/:returnedId/documents', 'Dokumenter: '],
  ['BKR', '/indstillinger/:returnedId/documents', 'Siden findes ikke'],
  ['IDA', '/indstillinger/:returnedId/word', 'Hent tekst fra Word: '],
  ['KVL', '/indstillinger/:placedId/word', 'Hent tekst fra Word: '],
  ['BKR', '/indstillinger/:returnedId/word', 'Siden findes ikke'],
  ['IDA', '/print/indstillinger/:returnedId/versions?from=1&to=1', 'Ny model for aflastning: ændringer'],
  ['BKR', '/print/indstillinger/:returnedId/versions?from=1&to=1', 'Siden findes ikke'],
  ['BKR', '/indstillinger/:returnedId', 'Siden findes ikke'],
  ['MSA', '/follow-ups', 'Opfølgning'],
  ['MSA', '/follow-ups?status=all&group=meeting', 'Opfølgning'],
  ['MSA', '/follow-ups?unit=INGEN', 'Opfølgning – INGEN'],
  ['MSA', '/follow-ups/:followUpId?status=all', 'Opfølgning'],
  ['MSA', '/profile', 'Profil'],
  ['NVA', '/admin/bodies', 'Fora'],
  ['NVA', '/admin/bodies?id=new', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=sections', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=standing', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=aarshjul', 'Fora'],
  ['MSA', '/admin/bodies?id=:bodyId&part=stand-ins', 'Fora'],
  ['NVA', '/admin/units?id=:unitId', 'Enheder'],
  ['NVA', '/admin/users?q=ida', 'Brugere'],
  ['IDA', '/admin/users', 'Siden findes ikke'],
  ['MSA', '/findes-ikke', 'Siden findes ikke'],
  ['MSA', '/meetings/:followUpId', 'Siden findes ikke'],
];

/** Who is named by the first word of a route: nobody is signed in, or the person with these initials. */
export const visitor = (initials: string): string | null => (initials === 'nobody' ? null : initials);

/** Gives every route something to show, and the addresses of it. */
export async function prepareRoutes(web: TestWeb): Promise<(route: string) => string> {
  const ids = await sampleIds(web);
  const { body } = await sendFile(
    web.api,
    `agenda-points/${ids.pointId}/attachments/file`,
    'Bilag 4 - Tal for ungdomsboliger.pdf',
    pdfOf(['Tal for ungdomsboliger', 'Kilder']),
  );
  const bilagId = attachment.parse(body).id;
  const items = [{ title: 'Kvartalsstatus', month: 11 }];
  await web.api.send('put', `bodies/${ids.bodyId}/aarshjul`, { items }, { ifMatch: 1 });
  await documentsToShow(web, ids.minutesOf);
  return (route) =>
    route.replace(
      /:(\w+)/g,
      (_, name: string) => new Map(Object.entries({ ...ids, bilagId })).get(name) ?? '',
    );
}

async function sampleIds(web: TestWeb) {
  const one = async (query: string): Promise<string> => {
    const [row] = await web.api.database.query<{ id: string }>(query);
    return row?.id ?? '';
  };
  const ofPoint = (column: string): string =>
    `SELECT ${column} AS id FROM agenda_point WHERE title LIKE 'Byrådshenvist sag%'`;
  return {
    meetingId: await one('SELECT id FROM meeting ORDER BY id LIMIT 1'),
    followUpId: await one('SELECT id FROM follow_up ORDER BY id LIMIT 1'),
    unitId: await one('SELECT id FROM unit ORDER BY id LIMIT 1'),
    draftId: await one("SELECT id FROM meeting WHERE state = 'drafting' LIMIT 1"),
    udvalgId: await one(ofPoint('meeting_id')),
    pointId: await one(ofPoint('id')),
    goalsId: await one("SELECT id FROM agenda_point WHERE title LIKE 'Mål for den sociale%' LIMIT 1"),
    bodyId: await one("SELECT id FROM body WHERE name = 'Rådmandsmøde'"),
    returnedId: await one("SELECT id FROM indstilling WHERE state = 'returned' LIMIT 1"),
    placedId: await one("SELECT id FROM indstilling WHERE title LIKE 'Forlængelse af mentor%' LIMIT 1"),
    minutesOf: await one('SELECT meeting_id AS id FROM minutes LIMIT 1'),
  };
}

/** A document in each state: no worker runs here. */
async function documentsToShow({ api }: TestWeb, meetingId: string): Promise<void> {
  for (const format of ['docx', 'pdf'])
    for (const audience of ['all', 'open'])
      await api.send('post', `meetings/${meetingId}/documents`, { kind: 'minutes', audience, format });
  await api.database.query(
    `UPDATE document SET state = 'failed', reason = 'It took too long to make the PDF.' WHERE format = 'pdf'`,
  );
  await api.database.query(
    `UPDATE document SET state = 'ready', progress = 100, sha256 = repeat('a', 64), size = 84000
     WHERE format = 'docx' AND audience = 'open'`,
  );
}

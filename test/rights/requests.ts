import { COMPLETE_SECTIONS } from '../builders/indstillinger.js';

const REASON = 'Fordi';
const DEADLINES = { days: [] };

/** The query of each route that does not answer without one. */
export const QUERIES: Readonly<Record<string, string>> = {
  'GET /meetings/{id}/agenda-versions/compare': '?from=1&to=1',
  'GET /meeting-calendar': '?ids=00000000-0000-7000-8000-000000000000',
  'GET /saved-views': '?page=meetings',
  'GET /bodies/{id}/meeting-dates': '?weekday=2&from=2026-01-01&to=2026-12-31&exceptWeeks=7,42',
};

/** The name of the file that each route is sent which takes one; what is in it fits none of them. */
export const FILES: Readonly<Record<string, string>> = {
  'POST /imports': 'pakke.txt',
  'POST /meetings/{id}/returned-documents': 'dagsorden.docx',
  'POST /indstillinger/{id}/word': 'indstilling.docx',
  'POST /agenda-points/{id}/attachments/file': 'bilag.pdf',
  'POST /indstillinger/{id}/attachments/file': 'bilag.pdf',
  'PUT /attachments/{id}/file': 'bilag.pdf',
};

/** A day on which nobody meets yet. */
let day = 0;
const freeDay = (): string => new Date(Date.UTC(2040, 0, (day += 1))).toISOString().slice(0, 10);

/** What each route that takes a body is sent: valid by its schema, so that only rights decide. */
export const BODIES: Readonly<
  Record<string, (things: ReadonlyMap<string, string>, subject: string) => object>
> = {
  'POST /bodies': () => ({ name: `Forum ${crypto.randomUUID()}`, kind: 'raad' }),
  'PATCH /bodies/{id}': () => ({ name: `Forum ${crypto.randomUUID()}` }),
  'PUT /bodies/{id}/standing-points': () => ({ points: [] }),
  'PUT /bodies/{id}/aarshjul': () => ({ items: [] }),
  'POST /units': () => ({ code: crypto.randomUUID().slice(0, 12), name: 'Enhed' }),
  'PATCH /units/{id}': () => ({ name: 'Enhed' }),
  'POST /people': () => ({ name: 'En Ny' }),
  'PATCH /people/{id}': () => ({ title: 'Fuldmægtig' }),
  'PUT /closing-days': () => DEADLINES,
  'POST /memberships': (things) => ({
    personId: things.get('person'),
    role: 'administrator',
    validTo: '2020-01-01',
  }),
  // The days are over, which is said to those only who may make one.
  'POST /stand-ins': (things) => ({
    ...{ personId: things.get('person'), standInId: things.get('person without roles') },
    ...{ from: '2020-01-01', to: '2020-01-02' },
  }),
  'PATCH /memberships/{id}': () => ({ validTo: '2030-01-01' }),
  'POST /meeting-series': (things) => ({ bodyId: things.get('body'), dates: [freeDay()] }),
  'POST /saved-views': () => ({ page: 'meetings', name: crypto.randomUUID(), search: 'view=calendar' }),
  'PATCH /mail-choices': () => ({ indstillinger: 'daily' }),
  'PATCH /saved-views/{id}': () => ({ name: 'En anden visning' }),
  'POST /meetings': (things) => ({ bodyId: things.get('body'), date: '2026-05-05' }),
  'PATCH /meetings/{id}': () => ({ place: 'Lokale 2' }),
  'POST /meetings/{id}/sendings': () => ({ kind: 'first' }),
  'PUT /meetings/{id}/reviewers': () => ({ personIds: [] }),
  'PUT /meetings/{id}/review': () => ({ comment: 'Læst' }),
  'POST /meetings/{id}/steps': () => ({ action: 'start' }),
  'PUT /meetings/{id}/agenda/presence': () => ({ pointId: null }),
  'POST /meetings/{id}/agenda-points': () => ({ title: 'Et punkt', lateReason: REASON }),
  'POST /meetings/{id}/agenda-points/several': () => ({
    points: [{ title: 'Et punkt', lateReason: REASON }],
  }),
  'POST /meetings/{id}/postponed-points': (things) => ({ pointId: things.get('held open point') }),
  'PATCH /agenda-points/{id}': () => ({ minutes: 7 }),
  'POST /agenda-points/{id}/move': () => ({ parentId: null, position: 0 }),
  'POST /agenda-points/{id}/withdraw': () => ({ reason: REASON }),
  'POST /agenda-points/{id}/attachments': () => ({ title: 'Et bilag', visibility: 'open' }),
  'PUT /agenda-points/{id}/disqualifications': () => ({ people: [] }),
  'PUT /agenda-points/{id}/guests': () => ({ people: [] }),
  'PATCH /attachments/{id}': () => ({ title: 'Et andet bilag' }),
  'POST /attachments/{id}/move': () => ({ position: 0 }),
  'PUT /meetings/{id}/my-place': (things, subject) => ({
    pointId: things.get(subject.replace(/ meeting$/, ' open point')),
  }),
  'PUT /agenda-points/{id}/my-note': () => ({ text: 'Til mig selv' }),
  'PUT /agenda-points/{id}/my-mark': () => ({ read: true }),
  'PUT /agenda-points/{id}/my-highlights/{highlightId}': () => ({
    ...{ section: 'purpose', quote: 'ord', prefix: '', suffix: '' },
  }),
  'PUT /indstillinger/{id}/my-reading': () => ({ submission: 1 }),
  'POST /agenda-points/{id}/comments': () => ({
    ...{ id: crypto.randomUUID(), text: 'Enig?', with: { kind: 'circle' } },
  }),
  'PATCH /agenda-points/{id}/comments/{commentId}': () => ({ text: 'Uenig?' }),
  'PUT /agenda-points/{id}/decision': () => ({ outcome: 'noted', text: [] }),
  'POST /meetings/{id}/minutes/steps': () => ({ action: 'review' }),
  'POST /meetings/{id}/minutes/corrections': () => ({
    ...{ by: 'En Person', text: [{ type: 'paragraph', content: [{ text: 'Rettet.' }] }] },
  }),
  'POST /follow-ups/{id}/notes': () => ({ text: 'En note' }),
  'PATCH /follow-ups/{id}': () => ({ action: 'Undersøge det' }),
  'POST /follow-ups/{id}/steps': () => ({ action: 'start' }),
  'POST /follow-ups': (things) => ({ action: 'Undersøge det', meetingId: things.get('held meeting') }),
  'POST /indstillinger': (things) => ({
    ...{ bodyId: things.get('body'), unitId: things.get('unit'), title: 'En indstilling' },
    sections: COMPLETE_SECTIONS,
  }),
  'PATCH /indstillinger/{id}': () => ({ minutes: 12 }),
  // The day is over, which is said to those only who may ask.
  'POST /indstillinger/{id}/opinions': (things) => ({
    ...{ unitId: things.get('other unit'), dueOn: '2020-01-01' },
  }),
  'POST /opinions/{id}/answer': () => ({ answer: 'agrees' }),
  'POST /indstillinger/{id}/attachments': () => ({ title: 'Et bilag', visibility: 'open' }),
  'POST /indstillinger/{id}/documents': () => ({}),
  'POST /returned-documents/{id}/take-over': () => ({ items: [{ key: 'head', version: null }] }),
  'POST /word-readings/{id}/take': () => ({ sections: ['introduction'] }),
  'POST /indstillinger/{id}/steps': (_things, subject) => ({
    action: subject.startsWith('draft') ? 'submit' : 'approve',
  }),
  'POST /meetings/{id}/documents': (_things, subject) => ({
    kind: 'agenda',
    ...(subject.startsWith('drafting') ? { agendaVersion: 'draft' } : {}),
  }),
  'POST /session/view-as': (things) => ({ personId: things.get('person') }),
  'POST /session/end': () => ({ everywhere: false }),
  'POST /imports/parts/{id}/place': () => ({ date: '2026-03-03' }),
};

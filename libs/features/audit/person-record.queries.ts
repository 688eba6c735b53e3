import { OWN_EVENT_NAMES } from '../../contracts/events.js';
import { anyClosed } from '../organisation/index.js';

/**
 * One section of what is recorded about a person: SQL of a sort key and a row, for the person `$1` after the key `$2`;
 * `$3` says that it is for nobody else, since a reason for being disqualified on a closed point is for no administrator, nor
 * how often somebody was told of corrections that may concern closed points only; `$4` that the person reads it themself, and
 * nobody exports it for them: what they keep for themself is given to nobody else.
 */
export interface Section {
  readonly name: string;
  readonly sql: string;
}

function section(name: string, key: string, row: string, from: string): Section {
  const sql = `SELECT key, row FROM (SELECT (${key})::text AS key, ${row} AS row FROM ${from}) AS found
    WHERE $3::boolean IS NOT NULL AND $4::boolean IS NOT NULL AND key COLLATE "C" > $2 ORDER BY key COLLATE "C" LIMIT 500`;
  return { name, sql };
}

const named = (column: string): string => `strpos(${column}::text, $1::text) > 0`;
const CLOSED_POINT = anyClosed('point.visibility', 'parent.visibility', 'body.visibility');
const BY_NUMBER = `lpad(event.seq::text, 20, '0')`;

/** Which fields an event changed, without what they held: that may be closed to the person. */
const FIELDS = `(SELECT jsonb_agg(change -> 'field') FROM jsonb_array_elements(event.changes) AS change)`;
const EVENT = `jsonb_build_object('id', event.id, 'at', event.at, 'name', event.name,
  'subjectKind', event.subject_kind, 'subjectId', event.subject_id, 'scopeId', event.scope_id,
  'personId', event.person_id, 'actingRole', event.acting_role, 'viewedAsPersonId', event.viewed_as_person_id,
  'requestId', event.request_id, 'fields', ${FIELDS})`;

const NOT_KEPT_BACK = `($4::boolean OR event.name NOT IN (${OWN_EVENT_NAMES.map((name) => `'${name}'`).join(', ')}))`;

/** What a person keeps for themself: the rows for them, for all others that it is given to the person only, whether there is any or not. */
function ownSection(name: string, key: string, row: string, table: string): Section {
  return section(
    name,
    'key',
    'row',
    `(SELECT ${key} AS key, ${row} AS row FROM ${table} WHERE $4::boolean AND person_id = $1::uuid
      UNION ALL SELECT '-', '{"givenOnlyToThePerson": true}'::jsonb WHERE NOT $4::boolean) AS own`,
  );
}

/** Names and initials under which the person stands in texts of names. */
const PERSON_NAMES =
  '(SELECT array_remove(ARRAY[name, initials] || aliases, NULL) FROM person WHERE id = $1::uuid)';

const MEETING = `jsonb_build_object('id', meeting.id, 'date', meeting.date, 'body', body.name,
  'participant', ${named('meeting.participants')}, 'chair', meeting.chair_id = $1::uuid,
  'minuteTaker', meeting.minute_taker_id = $1::uuid, 'caseworker', meeting.caseworkers ?| ${PERSON_NAMES})`;

/**
 * Everything recorded about a person, by query over the tables. Of meetings, indstillinger, follow-ups and decisions it
 * says which, when and as what; their titles and texts are left out, since they may be closed to the person.
 */
export const SECTIONS: readonly Section[] = [
  section('person', 'id', 'to_jsonb(person)', 'person WHERE id = $1::uuid'),
  section(
    'identities',
    `issuer || ' ' || subject`,
    `jsonb_build_object('issuer', issuer, 'subject', subject)`,
    'person_identity WHERE person_id = $1::uuid',
  ),
  section('memberships', 'id', 'to_jsonb(membership)', 'membership WHERE person_id = $1::uuid'),
  section('standIns', 'id', 'to_jsonb(stand_in)', 'stand_in WHERE $1::uuid IN (person_id, stand_in_id)'),
  section(
    'sessions',
    `encode(id_hash, 'hex')`,
    `jsonb_build_object('createdAt', created_at, 'lastSeenAt', last_seen_at, 'endsAt', ends_at,
      'viewAsPersonId', view_as_person_id)`,
    'session WHERE person_id = $1::uuid OR view_as_person_id = $1::uuid',
  ),
  section(
    'savedViews',
    'id',
    `jsonb_build_object('page', page, 'name', CASE WHEN $3::boolean THEN name END)`,
    'saved_view WHERE person_id = $1::uuid',
  ),
  section(
    'uploads',
    'id',
    `jsonb_build_object('id', id, 'attachmentId', attachment_id, 'number', number, 'at', created_at, 'state', state)`,
    'attachment_version WHERE uploaded_by = $1::uuid',
  ),
  section(
    'returnedDocuments',
    'id',
    `jsonb_build_object('id', id, 'meetingId', meeting_id, 'at', returned_at)`,
    'returned_document WHERE returned_by = $1::uuid',
  ),
  section(
    'wordReadings',
    'id',
    `jsonb_build_object('id', id, 'indstillingId', indstilling_id, 'at', read_at)`,
    'word_reading WHERE read_by = $1::uuid',
  ),
  section(
    'opinions',
    'id',
    `jsonb_build_object('id', id, 'indstillingId', indstilling_id, 'asked', asked_by IS NOT DISTINCT FROM $1::uuid, 'askedAt', asked_at,
      'answered', answered_by IS NOT DISTINCT FROM $1::uuid, 'answeredAt', answered_at)`,
    'indstilling_opinion WHERE $1::uuid IN (asked_by, answered_by)',
  ),
  section(
    'disqualifications',
    'point_id',
    `jsonb_build_object('pointId', point_id, 'reason', CASE WHEN $3::boolean OR NOT ${CLOSED_POINT} THEN reason END)`,
    `disqualification JOIN agenda_point point ON point.id = point_id
     LEFT JOIN agenda_point parent ON parent.id = point.parent_id
     JOIN meeting ON meeting.id = point.meeting_id JOIN body ON body.id = meeting.body_id
     WHERE person_id = $1::uuid`,
  ),
  section(
    'meetings',
    'meeting.id',
    MEETING,
    `meeting JOIN body ON body.id = meeting.body_id
     WHERE ${named('meeting.participants')} OR meeting.chair_id = $1::uuid OR meeting.minute_taker_id = $1::uuid
       OR meeting.caseworkers ?| ${PERSON_NAMES}`,
  ),
  section(
    'indstillinger',
    'indstilling.id',
    `jsonb_build_object('id', indstilling.id, 'body', body.name, 'month', month, 'state', state, 'author', author)`,
    'indstilling JOIN body ON body.id = indstilling.body_id WHERE author_id = $1::uuid',
  ),
  section(
    'followUps',
    'follow_up.id',
    `jsonb_build_object('id', follow_up.id, 'body', body.name, 'meetingId', meeting_id, 'status', status,
      'due', due_date, 'createdAt', created_at)`,
    'follow_up JOIN body ON body.id = follow_up.body_id WHERE person_id = $1::uuid',
  ),
  section(
    'decisions',
    'decision.id',
    `jsonb_build_object('id', decision.id, 'pointId', point_id, 'absent', ${named('absent')},
      'disqualified', ${named('disqualified')}, 'prevented', ${named('prevented')}, 'dissented', ${named('dissents')})`,
    `decision WHERE ${named('absent')} OR ${named('disqualified')} OR ${named('prevented')} OR ${named('dissents')}`,
  ),
  section(
    'mails',
    'recipient.id',
    `jsonb_build_object('meetingId', sending.meeting_id, 'kind', sending.kind, 'method', method, 'address', address,
      'sentAt', sent_at)`,
    `sending_recipient recipient JOIN sending ON sending.id = recipient.sending_id
     WHERE $3::boolean AND person_id = $1::uuid AND recipient.state = 'sent'`,
  ),
  section(
    'reminders',
    'mail.id',
    `jsonb_build_object('meetingId', meeting_id, 'kind', kind, 'address', address, 'sentAt', sent_at)`,
    `reminder_mail mail JOIN reminder ON reminder.id = mail.reminder_id
     WHERE $3::boolean AND person_id = $1::uuid AND mail.state = 'sent'`,
  ),
  section(
    'indstillingMails',
    'mail.id',
    `jsonb_build_object('madeAt', made_at, 'sentAt', sent_at)`,
    `indstilling_notice_mail mail WHERE $3::boolean AND person_id = $1::uuid AND mail.state = 'sent'`,
  ),
  section(
    'mailChoices',
    'person_id',
    `jsonb_build_object('indstillinger', indstillinger)`,
    'mail_choice WHERE $3::boolean AND person_id = $1::uuid',
  ),
  section(
    'reviews',
    'review.id',
    `jsonb_build_object('meetingId', meeting_id, 'askedAt', asked_at, 'takenBackAt', taken_back_at, 'readAt', read_at,
      'comment', comment)`,
    'agenda_review review WHERE $3::boolean AND person_id = $1::uuid',
  ),
  section(
    'calendar',
    'meeting_id',
    `jsonb_build_object('meetingId', meeting_id, 'address', address, 'date', date, 'start', start_time,
      'end', end_time, 'place', place, 'cancelled', cancelled)`,
    'invitation WHERE $3::boolean AND person_id = $1::uuid',
  ),
  ownSection(
    'ownNotes',
    'point_id::text',
    `jsonb_build_object('pointId', point_id, 'text', text, 'changedAt', changed_at)`,
    'own_note',
  ),
  ownSection(
    'ownHighlights',
    'id::text',
    `jsonb_build_object('pointId', point_id, 'section', section, 'quote', quote, 'note', note, 'changedAt', changed_at)`,
    'own_highlight',
  ),
  ownSection(
    'comments',
    'id::text',
    `jsonb_build_object('pointId', point_id, 'text', text, 'createdAt', created_at, 'changedAt', changed_at)`,
    '(SELECT author_id AS person_id, * FROM point_comment) AS written',
  ),
  ownSection(
    'ownMarks',
    'point_id::text',
    `jsonb_build_object('pointId', point_id, 'readAt', read_at)`,
    'own_mark',
  ),
  ownSection(
    'ownIndstillingReadings',
    'indstilling_id::text',
    `jsonb_build_object('indstillingId', indstilling_id, 'submission', submission, 'readAt', read_at)`,
    'own_indstilling_reading',
  ),
  ownSection(
    'ownPlaces',
    'meeting_id::text',
    `jsonb_build_object('meetingId', meeting_id, 'pointId', point_id, 'attachmentId', attachment_id, 'page', page)`,
    'own_place',
  ),
  section('eventsBy', BY_NUMBER, EVENT, `event WHERE person_id = $1::uuid AND ${NOT_KEPT_BACK}`),
  section(
    'eventsAbout',
    BY_NUMBER,
    EVENT,
    `event WHERE ${NOT_KEPT_BACK} AND (subject_id = $1::uuid OR viewed_as_person_id = $1::uuid OR ${named('data')}
       OR ${named('changes')} OR subject_id IN (SELECT id FROM membership WHERE person_id = $1::uuid))`,
  ),
];

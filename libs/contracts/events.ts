/**
 * Every event the product records, by name, with what it is about. Names are `<thing>.<what happened>`, past tense;
 * a name is never renamed. Consumers (jobs, later audit, notifications and search) listen to these.
 */
export const EVENT_NAMES = [
  'unit.created',
  'unit.changed',
  'person.created',
  'person.changed',
  'body.created',
  'body.changed',
  'standing-points.changed',
  'closing-days.changed',
  'meeting.created',
  'meeting.changed',
  'meeting.moved-on',
  'indstilling.created',
  'indstilling.changed',
  'indstilling.moved-on',
  'agenda.drafted',
  'agenda-point.created',
  'agenda-point.changed',
  'agenda-point.moved',
  'agenda-point.withdrawn',
  'agenda-point.removed',
  'attachment.created',
  'attachment.changed',
  'attachment.moved',
  'attachment.removed',
  'decision.recorded',
  'follow-up.suggested',
  'follow-up.created',
  'follow-up.changed',
  'follow-up.moved-on',
  'follow-up.noted',
  'follow-up.removed',
  'agenda.sent',
  'minutes.created',
  'minutes.moved-on',
  'minutes.added-to',
  'meeting.closed',
  'document.requested',
  'document.made',
  'document.failed',
  'import.recorded',
  'import.dated',
  'membership.created',
  'membership.changed',
  'disqualification.recorded',
  'identity.linked',
  'session.opened',
  'session.refused',
  'session.ended',
  'session.view-as',
  'agenda-point.read',
  'attachment.read',
  'document.downloaded',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** The kinds of things events are about. */
export type SubjectKind =
  | 'unit'
  | 'person'
  | 'body'
  | 'calendar'
  | 'meeting'
  | 'indstilling'
  | 'agenda-point'
  | 'attachment'
  | 'decision'
  | 'follow-up'
  | 'minutes'
  | 'document'
  | 'import'
  | 'membership'
  | 'session';

import type { EntityManager } from 'typeorm';
import { actingRole } from '../../contracts/audit.js';
import type { EventName, SubjectKind } from '../../contracts/events.js';
import type { Actor } from '../../contracts/rights.js';
import { askPrepared } from '../database/prepared.js';
import type { Prepared } from '../database/prepared.js';
import type { RequestContext } from '../http/request-context.js';
import { newId } from '../ids/new-id.js';
import { storedForm } from './changes.js';
import type { FieldChange } from './changes.js';

/** What an event is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** One thing that happened, as it is written down. */
export interface NewEvent {
  readonly name: EventName;
  readonly subject: Subject;
  /** The meeting or body it belongs to, where there is one: the acting role is the one held there. */
  readonly scopeId?: string;
  /** What its consumers need to know: ids and values, never a text that somebody may not read. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** What changed, by field, as `changesOf` gives it; read in the history by those who may. */
  readonly changes?: readonly FieldChange[];
  /** The role that let the act through; when left out, the actor's strongest for the scope. */
  readonly actingRole?: string;
}

/** The beginning of a statement that writes events down. */
export const INSERT = `INSERT INTO event (id, name, subject_kind, subject_id, scope_id, data, request_id,
  person_id, acting_role, viewed_as_person_id, changes)`;

/** The parameters that writing an event down takes: `$1` to `$13`, `$4` the id of its subject. */
const OWN_PARAMETERS = 13;

/** A change that is made in the statement that writes it down. */
export interface RecordedChange {
  /** Of the prepared statement. */
  readonly name: string;
  /**
   * SQL of common table expressions, given the parameter that its own value number `n` (from 1) has and the one that the
   * subject's id has. The one called `changed` gives the row that was changed with its new `mark` (`markOf`); the event is
   * written where there is one.
   * It waits for no lock that somebody may hold for long (`SKIP LOCKED`): others stand behind it.
   */
  readonly making: (value: (n: number) => string, subjectId: string) => string;
}

/**
 * The texts of the changes are kept by their hash beside the event; what is kept already stays as it is. Nothing is written
 * where a change that is to be made found no row.
 */
const recording = (name: string, making: string | null): Prepared => ({
  name,
  text: `
  WITH ${making === null ? '' : `${making}, `}kept AS (
    INSERT INTO event_text (hash, content)
    SELECT hash, content::jsonb FROM unnest($12::text[], $13::text[]) AS text (hash, content)
    ${making === null ? '' : 'WHERE EXISTS (SELECT FROM changed)'}
    ON CONFLICT DO NOTHING
  ), recorded AS (
    ${INSERT}
    SELECT $1::uuid, $2, $3, $4::uuid, $5::uuid, $6::jsonb, $7::uuid, $8::uuid, $9, $10::uuid, $11::jsonb
    ${making === null ? '' : 'FROM changed'} RETURNING 1
  )
  SELECT pg_notify('event', '')${making === null ? ' FROM recorded' : ', changed.mark FROM recorded, changed'}`,
});

const RECORD = recording('record an event', null);

const makings = new WeakMap<RecordedChange, Prepared>();

function recordingOf(change: RecordedChange): Prepared {
  let statement = makings.get(change);
  if (!statement) {
    const making = change.making((n) => `$${OWN_PARAMETERS + n}`, '$4');
    makings.set(change, (statement = { ...recording(change.name, making), pipe: 'writes' }));
  }
  return statement;
}

/**
 * The last beat of every service method: writes what happened into the append-only event table, in the transaction that
 * did it. The table is audit log, history and outbox at once; a NOTIFY wakes its consumers when the transaction commits.
 * One prepared statement, since every change waits for it.
 */
export async function record(tx: EntityManager, context: RequestContext, event: NewEvent): Promise<void> {
  await askPrepared(tx, RECORD, valuesOf(context, event));
}

/**
 * Makes a change and writes it down in one statement, which needs no transaction around it; gives the mark that the row
 * has now, or null where there was none to change. For the few changes that are made so often that their round trips are felt; all others are made first and then
 * recorded.
 */
export async function changeAndRecord(
  tx: EntityManager,
  context: RequestContext,
  event: NewEvent,
  change: RecordedChange,
  values: readonly unknown[],
): Promise<string | null> {
  const asked = [...valuesOf(context, event), ...values];
  const [made] = await askPrepared<{ mark: string }>(tx, recordingOf(change), asked);
  return made?.mark ?? null;
}

function valuesOf(context: RequestContext, event: NewEvent): unknown[] {
  const { changes, texts } = storedForm(event.changes ?? []);
  // In the order of their hashes: transactions that keep the same texts wait for each other and never in a circle.
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...columnsOf(context, event),
    changes.length === 0 ? null : JSON.stringify(changes),
    sorted.map(([hash]) => hash),
    sorted.map(([, content]) => content),
  ];
}

/** Who acts: somebody who sees what another sees acts as themself. */
export function personOf(actor: Actor): string | null {
  return actor.viewedBy ?? actor.personId;
}

function columnsOf({ actor, requestId }: RequestContext, event: NewEvent): unknown[] {
  const scopeId = event.scopeId ?? null;
  return [
    newId(),
    event.name,
    event.subject.kind,
    event.subject.id,
    scopeId,
    JSON.stringify(event.data ?? {}),
    requestId,
    personOf(actor),
    event.actingRole ?? actingRole(actor, scopeId),
    actor.viewedBy === null ? null : actor.personId,
  ];
}

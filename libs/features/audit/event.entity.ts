import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventName, SubjectKind } from '../../contracts/events.js';
import type { StoredChange } from '../../platform/events/changes.js';

/** A row of the event table, read only. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') name!: EventName;
  @Column('text', { name: 'subject_kind' }) subjectKind!: SubjectKind;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('uuid', { name: 'scope_id', nullable: true }) scopeId!: string | null;
  @Column('jsonb') data!: Readonly<Record<string, unknown>>;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'acting_role', nullable: true }) actingRole!: string | null;
  @Column('uuid', { name: 'viewed_as_person_id', nullable: true }) viewedAsPersonId!: string | null;
  @Column('jsonb', { nullable: true }) changes!: readonly StoredChange[] | null;
}

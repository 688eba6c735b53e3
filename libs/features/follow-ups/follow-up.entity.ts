import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpNoteView, FollowUpView } from '../../contracts/follow-ups.js';
import type { DueKind } from '../../domain/follow-up/index.js';

@Entity('follow_up')
export class FollowUpRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'point_id', nullable: true }) pointId!: string | null;
  @Column('text') action!: string;
  @Column('text', { nullable: true }) sentence!: string | null;
  @Column('text', { nullable: true }) responsible!: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'raised_by', nullable: true }) raisedBy!: string | null;
  @Column('text', { name: 'due_kind' }) dueKind!: DueKind;
  @Column('text', { name: 'due_text', nullable: true }) dueText!: string | null;
  @Column('date', { name: 'due_date', nullable: true }) dueDate!: string | null;
  /** The due date as lists are ordered by it: what has none comes last. The database writes it, and nothing reads it. */
  @Column({ type: 'date', name: 'due_order', select: false, insert: false, update: false })
  dueOrder?: string;
  @Column('text') stage!: FollowUpView['stage'];
  @Column('text') status!: FollowUpView['status'];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') version!: number;
}

@Entity('follow_up_note')
export class FollowUpNoteRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'follow_up_id' }) followUpId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) action!: FollowUpNoteView['action'];
  @Column('text') text!: string;
}

@Entity('follow_up_due_change')
export class FollowUpDueChangeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'follow_up_id' }) followUpId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'due_kind' }) dueKind!: DueKind;
  @Column('text', { name: 'due_text', nullable: true }) dueText!: string | null;
  @Column('date', { name: 'due_date', nullable: true }) dueDate!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingView, Participant } from '../../contracts/meetings.js';
import type { Letterhead } from '../../contracts/organisation.js';

@Entity('meeting')
export class MeetingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('text') kind!: MeetingView['kind'];
  @Column('date') date!: string;
  @Column('text', { name: 'start_time', nullable: true }) start!: string | null;
  @Column('text', { name: 'end_time', nullable: true }) end!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
  @Column('jsonb') participants!: Participant[];
  @Column('uuid', { name: 'chair_id', nullable: true }) chairId!: string | null;
  @Column('uuid', { name: 'minute_taker_id', nullable: true }) minuteTakerId!: string | null;
  @Column('jsonb') caseworkers!: string[];
  @Column('date', { name: 'document_date', nullable: true }) documentDate!: string | null;
  @Column('jsonb', { nullable: true }) letterhead!: Letterhead | null;
  @Column('text') state!: MeetingView['state'];
  /** Why it is cancelled, for its readers; null of a meeting that is not. */
  @Column('text', { name: 'cancelled_because', nullable: true }) cancelledBecause!: string | null;
  @Column('uuid', { name: 'imported_from', nullable: true }) importedFrom!: string | null;
  @Column('integer') version!: number;
}

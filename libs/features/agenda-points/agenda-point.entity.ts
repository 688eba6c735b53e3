import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaPart, PointType, PrintedGuest, Visibility } from '../../domain/agenda/index.js';
import type { RichText } from '../../domain/text/index.js';

@Entity('agenda_point')
export class AgendaPointRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text') type!: PointType;
  @Column('jsonb') purpose!: RichText;
  @Column('text', { nullable: true }) method!: string | null;
  @Column('text', { nullable: true }) responsible!: string | null;
  @Column('text', { nullable: true }) attending!: string | null;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text', { name: 'fixed_start', nullable: true }) fixedStart!: string | null;
  @Column('text') visibility!: Visibility;
  @Column('text', { name: 'closed_reason', nullable: true }) closedReason!: string | null;
  @Column('text', { name: 'public_title', nullable: true }) publicTitle!: string | null;
  @Column('jsonb', { name: 'public_decision' }) publicDecision!: RichText;
  @Column('uuid', { name: 'indstilling_id', nullable: true }) indstillingId!: string | null;
  @Column('boolean') withdrawn!: boolean;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
  @Column('boolean') late!: boolean;
  @Column('text', { name: 'late_reason', nullable: true }) lateReason!: string | null;
  @Column('text', { name: 'frozen_number', nullable: true }) frozenNumber!: string | null;
  @Column('text', { name: 'frozen_part', nullable: true }) frozenPart!: AgendaPart | null;
  @Column('integer') version!: number;
  /**
   * Its guests by name, where it was loaded with its agenda and has some. No column: it goes with the row, so that whoever is not
   * shown the point is not told of its guests.
   */
  guests?: readonly PrintedGuest[];
}

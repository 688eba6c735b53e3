import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MinutesState } from '../../domain/minutes/index.js';
import type { RichText } from '../../domain/text/index.js';

@Entity('minutes')
export class MinutesRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('text') state!: MinutesState;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('integer') version!: number;
}

@Entity('minutes_addition')
export class MinutesAdditionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'minutes_id' }) minutesId!: string;
  @Column('uuid', { name: 'point_id', nullable: true }) pointId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'author_name' }) by!: string;
  @Column('jsonb') text!: RichText;
}

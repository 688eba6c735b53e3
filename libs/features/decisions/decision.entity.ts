import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DecisionView,
  DissentEntry,
  NotTakingPartEntry,
  VotesEntry,
} from '../../contracts/decisions.js';
import type { RichText } from '../../domain/text/index.js';

@Entity('decision')
export class DecisionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'point_id' }) pointId!: string;
  @Column('text', { nullable: true }) outcome!: DecisionView['outcome'];
  @Column('jsonb') text!: RichText;
  @Column('uuid', { name: 'target_meeting_id', nullable: true }) targetMeetingId!: string | null;
  @Column('uuid', { name: 'target_body_id', nullable: true }) referredBodyId!: string | null;
  @Column('jsonb') absent!: NotTakingPartEntry[];
  @Column('jsonb') disqualified!: NotTakingPartEntry[];
  @Column('jsonb') prevented!: NotTakingPartEntry[];
  @Column('jsonb') dissents!: DissentEntry[];
  @Column('jsonb', { nullable: true }) votes!: VotesEntry | null;
  /** The version whose text the follow-ups were last read from; 0 before the first reading. */
  @Column('integer', { name: 'read_version' }) readVersion!: number;
  @Column('integer') version!: number;
}

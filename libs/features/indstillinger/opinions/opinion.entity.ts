import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpinionAnswer } from '../../../domain/indstilling/index.js';

@Entity('indstilling_opinion')
export class OpinionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indstilling_id' }) indstillingId!: string;
  @Column('uuid', { name: 'unit_id' }) unitId!: string;
  /** Null: the product asked. */
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy!: string | null;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  /** The last day to answer on. */
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /** Null until the unit has answered. */
  @Column('text', { nullable: true }) answer!: OpinionAnswer | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('integer') version!: number;
}

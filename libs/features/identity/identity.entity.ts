import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/rights/index.js';

@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: Role;
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column('uuid', { name: 'point_id', nullable: true }) pointId!: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('uuid', { name: 'substitute_for', nullable: true }) substituteFor!: string | null;
  @Column('integer') version!: number;
}

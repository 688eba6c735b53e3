import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stand_in')
export class StandInRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'stand_in_id' }) standInId!: string;
  /** Only as the rådmand of this body; null: at all steps of the person. */
  @Column('uuid', { name: 'body_id', nullable: true }) bodyId!: string | null;
  @Column('date', { name: 'from_date' }) from!: string;
  @Column('date', { name: 'to_date' }) to!: string;
  @Column('integer') version!: number;
}

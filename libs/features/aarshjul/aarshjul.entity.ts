import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AarshjulItem } from '../../contracts/aarshjul.js';

/** The aarshjul of the body with the same id. */
@Entity('aarshjul')
export class AarshjulRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') items!: AarshjulItem[];
  @Column('integer') version!: number;
}

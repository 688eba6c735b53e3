import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ViewPage } from '../../contracts/saved-views.js';

@Entity('saved_view')
export class SavedViewRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') page!: ViewPage;
  @Column('text') name!: string;
  @Column('text') search!: string;
  @Column('integer') version!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visibility } from '../../domain/agenda/index.js';

@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'point_id', nullable: true }) pointId!: string | null;
  @Column('uuid', { name: 'indstilling_id', nullable: true }) indstillingId!: string | null;
  /** Dense from 0 among its siblings, open and closed ones mixed; the printed order is made from it. */
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text') visibility!: Visibility;
  @Column('text', { name: 'imported_text', nullable: true }) importedText!: string | null;
  /** The newest version of its file; null while it is a title only. */
  @Column('uuid', { name: 'file_version_id', nullable: true }) fileVersionId!: string | null;
  @Column('integer') version!: number;
}

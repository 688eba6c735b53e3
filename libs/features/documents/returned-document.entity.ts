import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document that came back; its file is kept as it came. */
@Entity('returned_document')
export class ReturnedDocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  /** What it was when it was made. */
  @Column('uuid', { name: 'document_id' }) documentId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') sha256!: string;
  @Column('integer') size!: number;
  @Column('uuid', { name: 'returned_by', nullable: true }) returnedBy!: string | null;
  @Column('timestamptz', { name: 'returned_at' }) returnedAt!: Date;
}

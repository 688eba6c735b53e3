import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentView } from '../../contracts/documents.js';
import type { DocumentModel } from '../../domain/document/index.js';

@Entity('document')
export class DocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: DocumentView['kind'];
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') audience!: DocumentView['audience'];
  @Column('text') format!: DocumentView['format'];
  /** Every word it prints: the job sets this, so that what was asked for is what is made. */
  @Column('jsonb', { select: false }) source!: DocumentModel;
  /**
   * How far the paper had come when it was printed: an agenda `draft` or `sent`, minutes and an indstilling in their
   * state, an indstilling as an agenda was sent with it (`submitted`), or one of its submissions (`version`).
   */
  @Column('text', { name: 'source_state' }) sourceState!: string;
  /** The number of the submission that it is of; 0 where it is of none. */
  @Column('integer') submission!: number;
  /** The ids of the points and attachments whose words it prints. */
  @Column('uuid', { array: true, select: false }) prints!: string[];
  @Column('text', { name: 'source_hash' }) sourceHash!: string;
  @Column('integer', { name: 'template_version' }) templateVersion!: number;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') state!: DocumentView['state'];
  @Column('integer') progress!: number;
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('integer', { nullable: true }) size!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'touched_at' }) touchedAt!: Date;
}

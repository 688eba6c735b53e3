import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileKind } from '../../domain/attachment/index.js';

/** What is there of a file: a row before its bytes, a file, or a file that never came. */
export type FileState = 'pending' | 'ready' | 'failed';

@Entity('attachment_version')
export class AttachmentVersionRow {
  @PrimaryColumn('uuid') id!: string;
  /** Null while the file of a new bilag is on its way. */
  @Column('uuid', { name: 'attachment_id', nullable: true }) attachmentId!: string | null;
  /** From 1; null until it is ready. */
  @Column('integer', { nullable: true }) number!: number | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text', { nullable: true }) kind!: FileKind | null;
  @Column('bigint', {
    nullable: true,
    transformer: { from: numberOrNull, to: (size: number | null) => size },
  })
  size!: number | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('text') state!: FileState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy!: string | null;
  @Column('timestamptz', { name: 'ready_at', nullable: true }) readyAt!: Date | null;
}

/** PostgreSQL gives eight-byte numbers as text. */
function numberOrNull(value: string | null): number | null {
  return value === null ? null : Number(value);
}

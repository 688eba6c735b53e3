import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportPartView, ImportView } from '../../contracts/imports.js';
import type { PackageDocument, PackageReading } from '../../domain/imports/index.js';

@Entity('import_record')
export class ImportRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') format!: ImportView['format'];
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  /** Null: the operator. */
  @Column('uuid', { name: 'imported_by', nullable: true }) importedBy!: string | null;
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date;
  /** The text lines the package was read from: what attachments hold, and what a part without a date waits with. */
  @Column('jsonb', { select: false }) lines!: readonly string[];
  @Column('jsonb') unread!: PackageReading['unread'];
  @Column('jsonb') ledger!: PackageReading['ledger'];
}

@Entity('import_part')
export class ImportPartRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'import_id' }) importId!: string;
  @Column('integer') position!: number;
  @Column('text') kind!: ImportPartView['kind'];
  @Column('text', { name: 'body_name', nullable: true }) bodyName!: string | null;
  @Column('date', { nullable: true }) date!: string | null;
  @Column('jsonb') content!: PackageDocument;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('text') state!: ImportPartView['state'];
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'indstilling_id', nullable: true }) indstillingId!: string | null;
  @Column('integer') version!: number;
}

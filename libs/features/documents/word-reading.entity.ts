import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A Word file that an indstilling was written in elsewhere; it is kept as it came, for a week. */
@Entity('word_reading')
export class WordReadingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indstilling_id' }) indstillingId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') sha256!: string;
  @Column('integer') size!: number;
  @Column('uuid', { name: 'read_by', nullable: true }) readBy!: string | null;
  @Column('timestamptz', { name: 'read_at' }) readAt!: Date;
}

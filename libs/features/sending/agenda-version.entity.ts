import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaView } from '../../contracts/sending.js';

@Entity('agenda_version')
export class AgendaVersionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('integer') number!: number;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  @Column('jsonb') content!: AgendaView;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SendingRecipientView, SendingView } from '../../contracts/sendings.js';
import type { AgendaView } from '../../contracts/sending.js';
import type { GuestSlot, NoticeFacts } from '../../domain/sending/index.js';
import type { SentText } from './sent-indstillinger.js';

@Entity('sending')
export class SendingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('text') kind!: SendingView['kind'];
  @Column('text') state!: SendingView['state'];
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) message!: string | null;
  /** What the mails and calendar files say of the meeting. */
  @Column('jsonb') facts!: NoticeFacts;
  /** What was pressed; null when it is no longer waiting. */
  @Column('jsonb', { nullable: true }) content!: AgendaView | null;
  @Column('jsonb', { nullable: true }) texts!: SentText[] | null;
  @Column('text', { name: 'content_hash', nullable: true }) contentHash!: string | null;
  /** The number of the version that was the newest when it was pressed; 0 before the first. */
  @Column('integer', { name: 'after_version' }) afterVersion!: number;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('uuid', { name: 'version_id', nullable: true }) versionId!: string | null;
  @Column('text', { name: 'stopped_because', nullable: true }) stoppedBecause!: string | null;
}

@Entity('sending_recipient')
export class SendingRecipientRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sending_id' }) sendingId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') group!: SendingRecipientView['group'];
  @Column('boolean', { name: 'sees_closed' }) seesClosed!: boolean;
  @Column('text') method!: SendingRecipientView['method'];
  /** When the guest of one point takes part; null for everybody else. */
  @Column('jsonb', { nullable: true }) slot!: GuestSlot | null;
  @Column('integer', { nullable: true }) sequence!: number | null;
  @Column('text') state!: SendingRecipientView['state'];
  @Column('text', { nullable: true }) cause!: SendingRecipientView['cause'];
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt!: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
}

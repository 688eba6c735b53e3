import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IndstillingAuthor } from '../../contracts/indstillinger.js';
import type { SubmittedContent } from '../../contracts/indstilling-trail.js';
import type {
  IndstillingAction,
  IndstillingState,
  IndstillingText,
  StepKind,
  TemplateKey,
} from '../../domain/indstilling/index.js';

@Entity('indstilling')
export class IndstillingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('uuid', { name: 'wanted_meeting_id', nullable: true }) wantedMeetingId!: string | null;
  @Column('text') template!: TemplateKey;
  @Column('text') title!: string;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text', { name: 'case_number', nullable: true }) caseNumber!: string | null;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  /** Who began it; null: an import or the operator. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('jsonb') author!: Omit<IndstillingAuthor, 'personId'>;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  /** The unit as an old package names it, where the product knows none of that name. */
  @Column('text', { name: 'unit_name', nullable: true }) unitName!: string | null;
  @Column('text', { nullable: true }) month!: string | null;
  @Column('jsonb') sections!: IndstillingText['sections'];
  @Column('text') state!: IndstillingState;
  /** The approval steps it was submitted under; null before the first submission. */
  @Column('jsonb', { nullable: true }) steps!: StepKind[] | null;
  @Column('integer') submission!: number;
  /** The submission that the last step approved, which is what an agenda is sent with; null before the first approval. */
  @Column('integer', { name: 'approved_submission', nullable: true }) approvedSubmission!: number | null;
  @Column('uuid', { name: 'imported_from', nullable: true }) importedFrom!: string | null;
  /** The points it lies on, where they were read with it: stand-ins are judged by them. */
  liesOn?: readonly string[];
  /** The units that are asked for their opinion or gave it, where they were read with it. */
  askedUnits?: readonly string[];
  @Column('integer') version!: number;
}

@Entity('indstilling_version')
export class IndstillingVersionRow {
  @PrimaryColumn('uuid', { name: 'indstilling_id' }) indstillingId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('jsonb') content!: SubmittedContent;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  /** When the step that kept it was taken back. Its number is given to no other text. */
  @Column('timestamptz', { name: 'taken_back_at', nullable: true }) takenBackAt!: Date | null;
}

/** What a step changed beside the state, as it was before, and the hash of the text and bilag it was taken with. */
export type BeforeStep = Pick<IndstillingRow, 'steps' | 'submission' | 'approvedSubmission'> & {
  readonly contentHash: string;
};

@Entity('indstilling_step')
export class IndstillingStepRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indstilling_id' }) indstillingId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') action!: IndstillingAction;
  @Column('text', { name: 'from_state' }) from!: IndstillingState;
  @Column('text', { name: 'to_state' }) to!: IndstillingState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer') submission!: number;
  /** Null for steps that were taken before it was kept. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Null for steps that cannot be taken back. */
  @Column('jsonb', { nullable: true }) was!: BeforeStep | null;
  /** In whose stead it was taken; null: in their own right. */
  @Column('uuid', { name: 'for_person_id', nullable: true }) forPersonId!: string | null;
  /** The version the indstilling got by it, or by taking back what came after. */
  @Column('integer', { name: 'version_after', nullable: true }) versionAfter!: number | null;
  @Column('timestamptz', { name: 'taken_back_at', nullable: true }) takenBackAt!: Date | null;
}

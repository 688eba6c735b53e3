import type { EntityManager } from 'typeorm';
import type { AgendaPointsService } from '../../../libs/features/agenda-points/index.js';
import type { AttachmentsService } from '../../../libs/features/attachments/index.js';
import type { DecisionsService } from '../../../libs/features/decisions/index.js';
import type { FollowUpsService, SuggestionsService } from '../../../libs/features/follow-ups/index.js';
import type { ApprovalService, IndstillingerService } from '../../../libs/features/indstillinger/index.js';
import type { MeetingsService } from '../../../libs/features/meetings/index.js';
import type { MinutesService } from '../../../libs/features/minutes/index.js';
import type { SendingService } from '../../../libs/features/sending/index.js';
import type { RequestContext } from '../../../libs/platform/http/request-context.js';

/** What the parts of the sample are made with: the product's own services, all in one transaction. */
export interface SampleTools {
  readonly tx: EntityManager;
  readonly context: RequestContext;
  /** Today in Denmark: the sample's dates lie around it, so that some things are due and some overdue. */
  readonly today: string;
  readonly meetings: MeetingsService;
  readonly points: AgendaPointsService;
  readonly attachments: AttachmentsService;
  readonly sending: SendingService;
  readonly decisions: DecisionsService;
  readonly suggestions: SuggestionsService;
  readonly followUps: FollowUpsService;
  readonly minutes: MinutesService;
  readonly indstillinger: IndstillingerService;
  readonly approval: ApprovalService;
  /** Ids by unit code, by initials, and by the name of a body. */
  readonly units: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, string>;
}

/** The id a map of the sample holds; the sample names only what it has made. */
export function idIn(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new Error(`The sample has made no ${key}.`);
  return id;
}

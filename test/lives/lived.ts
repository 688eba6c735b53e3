import { agendaPoint } from '../../libs/contracts/agenda-points.js';
import { pageOf } from '../../libs/contracts/common.js';
import { indstilling } from '../../libs/contracts/indstillinger.js';
import {
  indstillingVersion,
  indstillingVersionSummary,
  takenStep,
} from '../../libs/contracts/indstilling-trail.js';
import type { IndstillingView } from '../../libs/contracts/indstillinger.js';
import { ApprovalService, IndstillingRow } from '../../libs/features/indstillinger/index.js';
import type { IndstillingAction, StepKind } from '../../libs/domain/indstilling/index.js';
import { fromPlainText, plainText } from '../../libs/domain/text/index.js';
import { Transactions } from '../../libs/platform/database/transactions.js';
import { internalContext } from '../../libs/platform/http/request-context.js';
import { makeBodyWithSteps, makeIndstilling } from '../builders/indstillinger.js';
import { makeMeeting } from '../builders/meetings.js';
import type { SignedIn } from '../support/sign-in.js';
import type { ApiAnswer, TestApi } from '../support/test-api.js';
import { ACTORS } from './model.js';
import type { ActorName, Asked, Life, Section } from './model.js';

const SECTIONS: readonly Section[] = ['introduction', 'statement'];

/** A body with the meeting its indstillinger are placed on, and those who have a part in it. */
interface Place {
  readonly bodyId: string;
  readonly meetingId: string;
  readonly people: Readonly<Record<ActorName, SignedIn>>;
}

/** Lives lived for real: over HTTP, on the product's own database. */
export class Lived {
  private readonly places = new Map<string, Promise<Place>>();

  constructor(
    private readonly api: TestApi,
    private readonly unitId: string,
  ) {}

  async begin(steps: readonly StepKind[]): Promise<LivedIndstilling> {
    const key = steps.join();
    const found = this.places.get(key) ?? this.makePlace(steps);
    this.places.set(key, found);
    const place = await found;
    const author = { personId: place.people.author.personId };
    const begun = await makeIndstilling(this.api, { bodyId: place.bodyId, unitId: this.unitId, author });
    return new LivedIndstilling(this.api, place, begun);
  }

  private async makePlace(steps: readonly StepKind[]): Promise<Place> {
    const bodyId = await makeBodyWithSteps(this.api, steps);
    const { id: meetingId } = await makeMeeting(this.api, bodyId);
    const ofUnit = (role: string) => this.api.signIn([{ role, unitId: this.unitId }], role);
    const people = {
      author: await this.api.signIn([{ role: 'staff', unitId: this.unitId }], 'author'),
      colleague: await this.api.signIn([{ role: 'staff', unitId: this.unitId }], 'colleague'),
      leader: await ofUnit('leader'),
      secretariat: await this.api.signIn([{ role: 'secretariat', bodyId }], 'secretariat'),
      director: await this.api.signIn([{ role: 'director' }], 'director'),
      raadmand: await this.api.signIn([{ role: 'raadmand', bodyId }], 'raadmand'),
      'stand-in': await this.api.signIn([], 'stand-in'),
    };
    await this.api.database.query(
      `INSERT INTO stand_in (id, person_id, stand_in_id, from_date, to_date)
       VALUES (gen_random_uuid(), $1, $2, current_date - 1, current_date + 1)`,
      [people.director.personId, people['stand-in'].personId],
    );
    return { bodyId, meetingId, people };
  }
}

/** One indstilling in the product, with what its people ask of it. */
export class LivedIndstilling {
  private version: number;
  private pointId: string | null = null;

  constructor(
    private readonly api: TestApi,
    private readonly place: Place,
    private readonly begun: IndstillingView,
  ) {
    this.version = begun.version;
  }

  /** Its life before anything happened to it. */
  atFirst(steps: readonly StepKind[]): Life {
    const nothing = { submission: 0, versions: [], trail: [], regrettable: [] };
    return { steps, state: 'draft', texts: textsOf(this.begun), ...nothing };
  }

  /** Whether a point of an agenda holds it. */
  get liesOnAPoint(): boolean {
    return this.pointId !== null;
  }

  async ask(asked: Asked): Promise<string> {
    return this.note(await this.send(asked)).told;
  }

  /** Both at the same moment, with the same version; what each was told. */
  async askAtOnce(both: readonly [Asked, Asked]): Promise<[string, string]> {
    const [a, b] = await Promise.all([this.send(both[0]), this.send(both[1])]);
    return [this.note(a).told, this.note(b).told];
  }

  /** Takes back the step at a place of the trail. */
  async takeBack(at: number, by: ActorName): Promise<string> {
    const address = `indstillinger/${this.begun.id}/steps`;
    const { items } = await this.api.take(pageOf(takenStep), 'get', `${address}?limit=100`);
    const options = { ifMatch: this.version, by: this.place.people[by] };
    return this.note(await this.api.send('delete', `${address}/${items[at]?.id ?? ''}`, undefined, options))
      .told;
  }

  async placeOnAgenda(): Promise<void> {
    const fields = { title: 'Sag', type: 'decision', indstillingId: this.begun.id };
    const by = this.place.people.secretariat;
    const address = `meetings/${this.place.meetingId}/agenda-points`;
    this.pointId = (await this.api.take(agendaPoint, 'post', address, fields, { by })).id;
    await this.present();
  }

  async takeOffAgenda(): Promise<void> {
    const by = this.place.people.secretariat;
    const point = `agenda-points/${this.pointId ?? ''}`;
    const { version } = await this.api.take(agendaPoint, 'get', point, undefined, { by });
    const answer = await this.api.send('delete', point, undefined, { by, ifMatch: version });
    if (answer.status !== 204) throw new Error(`The point stayed: ${answer.told}`);
    this.pointId = null;
    await this.present();
  }

  /** What moving its point to another meeting, or closing its meeting, does to it. */
  async stepOfAgenda(action: IndstillingAction): Promise<void> {
    const context = internalContext();
    await this.api.app.get(Transactions).run(context, async (tx) => {
      const row = await tx.findOneByOrFail(IndstillingRow, { id: this.begun.id });
      await this.api.app.get(ApprovalService).moveOn(tx, context, row, { action, reason: null });
    });
    await this.present();
  }

  /** Where it stands and what is written in it, as the product has it. */
  async present(): Promise<Pick<Life, 'state' | 'texts' | 'submission'>> {
    const view = await this.api.take(indstilling, 'get', `indstillinger/${this.begun.id}`);
    this.version = view.version;
    return { state: view.state, texts: textsOf(view), submission: view.submission };
  }

  /** Those who find it. */
  async seenBy(): Promise<ActorName[]> {
    const seen: ActorName[] = [];
    for (const actor of ACTORS) {
      const by = this.place.people[actor];
      const { status } = await this.api.send('get', `indstillinger/${this.begun.id}`, undefined, { by });
      if (status === 200) seen.push(actor);
    }
    return seen;
  }

  /** Its history, as the product tells it. */
  async history(): Promise<Pick<Life, 'versions' | 'trail'>> {
    const address = `indstillinger/${this.begun.id}`;
    const { items } = await this.api.take(pageOf(takenStep), 'get', `${address}/steps?limit=100`);
    const trail = items.map(({ by, insteadOf, takenBackAt, ...step }) => ({
      ...{ by: by as ActorName | null, insteadOf: insteadOf as ActorName | null },
      ...{ action: step.action, from: step.from, to: step.to, reason: step.reason },
      ...{ submission: step.submission, takenBack: takenBackAt !== null },
    }));
    const versions: Life['versions'][number][] = [];
    const kept = await this.api.take(
      pageOf(indstillingVersionSummary),
      'get',
      `${address}/versions?limit=100`,
    );
    for (const { number } of kept.items.toReversed()) {
      const version = await this.api.take(indstillingVersion, 'get', `${address}/versions/${number}`);
      versions.push({ texts: textsOf(version.content), takenBack: version.takenBack });
    }
    return { versions, trail };
  }

  private send(asked: Asked): Promise<ApiAnswer> {
    const address = `indstillinger/${this.begun.id}`;
    const ifMatch = asked.stale ? this.version + 1 : this.version;
    const options = { ifMatch, by: this.place.people[asked.by] };
    if (asked.kind === 'step')
      return this.api.send(
        'post',
        `${address}/steps`,
        { action: asked.action, reason: asked.reason },
        options,
      );
    const sections = { [asked.section]: fromPlainText(asked.text) };
    return this.api.send('patch', address, { sections }, options);
  }

  private note(answer: ApiAnswer): ApiAnswer {
    const version = Number(answer.etag?.replaceAll('"', ''));
    if (answer.status === 200) this.version = version;
    return answer;
  }
}

function textsOf({ sections }: Pick<IndstillingView, 'sections'>): Life['texts'] {
  return Object.fromEntries(SECTIONS.map((key) => [key, plainText(sections[key] ?? [])])) as Life['texts'];
}

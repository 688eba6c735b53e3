import type { QueryClient } from '@tanstack/react-query';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import { ApiError, statusOf } from '../../lib/api/problem.js';
import { Autosave } from '../../lib/autosave/autosave.js';
import { createStore } from '../../lib/store.js';
import { tellDone } from '../../lib/undo.js';
import {
  addPoint,
  addPoints,
  changePoint,
  movePoint,
  reinstatePoint,
  removePoint,
  restorePoint,
  withdrawPoint,
} from './api/agenda.js';
import { movedTo } from './places.js';
import type { Place } from './places.js';
import { isRowDraft, rowFault, rowPatch, savedRow } from './row-fields.js';
import type { RowFields } from './row-fields.js';
import { ShownAgenda, fieldsOf } from './shown-agenda.js';

/** What could not be done, and at which point where it was tried at one. */
export interface Failure {
  readonly pointId: string | null;
  readonly error: unknown;
}

/** An act that was refused because somebody else had changed the point is tried this often with what is there now. */
const TRIES = 3;

/**
 * Everything that is done to one agenda. What is typed saves itself; acts are done one after the other, shown at once,
 * and each tells how it is taken back.
 */
export class AgendaEditor {
  readonly saver: Autosave<RowFields>;
  readonly failure = createStore<Failure | null>(null);
  /** How many acts are on their way. */
  readonly busy = createStore(0);
  private readonly shown: ShownAgenda;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    client: QueryClient,
    readonly meetingId: string,
  ) {
    this.shown = new ShownAgenda(client, meetingId);
    this.saver = new Autosave<RowFields>({
      page: `agenda.${meetingId}`,
      send: async (id, typed, version, leaving) => {
        try {
          const point = await changePoint({ id, version }, rowPatch(typed), leaving);
          this.shown.put(point);
          return savedRow(point);
        } catch (error) {
          // Somebody took it off the agenda: what was typed stands beside it then.
          if (statusOf(error) === 404) void this.refresh();
          throw error;
        }
      },
      readCurrent: (current) => {
        const point = isPoint(current) ? current : null;
        if (point) this.shown.put(point);
        return point && savedRow(point);
      },
      isDraft: isRowDraft,
      faultOf: rowFault,
    });
  }

  get points(): readonly AgendaEntry[] {
    return this.shown.points;
  }

  point(id: string): AgendaEntry | undefined {
    return this.shown.point(id);
  }

  /** Reads the agenda anew. */
  async refresh(): Promise<void> {
    await this.shown.refresh();
  }

  /** Says at a point why something is not done. */
  refuse(pointId: string, why: string): void {
    this.failure.set({ pointId, error: why });
  }

  /** Moves a point within the agenda; it stands there at once. */
  move(id: string, place: Place, told: string): Promise<boolean> {
    const before = this.point(id);
    if (!before) return Promise.resolve(false);
    const { parentId, position } = before;
    this.shown.show((points) => movedTo(points, id, place));
    const release = this.shown.hold(null, ['parentId', 'position']);
    return this.act(id, () => this.withLatest(id, (point) => movePoint(point, place), release), {
      text: told,
      undo: () => this.withLatest(id, (point) => movePoint(point, { parentId, position })),
    });
  }

  /** Takes a point to another meeting, with its sub-points and papers. */
  toMeeting(id: string, meetingId: string, told: string): Promise<boolean> {
    const before = this.point(id);
    if (!before) return Promise.resolve(false);
    const { title } = before;
    let gone: AgendaPointView | null = null;
    this.shown.show((points) => without(points, id));
    return this.act(
      id,
      async () => {
        gone = await this.withLatest(id, (point) => movePoint(point, { meetingId }));
      },
      {
        text: told,
        undo: async () => {
          if (gone === null) throw new Error(`${title} did not go anywhere.`);
          await movePoint(gone, { meetingId: this.meetingId, back: true });
        },
      },
    );
  }

  /** Changes fields that are chosen, not typed; shown at once. */
  change(id: string, fields: Partial<AgendaPointView>, told: string): Promise<boolean> {
    const before = this.point(id);
    if (!before) return Promise.resolve(false);
    const names = Object.keys(fields) as (keyof AgendaPointView)[];
    const old = fieldsOf(before, names);
    this.shown.show((points) => points.map((point) => (point.id === id ? { ...point, ...fields } : point)));
    const release = this.shown.hold(id, names);
    return this.act(id, () => this.withLatest(id, (point) => changePoint(point, fields), release), {
      text: told,
      undo: () => this.withLatest(id, (point) => changePoint(point, old)),
    });
  }

  /** Tells of what was typed into a field when it is left, so that it is taken back as one. */
  toldTyped(id: string, name: keyof RowFields, before: string, told: string): void {
    tellDone({
      text: told,
      takeBack: async () => {
        await this.saver.flush(id);
        await this.withLatest(id, (point) => changePoint(point, rowPatch({ [name]: before })));
        await this.refresh();
      },
    });
  }

  /** Adds a point; gives its id, or null where it was refused. */
  add(fields: object, told: (point: AgendaPointView) => string): Promise<string | null> {
    return this.addMade(() => addPoint(this.meetingId, fields), told);
  }

  /** Adds a point that `make` makes, in whatever way; gives its id, or null where it was refused. */
  async addMade(
    make: () => Promise<AgendaPointView>,
    told: (point: AgendaPointView) => string,
  ): Promise<string | null> {
    let made: AgendaPointView | null = null;
    await this.act(
      null,
      async () => {
        made = await make();
        return made;
      },
      {
        text: () => (made ? told(made) : ''),
        undo: () => (made ? this.unadd(made.id) : Promise.resolve()),
      },
    );
    return (made as AgendaPointView | null)?.id ?? null;
  }

  /** Adds several points, all or none. */
  addSeveral(points: readonly object[], told: string): Promise<boolean> {
    let ids: string[] = [];
    return this.act(
      null,
      async () => {
        ids = (await addPoints(this.meetingId, points)).items.map(({ id }) => id);
      },
      {
        text: told,
        undo: async () => {
          for (const id of ids.reverse()) await this.unadd(id);
        },
      },
    );
  }

  remove(id: string, told: string): Promise<boolean> {
    this.shown.show((points) => without(points, id));
    const doIt = async (): Promise<void> => {
      // What was typed comes back with the point.
      await this.saver.flush(id);
      await this.removeLatest(id);
      this.saver.drop(id);
    };
    return this.act(id, doIt, { text: told, undo: () => restorePoint(id) });
  }

  withdraw(id: string, told: string): Promise<boolean> {
    return this.act(id, () => this.withLatest(id, (point) => withdrawPoint(point)), {
      text: told,
      undo: () => this.withLatest(id, reinstatePoint),
    });
  }

  reinstate(id: string, told: string): Promise<boolean> {
    const reason = this.point(id)?.withdrawnReason;
    return this.act(id, () => this.withLatest(id, reinstatePoint), {
      text: told,
      undo: () => this.withLatest(id, (point) => withdrawPoint(point, reason)),
    });
  }

  /** One act after the other; what it told is told when it is done, what stopped it stands at its point. */
  private act(
    pointId: string | null,
    doIt: () => Promise<unknown>,
    done: { readonly text: string | (() => string); readonly undo: () => Promise<unknown> },
  ): Promise<boolean> {
    this.busy.set(this.busy.get() + 1);
    this.failure.set(null);
    const run = this.last.then(async () => {
      let isDone = false;
      try {
        await doIt();
        tellDone({
          text: typeof done.text === 'string' ? done.text : done.text(),
          takeBack: async () => {
            await done.undo();
            await this.refresh();
          },
        });
        isDone = true;
      } catch (error) {
        this.failure.set({ pointId, error });
      }
      this.busy.set(this.busy.get() - 1);
      // The answer of the whole agenda is waited for by the last of those in a row only; without a line there is none.
      const refreshed = this.busy.get() === 0 ? this.refresh() : Promise.resolve();
      if (isDone) await refreshed;
      return isDone;
    });
    this.last = run;
    return run;
  }

  /**
   * Does something to the point as it is now; once more where it has changed between the look and the act. `release` lets
   * go of what was shown of it: the answer is put in its place.
   */
  private async withLatest(
    id: string,
    doIt: (point: Pick<AgendaPointView, 'id' | 'version'>) => Promise<AgendaPointView>,
    release: () => void = () => undefined,
  ): Promise<AgendaPointView> {
    let { version } = this.point(id) ?? { version: 1 };
    for (let tries = 1; ; tries += 1) {
      try {
        const point = await doIt({ id, version });
        release();
        this.shown.put(point);
        return point;
      } catch (error) {
        const current = error instanceof ApiError ? error.problem.current : null;
        if (tries === TRIES || !isPoint(current)) {
          release();
          throw error;
        }
        version = current.version;
      }
    }
  }

  /** Takes back that a point was added: where nothing leaves without a trace any more, it is withdrawn. */
  private async unadd(id: string): Promise<void> {
    try {
      await this.removeLatest(id);
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.code !== 'meeting-in-session') throw error;
      await this.withLatest(id, (point) => withdrawPoint(point));
    }
  }

  private async removeLatest(id: string): Promise<void> {
    const { version } = this.point(id) ?? { version: 1 };
    try {
      await removePoint({ id, version });
    } catch (error) {
      const current = error instanceof ApiError ? error.problem.current : null;
      if (!isPoint(current)) throw error;
      await removePoint(current);
    }
  }
}

const without = (points: readonly AgendaEntry[], id: string): AgendaEntry[] =>
  points.filter((point) => point.id !== id && point.parentId !== id);

function isPoint(current: unknown): current is AgendaPointView {
  return current !== null && typeof current === 'object' && 'version' in current && 'title' in current;
}

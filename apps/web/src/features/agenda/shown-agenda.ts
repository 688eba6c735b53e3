import type { QueryClient } from '@tanstack/react-query';
import type { AgendaPointView } from '../../../../../libs/contracts/agenda-points.js';
import type { AgendaEntry } from '../../../../../libs/contracts/sending.js';
import { workingAgendaQuery } from './api/agenda.js';
import type { WorkingAgenda } from './api/agenda.js';

type Name = keyof AgendaPointView;
/** Fields that an act on its way shows already: of one point, or (null) of every point. */
interface Ahead {
  readonly pointId: string | null;
  readonly names: readonly Name[];
}

/** The agenda as it was read, with what was done here since: an act is shown at once, and its answer put in when it comes. */
export class ShownAgenda {
  private ahead: readonly Ahead[] = [];

  constructor(
    private readonly client: QueryClient,
    readonly meetingId: string,
  ) {}

  get points(): readonly AgendaEntry[] {
    return this.client.getQueryData(this.query.queryKey)?.points ?? [];
  }

  point(id: string): AgendaEntry | undefined {
    return this.points.find((point) => point.id === id);
  }

  /** Reads the agenda anew. */
  async refresh(): Promise<void> {
    await this.client.invalidateQueries({ queryKey: this.query.queryKey });
  }

  /**
   * Shows what an act does before it is answered. An agenda that is being read knows nothing of it, and is not waited for.
   */
  show(change: (points: readonly AgendaEntry[]) => readonly AgendaEntry[]): void {
    void this.client.cancelQueries({ queryKey: this.query.queryKey });
    this.set(change);
  }

  /** Keeps fields as they are shown, whatever is answered to earlier acts, until what is given is called. */
  hold(pointId: string | null, names: readonly Name[]): () => void {
    const held: Ahead = { pointId, names };
    this.ahead = [...this.ahead, held];
    return () => {
      this.ahead = this.ahead.filter((other) => other !== held);
    };
  }

  /** Puts what the api answered about a point in its place; numbers and times of the others are worked out. */
  put(point: AgendaPointView): void {
    if (point.meetingId !== this.meetingId) return;
    const isBeingRead = this.client.isFetching({ queryKey: this.query.queryKey }) > 0;
    const held = this.ahead
      .filter(({ pointId }) => pointId === null || pointId === point.id)
      .flatMap(({ names }) => names);
    this.set((points) =>
      points.map((old) => (old.id === point.id ? { ...old, ...point, ...fieldsOf(old, held) } : old)),
    );
    // What is being read may be older than this answer.
    if (isBeingRead) void this.refresh();
  }

  private get query() {
    return workingAgendaQuery(this.meetingId);
  }

  private set(change: (points: readonly AgendaEntry[]) => readonly AgendaEntry[]): void {
    this.client.setQueryData(this.query.queryKey, (agenda: WorkingAgenda | undefined) =>
      agenda === undefined ? undefined : { ...agenda, points: change(agenda.points) },
    );
  }
}

/** Some fields of a point, by their names. */
export function fieldsOf(point: AgendaPointView, names: readonly Name[]): Partial<AgendaPointView> {
  return Object.fromEntries(names.map((name) => [name, point[name]]));
}

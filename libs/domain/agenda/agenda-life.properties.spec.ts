import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgendaPart, AgendaPoint, NumberingPolicy } from './agenda-point.js';
import { numberAgenda, subPointLetters } from './numbering.js';
import type { NumberedPoint } from './numbering.js';
import { closeUp, placePoint } from './placing.js';
import { timetable } from './timetable.js';

/** What a secretary does to an agenda; `which` and `where` choose among the points there are. */
type Act =
  | {
      readonly kind: 'add';
      readonly closed: boolean;
      readonly minutes: number | null;
      readonly where: number;
    }
  | { readonly kind: 'nest'; readonly which: number; readonly where: number }
  | { readonly kind: 'reorder'; readonly which: number; readonly where: number }
  | { readonly kind: 'withdraw' | 'postpone' | 'toggle'; readonly which: number }
  | { readonly kind: 'send' };

const some = fc.nat(40);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      closed: fc.boolean(),
      minutes: fc.option(fc.integer({ min: 0, max: 60 })),
      where: some,
    }),
    weight: 5,
  },
  { arbitrary: fc.record({ kind: fc.constant('nest' as const), which: some, where: some }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('reorder' as const), which: some, where: some }), weight: 3 },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'postpone' as const, 'toggle' as const),
      which: some,
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ kind: fc.constant('send' as const) }), weight: 1 },
);

/** An agenda that is worked on as the product does it: numbers are frozen when it is sent, and given once. */
class Agenda {
  points: AgendaPoint[] = [];
  sent = false;
  readonly taken: Record<AgendaPart, string[]> = { main: [], closed: [] };
  private made = 0;

  constructor(readonly policy: NumberingPolicy) {}

  get numbered(): readonly NumberedPoint[] {
    return numberAgenda(this.points, this.policy, this.taken);
  }

  do(one: Act): void {
    if (one.kind === 'send') this.send();
    else if (one.kind === 'add') this.add(one.closed, one.minutes, one.where);
    else this.touch(one);
  }

  private touch(one: Exclude<Act, { kind: 'send' | 'add' }>): void {
    const point = this.points[one.which % Math.max(1, this.points.length)];
    if (!point) return;
    if (one.kind === 'withdraw') this.change(point.id, { state: 'withdrawn' });
    else if (one.kind === 'toggle')
      this.change(point.id, { visibility: point.visibility === 'open' ? 'closed' : 'open' });
    else if (one.kind === 'postpone') this.take(point);
    // A sent agenda keeps its order.
    else if (!this.sent && 'where' in one) this.move(point, one);
  }

  private add(closed: boolean, minutes: number | null, where: number): void {
    const id = `p${String((this.made += 1)).padStart(3, '0')}`;
    const visibility = closed ? ('closed' as const) : ('open' as const);
    const point: AgendaPoint = {
      ...{
        id,
        parentId: null,
        position: 0,
        title: id,
        minutes,
        fixedStart: null,
        type: 'discussion',
        visibility,
      },
      ...{ state: 'active', late: this.sent, frozenNumber: null, frozenPart: null },
    };
    this.points = [...this.points, point];
    this.put(id, { parentId: null, position: where });
  }

  private move(point: AgendaPoint, { kind, where }: Extract<Act, { which: number; where: number }>): void {
    const goal = this.points[where % this.points.length];
    const parentId = kind === 'nest' ? (goal?.id ?? null) : point.parentId;
    this.put(point.id, { parentId, position: where % 7 });
  }

  private put(id: string, to: { parentId: string | null; position: number }): void {
    const placed = placePoint(this.points, id, to);
    if (placed.ok) for (const { id: moved, ...place } of placed.value) this.change(moved, place);
  }

  private take({ id }: AgendaPoint): void {
    const gone = new Set(
      this.points.filter((one) => one.id === id || one.parentId === id).map((one) => one.id),
    );
    const places = closeUp(this.points, gone);
    this.points = this.points.filter((one) => !gone.has(one.id));
    for (const { id: moved, ...place } of places) this.change(moved, place);
  }

  private send(): void {
    for (const { point, number, part } of this.numbered) {
      if (number === null) continue;
      this.change(point.id, { frozenNumber: number, frozenPart: part });
      if (!this.taken[part].includes(number)) this.taken[part].push(number);
    }
    this.sent = true;
  }

  private change(id: string, patch: Partial<AgendaPoint>): void {
    this.points = this.points.map((one) => (one.id === id ? { ...one, ...patch } : one));
  }
}

const lives = fc.tuple(
  fc.constantFrom<NumberingPolicy>('separate-series', 'one-series'),
  fc.array(act, { minLength: 1, maxLength: 30 }),
);

/** Numbers of a draft run from 1 without a gap or a double, letters from A, in the order of the points. */
function expectWhole(numbered: readonly NumberedPoint[]): void {
  for (const part of ['main', 'closed'] as const) {
    const tops = numbered.filter((one) => one.part === part && one.parentId === null && one.number !== null);
    expect(tops.map(({ number }) => number)).toEqual(tops.map((_, i) => String(i + 1)));
    for (const parent of tops) {
      const subs = numbered.filter(
        (one) => one.parentId === parent.point.id && one.part === part && one.number !== null,
      );
      expect(subs.map(({ number }) => number)).toEqual(
        subs.map((_, i) => `${parent.number}${subPointLetters(i)}`),
      );
    }
  }
}

describe('an agenda that lives', () => {
  it('has no gap and no double among its numbers while it is a draft, and each point once', () => {
    fc.assert(
      fc.property(lives, ([policy, acts]) => {
        const agenda = new Agenda(policy);
        for (const one of acts.filter(({ kind }) => kind !== 'send')) {
          agenda.do(one);
          expect(new Set(agenda.numbered.map(({ point }) => point.id)).size).toBe(agenda.points.length);
          expect(agenda.numbered).toHaveLength(agenda.points.length);
          expectWhole(agenda.numbered);
        }
      }),
    );
  });

  it('keeps every number that was sent, and gives none of them again', () => {
    fc.assert(
      fc.property(lives, ([policy, acts]) => {
        const agenda = new Agenda(policy);
        const firstOwner = new Map<string, string>();
        for (const one of [...acts, { kind: 'send' } as const, ...acts]) {
          const before = new Map(agenda.points.map((point) => [point.id, point]));
          agenda.do(one);
          // What is opened or closed goes to the other series, and is numbered there when it is sent again.
          for (const { point, part } of agenda.numbered) {
            const was = before.get(point.id);
            if (was?.frozenNumber != null && was.frozenPart === part)
              expect([point.frozenPart, point.frozenNumber]).toEqual([was.frozenPart, was.frozenNumber]);
          }
          const shown = agenda.numbered.filter(({ number }) => number !== null);
          const names = shown.map(({ part, number }) => `${part} ${number}`);
          expect(new Set(names).size).toBe(names.length);
          if (agenda.sent)
            for (const { point, part, number } of shown) {
              if (point.frozenNumber === null) continue;
              const name = `${point.frozenPart ?? part} ${point.frozenNumber}`;
              expect(firstOwner.get(name) ?? point.id).toBe(point.id);
              firstOwner.set(name, point.id);
              if (point.frozenPart === part) expect(number).toBe(point.frozenNumber);
            }
        }
      }),
    );
  });

  it('has times that follow each other without gap or overlap, and add up', () => {
    fc.assert(
      fc.property(lives, ([policy, acts]) => {
        const agenda = new Agenda(policy);
        for (const one of acts) agenda.do(one);
        const timed = timetable(agenda.numbered, '09:00', '10:00');
        if (!timed.ok) throw new Error(timed.refusal.code);
        const { slots, minutes, ends } = timed.value;
        const parents = new Set(
          agenda.numbered.filter(({ withdrawn }) => !withdrawn).map(({ parentId }) => parentId),
        );
        const own = slots.filter(({ id, minutes: length }) => length !== null && !parents.has(id));
        let now = '09:00';
        for (const { from, to } of own) {
          expect(from).toBe(now);
          now = to ?? now;
        }
        expect(ends).toBe(now);
        expect(minutes).toBe(own.reduce((sum, { minutes: length }) => sum + (length ?? 0), 0));
      }),
    );
  });
});

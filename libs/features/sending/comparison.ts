import type { AgendaChangesView, AgendaView, CompareQuery } from '../../contracts/sending.js';
import { compareAgendas, isUnchanged } from '../../domain/agenda/index.js';
import type { ComparedAgenda, ComparedPoint } from '../../domain/agenda/index.js';
import type { SentText } from './sent-indstillinger.js';
import { textsOn } from './versions.view.js';

/** What a reader has of an agenda, as it is compared; with it the texts of indstillinger that lie on its points. */
export function comparedAgenda(view: AgendaView, texts: readonly SentText[]): ComparedAgenda {
  const { kind, date, start, end, place, caseNumber, chair, minuteTaker, participants } = view.meeting;
  const submissions = new Map(textsOn(view, texts).map((text) => [text.pointId, text]));
  return {
    meeting: {
      ...{ kind, date, start, end, place, caseNumber, chair, minuteTaker },
      participants: participants.map(({ name }) => name).join(', '),
    },
    points: view.points.map((point): ComparedPoint => {
      const { purpose, method, responsible, attending, publicTitle, withdrawnReason, lateReason } = point;
      const text = submissions.get(point.id);
      const indstilling = text === undefined ? null : [text.indstillingId, text.submission];
      return {
        ...point,
        texts: {
          ...{ purpose, method, responsible, attending, publicTitle, withdrawnReason, lateReason },
          ...{ type: point.type, indstilling, guests: point.guests ?? null },
        },
      };
    }),
  };
}

/** What changed, as the reader of both gets it. */
export function changesView(
  { from, to }: CompareQuery,
  before: ComparedAgenda,
  after: ComparedAgenda,
): AgendaChangesView {
  const changes = compareAgendas(before, after);
  return {
    ...{ from, to, unchanged: isUnchanged(changes) },
    meeting: [...changes.meeting],
    points: changes.points.map(({ id, kinds, texts, papers, before: was, after: is }) => ({
      ...{ id, kinds: [...kinds], texts: [...texts], before: pointView(was), after: pointView(is) },
      papers: {
        added: [...papers.added],
        removed: [...papers.removed],
        changed: [...papers.changed],
      },
    })),
  };
}

function pointView(point: ComparedPoint | null): AgendaChangesView['points'][number]['before'] {
  if (point === null) return null;
  const { number, title, minutes, from, to } = point;
  return { number, title, minutes, from, to };
}

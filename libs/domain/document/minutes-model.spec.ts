import { describe, expect, it } from '@jest/globals';
import { decision, minutesPoint, raadmandMinutes, text } from '../../../test/builders/documents.js';
import { linesOf } from '../../../test/builders/model-lines.js';
import type { Audience } from '../agenda/index.js';
import { minutesModel } from './minutes-model.js';
import type { DocumentModel } from './model.js';
import type { MinutesSource } from './sources.js';

function model(source: MinutesSource, audience: Audience = 'all'): DocumentModel {
  const outcome = minutesModel(source, audience);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const bare: MinutesSource = { ...raadmandMinutes, points: [], followUps: [], additions: [] };

/** What stands under one point that has this decision. */
const under = (facts: Parameters<typeof decision>, source: Partial<MinutesSource> = {}): string[] => {
  const points = [minutesPoint('a', 1, { title: 'Punktet', decision: decision(...facts) })];
  const lines = linesOf(model({ ...bare, points, ...source }));
  return lines.slice(lines.indexOf('## Punkt 1: Punktet') + 1);
};

describe('the decision of a point', () => {
  it.each([
    [
      'as written',
      ['Indstillingen blev godkendt.', { outcome: 'approved' }],
      ['Indstillingen blev godkendt.'],
    ],
    ['as the usual phrase when nothing was written', ['', { outcome: 'approved' }], ['Godkendt.']],
    ['as the usual phrase for a lone full stop', [' . ', { outcome: 'nothing' }], ['Intet til referatet.']],
    ['as nothing when only a full stop was written', ['.'], []],
    ['as nothing for an outcome nobody knows', ['', { outcome: 'whatever' }], []],
    [
      'with where it was sent',
      ['', { outcome: 'referred', target: { meetingDate: null, bodyName: 'Magistraten' } }],
      ['Oversendes til Magistraten.'],
    ],
    [
      'with when it comes back',
      ['', { outcome: 'deferred', target: { meetingDate: '2031-03-25', bodyName: null } }],
      ['Udsat til mødet den 25. marts 2031.'],
    ],
    ['in paragraphs', ['Første.\n\nAndet.'], ['Første.', 'Andet.']],
  ] as [string, Parameters<typeof decision>, string[]][])('is printed %s', (_, facts, expected) => {
    expect(under(facts)).toEqual(expected);
  });

  it('is followed by votes, dissent and who did not take part', () => {
    const lines = under([
      'Vedtaget.',
      {
        votes: { for: 4, against: 2, blank: 0 },
        dissents: [
          { kind: 'minority-opinion', by: 'Mogens Nygaard', text: text('Imod.') },
          { kind: 'statement-for-the-record', by: null, text: text('Til protokollen.') },
          { kind: 'statement-for-the-record', by: 'Ingen', text: text('.') },
        ],
        absent: ['Kaja Lind', 'Ebbe Fuglsang', 'Gudrun Holt'],
        disqualified: ['Dagfinn Foged'],
        prevented: [' '],
      },
    ]);
    expect(lines).toEqual([
      'Vedtaget.',
      'Afstemning: 4 stemte for, 2 imod.',
      'Mindretalsudtalelse fra Mogens Nygaard: Imod.',
      'Protokoltilførsel: Til protokollen.',
      'Fraværende under punktet: Kaja Lind, Ebbe Fuglsang og Gudrun Holt',
      'Inhabil under punktet: Dagfinn Foged',
    ]);
  });
});

describe('follow-ups in the minutes', () => {
  const due = (
    kind: 'none' | 'proposed' | 'firm' | 'recurring' | 'event',
    said: string | null,
    date: string | null,
  ) => ({
    kind,
    text: said,
    date,
  });
  it.each([
    [due('firm', 'den 2. april', '2031-04-02'), ' (frist: 2. april 2031)', '2. april 2031'],
    [due('firm', 'inden påske', null), ' (frist: inden påske)', 'inden påske'],
    [
      due('proposed', 'den 19. februar', null),
      ' (frist: forslag: den 19. februar)',
      'Forslag: den 19. februar',
    ],
    [
      due('recurring', 'efter hvert møde', null),
      ' (frist: løbende (efter hvert møde))',
      'Løbende (efter hvert møde)',
    ],
    [due('recurring', null, null), ' (frist: løbende)', 'Løbende'],
    [due('event', 'før byrådsmødet', null), ' (frist: før byrådsmødet)', 'før byrådsmødet'],
    [due('none', null, null), '', 'Ingen frist'],
  ])('due %j', (when, line, cell) => {
    const followUp = {
      pointId: 'a',
      responsible: 'MUS',
      action: 'undersøger sagen.',
      due: when,
      state: 'issued' as const,
    };
    expect(under(['Godkendt.'], { followUps: [followUp] })).toEqual([
      'Godkendt.',
      'Opfølgning:',
      `- MUS: undersøger sagen${line}`,
      '## Opfølgning',
      'Punkt | Ansvarlig | Opfølgning | Frist',
      `1 | MUS | Undersøger sagen | ${cell}`,
    ]);
  });

  it('leave out suggestions nobody confirmed, and say when nobody was named', () => {
    const lines = linesOf(model(raadmandMinutes));
    expect(lines.join('\n')).not.toContain('FORESLÅETOPGAVE');
    expect(lines).toContain(
      '5 | Ikke angivet | Oversigten over sommerens arrangementer udsendes | Ingen frist',
    );
  });

  it('of no known point are printed for those who may see all, and for nobody else', () => {
    const followUp = {
      pointId: null,
      responsible: 'SEK',
      action: 'skriver emnet ind',
      due: due('none', null, null),
      state: 'issued' as const,
    };
    const source = { ...bare, followUps: [followUp] };
    expect(linesOf(model(source, 'all')).at(-1)).toBe(' | SEK | Skriver emnet ind | Ingen frist');
    expect(JSON.stringify(model(source, 'open'))).not.toContain('emnet');
  });
});

describe('minutes for the open audience', () => {
  it('hold nothing of closed points, their follow-ups and their corrections', () => {
    const open = model(raadmandMinutes, 'open');
    expect(JSON.stringify(open)).not.toMatch(/HEMMELIG|FORTIET|SKJULT|[Ll]ukket/);
    const points = raadmandMinutes.points.filter((one) => one.id !== 'x');
    const followUps = raadmandMinutes.followUps.filter((one) => one.pointId !== 'x');
    const additions = raadmandMinutes.additions.filter((one) => one.pointId !== 'x');
    expect(open).toEqual(model({ ...raadmandMinutes, points, followUps, additions }, 'open'));
  });

  it('hold the public decision of a closed point where the body numbers in one series', () => {
    const points = [
      minutesPoint('x', 1, {
        title: 'Skjult',
        visibility: 'closed',
        publicDecision: text('Udvalget traf beslutning i sagen.'),
        decision: decision('Hemmeligt.'),
      }),
    ];
    const source: MinutesSource = { ...bare, body: { ...bare.body, policy: 'one-series' }, points };
    expect(linesOf(model(source, 'open')).slice(-2)).toEqual([
      '## Punkt 1: Lukket punkt',
      'Udvalget traf beslutning i sagen.',
    ]);
  });

  it('hold no correction of a closed point even if it is marked open itself', () => {
    const additions = [
      { date: '2031-03-21', by: 'A', text: text('RETTET'), pointId: 'x', visibility: 'open' as const },
    ];
    const source = { ...raadmandMinutes, additions };
    expect(JSON.stringify(model(source, 'open'))).not.toContain('RETTET');
    expect(JSON.stringify(model(source, 'all'))).toContain('RETTET');
  });
});

describe('the head of the minutes', () => {
  it('names the meeting and the people', () => {
    expect(linesOf(model(raadmandMinutes)).slice(0, 9)).toEqual([
      '# Referat',
      'Emne: Rådmandsmøde',
      'Mødedato: 11. marts 2031',
      'Mødetid: Kl.\u00a09.00–10.00',
      'Mødested: Mødelokale 2',
      'Mødeleder: Kaja Lind',
      'Deltagere: Kaja Lind, Ingolf Juelsgaard og Abelone Korsgaard',
      'Afbud: Mogens Nygaard',
      'Referent: Dagfinn Foged',
    ]);
  });

  it.each([
    ['draft', 'Udkast'],
    ['in-review', 'Til gennemlæsning'],
    ['approved', null],
    ['published', null],
  ] as const)('marks minutes that are %s with %s', (state, mark) => {
    expect(model({ ...bare, state }).pageHead.mark).toBe(mark);
  });
});

import { describe, expect, it } from '@jest/globals';
import { agendaPoint, meeting, text, udvalgAgenda } from '../../../test/builders/documents.js';
import { linesOf } from '../../../test/builders/model-lines.js';
import type { Audience } from '../agenda/index.js';
import { agendaModel } from './agenda-model.js';
import type { DocumentModel } from './model.js';
import type { AgendaSource } from './sources.js';

function model(source: AgendaSource, audience: Audience = 'all'): DocumentModel {
  const outcome = agendaModel(source, audience);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const base: AgendaSource = { ...udvalgAgenda, version: null, points: [] };
const closedWords = /HEMMELIG|FORTIET|SKJULT|KLAUSUL|[Ll]ukket|LUKKET|fortrolig/;

describe('the agenda of a committee', () => {
  it('opens with the meeting and the agenda in short', () => {
    const lines = linesOf(model(udvalgAgenda, 'open'));
    expect(lines.slice(0, 6)).toEqual([
      '# Dagsorden',
      'Emne: Kultur- og Fritidsudvalgsmøde',
      'Mødedato: 12. marts 2031',
      'Mødetid: Kl.\u00a018.15–19.45',
      'Mødested: Rådhuset, lokale 301',
      '## Dagsorden kort',
    ]);
    expect(lines.slice(10, 12)).toEqual([
      '5. Besøg på Lerbæk Museum – punktet udgår',
      '6. Ny formand for brugerrådet – tillægspunkt',
    ]);
  });

  it('prints the fields of a point in the order of the paper, and the time the product worked out', () => {
    const source: AgendaSource = {
      ...base,
      points: [
        agendaPoint('a', 1, { title: 'Første', minutes: 5 }),
        agendaPoint('b', 2, {
          title: 'Andet',
          minutes: 20,
          purpose: text('Udvalget drøfter sagen.'),
          attending: 'centerchef Ebbe Fuglsang',
          method: 'Drøftelse',
          responsible: 'Gudrun Holt',
          proposedDecision: text('Godkendt.'),
          attachments: [
            { title: 'Fortrolige tal', position: 1, visibility: 'closed' },
            { title: 'Tal (fortroligt)', position: 3, visibility: 'closed' },
            { title: 'Indstilling', position: 2, visibility: 'open' },
          ],
        }),
      ],
    };
    expect(linesOf(model(source)).slice(-11)).toEqual([
      '## 2. Andet',
      'Baggrund/formål: Udvalget drøfter sagen.',
      'Under punktet deltager centerchef Ebbe Fuglsang.',
      'Metode: Drøftelse',
      'Ansvarlig: Gudrun Holt',
      'Tid: 18.20–18.40 (20 min.)',
      'Forslag til beslutning: Godkendt.',
      'Bilag:',
      '- Indstilling',
      '- Fortrolige tal (fortroligt)',
      '- Tal (fortroligt)',
    ]);
  });

  it('leaves out what says nothing, together with its label', () => {
    const source: AgendaSource = {
      ...base,
      meeting: { ...meeting, place: ' ', start: null },
      points: [
        agendaPoint('a', 1, {
          title: 'Punkt',
          purpose: text('.'),
          method: '  ',
          responsible: '.',
          attending: '',
          attachments: [{ title: ' . ', position: 1, visibility: 'open' }],
        }),
      ],
    };
    expect(linesOf(model(source))).toEqual([
      '# Dagsorden',
      'Emne: Kultur- og Fritidsudvalgsmøde',
      'Mødedato: 12. marts 2031',
      '## 1. Punkt',
    ]);
  });

  it('names no meeting when neither it nor its body has a name', () => {
    const nameless = model({
      ...base,
      body: { ...base.body, name: ' ' },
      meeting: { ...meeting, date: null },
    });
    expect(linesOf(nameless)[1]).toBe('Mødetid: Kl.\u00a018.15–19.45');
    expect([nameless.properties.title, nameless.fileName]).toEqual(['Dagsorden', 'Dagsorden.docx']);
  });

  it('says "Under punktet deltager" once, as a sentence', () => {
    const attending = 'Under punktet deltager Ebbe Fuglsang.';
    const lines = linesOf(model({ ...base, points: [agendaPoint('a', 1, { attending })] }));
    expect(lines.at(-1)).toBe(attending);
  });

  it('says who are guests of a point and when, and of one that is withdrawn nothing', () => {
    const guests = [
      { name: 'Bo Lind', title: null },
      { name: ' Gro  Gæst', title: 'kontorchef' },
    ];
    const points = [
      agendaPoint('a', 1, { minutes: 10, guests: guests.slice(1), attending: 'Ebbe Fuglsang' }),
      agendaPoint('b', 2, { minutes: 5, guests }),
      agendaPoint('c', 3, { minutes: 5, guests, state: 'withdrawn' }),
    ];
    expect(linesOf(model({ ...base, points })).filter((line) => /gæst|deltager/i.test(line))).toEqual([
      'Under punktet deltager Ebbe Fuglsang.',
      'Gæst: Gro Gæst, kontorchef, kl.\u00a018.15–18.25',
      'Gæster: Bo Lind og Gro Gæst (kontorchef), kl.\u00a018.25–18.30',
    ]);
  });

  it('prints minutes alone when the meeting has no start, and a fixed start alone when there are no minutes', () => {
    const points = [agendaPoint('a', 1, { minutes: 10 }), agendaPoint('b', 2, { fixedStart: '19:00' })];
    const withoutStart = linesOf(model({ ...base, meeting: { ...meeting, start: null }, points }));
    expect(withoutStart.filter((line) => line.startsWith('Tid'))).toEqual(['Tid: 10 min.']);
    const withStart = linesOf(model({ ...base, points }));
    expect(withStart.filter((line) => line.startsWith('Tid'))).toEqual([
      'Tid: 18.15–18.25 (10 min.)',
      'Tid: kl. 19.00',
    ]);
  });

  it('gives late and withdrawn points their marks and the withdrawn nothing else', () => {
    const lines = linesOf(model(udvalgAgenda, 'open'));
    const at = lines.indexOf('## 5. Besøg på Lerbæk Museum');
    expect(lines.slice(at, at + 4)).toEqual([
      '## 5. Besøg på Lerbæk Museum',
      '! Punktet udgår.',
      '## 6. Ny formand for brugerrådet',
      '! Tillægspunkt: Valget blev først holdt efter udsendelsen.',
    ]);
  });

  it('says why a point came after the deadline, where that is said, and nothing of one that came in time', () => {
    const points = [agendaPoint('a', 1, { lateReason: 'Sagen kom først i går.' }), agendaPoint('b', 2, {})];
    const remarks = linesOf(model({ ...base, points })).filter((line) => line.startsWith('!'));
    expect(remarks).toEqual(['! Efter fristen: Sagen kom først i går.']);
  });

  it('marks a draft', () => {
    const draft = model({ ...base, state: 'draft' });
    expect([draft.pageHead.mark, draft.fileName]).toEqual([
      'Udkast',
      'Udkast til dagsorden - Kultur- og Fritidsudvalgsmøde - 2031-03-12.docx',
    ]);
  });
});

describe('the short form', () => {
  it('prints a heading with the minutes, and the attachments', () => {
    const points = [
      agendaPoint('a', 1, { title: 'Referat', purpose: text('Ses ikke.') }),
      agendaPoint('b', 2, {
        title: 'Bordet rundt',
        minutes: 5,
        guests: [{ name: 'Gro Gæst', title: null }],
        attachments: [{ title: 'Notat', position: 0, visibility: 'open' }],
      }),
    ];
    const source = { ...base, body: { ...base.body, name: 'Rådmandsmøde', form: 'short' as const }, points };
    expect(linesOf(model(source)).slice(5)).toEqual([
      '## Punkt 1: Referat',
      '## Punkt 2: Bordet rundt (5\u00a0min.)',
      'Gæst: Gro Gæst, kl.\u00a018.15–18.20',
      'Bilag:',
      '- Notat',
    ]);
  });
});

describe('closed points on an agenda', () => {
  it('stand in a part of their own, after the open ones and in their own numbers, for those who may see all', () => {
    const lines = linesOf(model(udvalgAgenda));
    const at = lines.indexOf('== Lukket dagsorden ==');
    expect(lines.slice(at)).toEqual([
      '== Lukket dagsorden ==',
      '# Lukket dagsorden',
      '## 1. Køb af ejendommen HEMMELIGHOLM',
      'Baggrund/formål: FORTIETFORMÅL for udvalget.',
      'Ansvarlig: Ingolf Juelsgaard',
      'Tid: 19.03–19.13 (10 min.)',
      'Bilag:',
      '- Købsaftale SKJULTBILAG',
    ]);
    expect(model(udvalgAgenda).fileName).toContain('Dagsorden med lukkede punkter');
  });

  it('do not exist for the open audience, whatever they are', () => {
    const without = {
      ...udvalgAgenda,
      version: 1,
      points: udvalgAgenda.points.filter((one) => one.id !== 'x'),
    };
    const open = model(udvalgAgenda, 'open');
    expect(JSON.stringify(open)).not.toMatch(closedWords);
    expect(open).toEqual(model(without, 'open'));
  });

  it.each(['separate-series', 'one-series'] as const)(
    'name their guests to those who may see all, and to nobody else (%s)',
    (policy) => {
      const guests = [{ name: 'Gro HEMMELIG', title: 'FORTIET chef' }];
      const source = {
        ...base,
        body: { ...base.body, policy },
        points: [agendaPoint('a', 1, { visibility: 'closed' as const, minutes: 5, guests })],
      };
      expect(JSON.stringify(model(source))).toContain('Gro HEMMELIG, FORTIET chef');
      expect(JSON.stringify(model(source, 'open'))).not.toMatch(/HEMMELIG|FORTIET/);
    },
  );

  it('are neutral rows with number and time in the one series', () => {
    const oneSeries = (audience: Audience): string[] =>
      linesOf(
        model(
          {
            ...base,
            body: { ...base.body, policy: 'one-series' },
            points: [
              agendaPoint('x', 1, {
                title: 'Hemmeligt',
                minutes: 10,
                visibility: 'closed',
                purpose: text('Skjult.'),
              }),
              agendaPoint('y', 2, {
                title: 'Skjult',
                visibility: 'closed',
                publicTitle: 'Køb af grund',
                late: true,
              }),
            ],
          },
          audience,
        ),
      ).slice(5);
    expect(oneSeries('open')).toEqual([
      '## Dagsorden kort',
      '1. Lukket punkt',
      '2. Køb af grund – tillægspunkt',
      '## 1. Lukket punkt',
      'Tid: 18.15–18.25 (10 min.)',
      '## 2. Køb af grund',
      '! Tillægspunkt',
    ]);
    expect(oneSeries('all')).toContain('! Lukket punkt');
  });

  it('are refused as a document for the open audience of a closed body', () => {
    const source: AgendaSource = { ...udvalgAgenda, body: { ...udvalgAgenda.body, visibility: 'closed' } };
    expect(agendaModel(source, 'open')).toMatchObject({ refusal: { code: 'not-for-this-audience' } });
  });

  it('do not show in the version number either', () => {
    expect(model(udvalgAgenda, 'all').pageHead.lines).toEqual(['6. marts 2031', 'Version 2']);
    expect(model(udvalgAgenda, 'open').pageHead.lines).toEqual(['6. marts 2031']);
  });
});

describe('the letterhead', () => {
  it('prints the unit in capitals and labels what needs a label', () => {
    expect(model(udvalgAgenda).letterhead.map((group) => group.lines)).toEqual([
      ['KULTUR OG FÆLLESSKAB'],
      ['Sekretariatet', 'Lerbæk Kommune'],
      ['SEK Møder og Ledelse', 'Bytorvet,', 'Møllestien 12 A', '9999 Lerbæk'],
      ['Telefon: 12 34 56 00', 'Direkte telefon: 12 34 56 78'],
      [
        'E-mail:',
        'abko@lerbaek.example',
        'dafo@lerbaek.example',
        'Sagsnummer: EMN-2031-000123',
        'Sagsbehandler:',
        'Abelone Korsgaard',
        'Dagfinn Foged',
      ],
    ]);
  });

  it('is absent with all its labels when there is none', () => {
    const bare = model({ ...base, letterhead: null });
    expect(bare.letterhead).toEqual([]);
    expect(linesOf(bare)).toContain('Sagsnummer: EMN-2031-000123');
  });
});

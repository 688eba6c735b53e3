import { describe, expect, it } from '@jest/globals';
import { linesOf } from '../../../test/builders/model-lines.js';
import { packageDocument, packagePoint } from '../../../test/builders/package-document.js';
import { plainText } from '../text/index.js';
import { agendaModel } from './agenda-model.js';
import {
  agendaSourceFromPackage,
  indstillingSourceFromPackage,
  minutesSourceFromPackage,
} from './from-package.js';
import { indstillingModel } from './indstilling-model.js';
import { minutesModel } from './minutes-model.js';
import type { DocumentModel } from './model.js';
import type { Outcome } from '../outcome.js';

function lines(outcome: Outcome<DocumentModel>): string[] {
  return outcome.ok ? linesOf(outcome.value) : [outcome.refusal.code];
}

describe('an imported agenda', () => {
  const document = packageDocument({
    points: [
      packagePoint('1', {
        title: 'Godkendelse',
        durationMinutes: 3,
        timeFrom: '18:15',
        timeTo: '18:18',
        purpose: 'Dagsordenen godkendes.',
      }),
      packagePoint('2', { title: 'Orientering' }),
      packagePoint('2A', { title: 'Fra byrådet', timeFrom: '18:18', timeTo: '18:28' }),
      packagePoint('3', { title: 'Efter pausen', durationMinutes: 10, timeFrom: '18:40', timeTo: '18:50' }),
      packagePoint('4', { title: 'Forkert tid', durationMinutes: 5, timeFrom: '17:00', timeTo: '17:05' }),
      packagePoint('1', { title: 'Lukket sag', visibility: 'closed', durationMinutes: 5 }),
    ],
  });

  it('keeps its numbers, sub-points and times; a time that runs backwards gives way to the computed one', () => {
    expect(lines(agendaModel(agendaSourceFromPackage(document), 'all')).slice(10)).toEqual([
      '## 1. Godkendelse',
      'Baggrund/formål: Dagsordenen godkendes.',
      'Tid: 18.15–18.18 (3 min.)',
      '## 2. Orientering',
      '### 2A. Fra byrådet',
      'Tid: 18.18–18.28 (10 min.)',
      '## 3. Efter pausen',
      'Tid: 18.40–18.50 (10 min.)',
      '## 4. Forkert tid',
      'Tid: 18.50–18.55 (5 min.)',
      '== Lukket dagsorden ==',
      '# Lukket dagsorden',
      '## 1. Lukket sag',
      'Tid: 18.55–19.00 (5 min.)',
    ]);
  });

  it('is short when its points are only headings', () => {
    const short = packageDocument({
      points: [packagePoint('4', { title: 'Bordet rundt', durationMinutes: 5 })],
    });
    expect(lines(agendaModel(agendaSourceFromPackage(short), 'open')).at(-1)).toBe(
      '## Punkt 4: Bordet rundt (5\u00a0min.)',
    );
  });

  it('numbers its points itself when some have no number', () => {
    const points = [packagePoint('', { title: 'A' }), packagePoint('7', { title: 'B' })];
    const source = agendaSourceFromPackage(packageDocument({ points }));
    expect(lines(agendaModel(source, 'open')).slice(-2)).toEqual(['## Punkt 1: A', '## Punkt 2: B']);
  });

  it('joins lines that were broken by the page, and no others', () => {
    const purpose =
      'En lang linje, som kun er brudt, fordi siden ikke\nvar bredere.\nEn ny sætning på sin egen linje.\n• Et punkt';
    const source = agendaSourceFromPackage(packageDocument({ points: [packagePoint('1', { purpose })] }));
    expect(plainText(source.points[0]?.purpose ?? [])).toBe(
      'En lang linje, som kun er brudt, fordi siden ikke var bredere.\nEn ny sætning på sin egen linje.\n\n• Et punkt',
    );
  });
});

describe('imported minutes', () => {
  it('have the decisions as written, and the follow-ups under their points', () => {
    const document = packageDocument({
      kind: 'minutes',
      points: [
        packagePoint('1', { title: 'Dagsorden', decision: { outcome: 'approved', text: 'Godkendt.' } }),
        packagePoint('2', { title: 'Mål', decision: { outcome: null, text: 'Drøftet.\n\nMUS følger op.' } }),
        packagePoint('3', { title: 'Tomt', decision: { outcome: null, text: '.' } }),
      ],
      followUps: [
        {
          point: '2',
          responsible: 'MUS',
          action: 'følger op',
          sentence: 'MUS følger op.',
          raisedBy: null,
          due: { text: null, date: null, kind: 'none' },
        },
      ],
    });
    expect(lines(minutesModel(minutesSourceFromPackage(document), 'open')).slice(5)).toEqual([
      '## Punkt 1: Dagsorden',
      'Godkendt.',
      '## Punkt 2: Mål',
      'Drøftet.',
      'MUS følger op.',
      'Opfølgning:',
      '- MUS: følger op',
      '## Punkt 3: Tomt',
      '## Opfølgning',
      'Punkt | Ansvarlig | Opfølgning | Frist',
      '2 | MUS | Følger op | Ingen frist',
    ]);
  });

  it('take a follow-up for the closed point when its number stands in both series', () => {
    const document = packageDocument({
      points: [packagePoint('1'), packagePoint('1', { visibility: 'closed' })],
      followUps: [
        {
          point: '1',
          responsible: 'SEK',
          action: 'SKJULT',
          sentence: '',
          raisedBy: null,
          due: { text: null, date: null, kind: 'none' },
        },
      ],
    });
    expect(JSON.stringify(minutesModel(minutesSourceFromPackage(document), 'open'))).not.toContain('SKJULT');
  });
});

describe('an imported indstilling', () => {
  const indstilling = {
    title: 'Nye mål',
    minutes: 10,
    unit: '[Plan og Økonomi]',
    month: null,
    author: { name: null, phone: null, email: null },
    recommendations: ['at rådmanden godkender målene'],
    sections: [
      { key: 'introduction', heading: 'INDLEDNING', text: 'Kort.' },
      { key: 'recommendation', heading: 'INDSTILLING', text: '' },
    ],
    attachments: [],
  };
  const printed = (facts: Partial<typeof indstilling>): string[] => {
    const source = indstillingSourceFromPackage(
      packageDocument({ indstilling: { ...indstilling, ...facts } }),
    );
    return source.ok ? lines(indstillingModel(source.value, 'open')) : [source.refusal.code];
  };

  it('prints a recommendation that stood elsewhere under its heading', () => {
    expect(printed({}).slice(3)).toEqual([
      '## INDSTILLING',
      'Det indstilles, at rådmanden godkender målene.',
      '## BILAG',
      '-',
      'Plan og Økonomi',
    ]);
  });

  it('does not print a recommendation twice', () => {
    const text = 'Det indstilles, at rådmanden\ngodkender målene.';
    const sections = [{ key: 'recommendation', heading: 'INDSTILLING', text }];
    expect(
      printed({ sections })
        .join(' ')
        .match(/godkender målene/g),
    ).toHaveLength(1);
  });

  it('lists several recommendations, and gives them a heading where there is none', () => {
    const recommendations = ['at a', 'at b'];
    expect(printed({ recommendations, sections: [] }).slice(1, 4)).toEqual([
      '## INDSTILLING',
      'Det indstilles,',
      '1. at a\n2. at b',
    ]);
  });

  it('is refused where there is none', () => {
    expect(indstillingSourceFromPackage(packageDocument({}))).toMatchObject({
      refusal: { code: 'no-indstilling' },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { OUTCOMES, outcomeOf } from './outcomes.js';
import type { OutcomeCode } from './outcomes.js';

describe('the outcomes', () => {
  it('are those of PRODUCT.md, each with one phrase that reads as itself', () => {
    expect(OUTCOMES.map(({ code }) => code)).toEqual([
      'approved',
      'approved-with-changes',
      'adopted',
      'recommended',
      'noted',
      'informed',
      'discussed',
      'nothing',
      'deferred',
      'referred',
      'returned',
      'removed',
      'rejected',
    ]);
    for (const { code, phrase } of OUTCOMES) expect([phrase, outcomeOf(phrase)]).toEqual([phrase, code]);
  });

  it.each<[string, OutcomeCode | null]>([
    ['Godkendt.', 'approved'],
    ['Indstillingen blev godkendt.', 'approved'],
    ['Referatet godkendes uden bemærkninger.', 'approved'],
    ['Godkendt med de bemærkninger, der faldt på mødet.', 'approved-with-changes'],
    ['Godkendt med den ændring, at fristen er 1. maj.', 'approved-with-changes'],
    ['Indstillingen tiltrædes.', 'adopted'],
    ['Anbefales over for byrådet.', 'recommended'],
    ['Udvalget anbefaler planen.', 'recommended'],
    ['Taget til efterretning.', 'noted'],
    ['Rådmanden tog redegørelsen til efterretning.', 'noted'],
    ['Til orientering.', 'noted'],
    ['Direktøren orienterede fra styregruppen.', 'informed'],
    ['Der blev orienteret om budgettet.', 'informed'],
    ['Sagen blev drøftet.', 'discussed'],
    ['Intet.', 'nothing'],
    ['Intet nyt til referatet', 'nothing'],
    ['Punktet blev udsat til næste møde.', 'deferred'],
    ['Oversendes til Økonomiudvalget.', 'referred'],
    ['Sagen blev hjemvist.', 'returned'],
    ['Punktet udgår.', 'removed'],
    ['Taget af dagsordenen.', 'removed'],
    ['Indstillingen blev ikke godkendt.', 'rejected'],
    ['Ansøgningen blev afvist.', 'rejected'],
    ['FAS undersøger, om lokalet er ledigt.', null],
    ['Æblerne er modne.', null],
    ['', null],
  ])('reads "%s" as %s', (text, code) => {
    expect(outcomeOf(text)).toBe(code);
  });

  it('lets the first sentence that states an outcome decide', () => {
    expect(outcomeOf('Formanden bød velkommen. Planen blev drøftet. Referatet blev godkendt.')).toBe(
      'discussed',
    );
  });

  it('reads a phrase over a line break', () => {
    expect(outcomeOf('Redegørelsen blev taget til\nefterretning.')).toBe('noted');
  });
});

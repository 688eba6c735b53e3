import { describe, expect, it } from '@jest/globals';
import { agenda } from './agenda.js';

const budget = { number: '3', title: 'Budget' };
const round = { number: null, title: 'Bordet rundt' };
const { told } = agenda;

describe('what is told of a point', () => {
  it.each([
    [told.title(budget), 'Titlen på punkt 3, Budget, er ændret.'],
    [told.title(round), 'Titlen på punktet ”Bordet rundt” er ændret.'],
    [told.removed(budget), 'Punkt 3, Budget, er fjernet.'],
    [told.removed(round), 'Punktet ”Bordet rundt” er fjernet.'],
    [told.nested(round, budget), 'Punktet ”Bordet rundt” er nu underpunkt til punkt 3, Budget.'],
    [told.reason(budget), 'Begrundelsen for, at punkt 3, Budget, er lukket, er ændret.'],
    [told.moved(budget, 2, 5), 'Punkt 3, Budget, er flyttet til plads 2 af 5.'],
    [agenda.moveOf(budget), 'Flyt punkt 3, Budget'],
    [agenda.moreOf(round), 'Mere om punktet ”Bordet rundt”'],
    [agenda.actOn('Gør lukket', budget), 'Gør lukket: punkt 3, Budget'],
  ])('is a sentence: %s', (said, expected) => expect(said).toBe(expected));
});

import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '../../../../../libs/contracts/problem.js';
import { da } from '../../texts/da.js';
import {
  ApiError,
  lifterInWords,
  noAnswer,
  problemIn,
  ruleInWords,
  sentenceOf,
  statusOf,
} from './problem.js';

describe('a problem', () => {
  it.each(Object.keys(PROBLEMS))('%s has words of its own', (code) => {
    expect(Object.keys(da.problems.byCode)).toContain(code);
  });

  it('says who can lift the rule', () => {
    expect(ruleInWords('not-allowed', 'secretariat')).toBe(
      'Det har du ikke ret til. Det kan ændres af sekretariatet.',
    );
  });

  it('has general words when its code is not known', () => {
    expect(ruleInWords('some-new-rule', 'somebody')).toBe('Det kan ikke lade sig gøre.');
  });

  it('is read from an answer, or told by the status of an answer of another form', () => {
    expect(problemIn(409, { code: 'meeting-closed', status: 409 }).problem.code).toBe('meeting-closed');
    expect(problemIn(404, '<html>').problem.code).toBe('not-found');
    expect(problemIn(502, null).problem).toEqual({ code: 'internal-error', status: 502 });
  });

  it('is a lost connection when there was no answer', () => {
    expect(sentenceOf(noAnswer())).toBe('Der er ingen forbindelse til Dagsorden. Prøv igen om lidt.');
    expect(statusOf(noAnswer())).toBe(0);
  });

  it('tells nothing of a fault of our own', () => {
    expect(sentenceOf(new TypeError('x is not a function'))).toBe(da.problems.byCode['internal-error']);
    expect(statusOf(new ApiError({ code: 'not-found', status: 404 }))).toBe(404);
  });
});

describe('who can lift a rule', () => {
  it.each([
    ['the secretariat of the body', 'forummets sekretariat'],
    [
      'the responsible, their unit or the secretariat of the body',
      'den ansvarlige, den ansvarliges enhed eller forummets sekretariat',
    ],
    ['the leader of the unit or the secretariat of the body', 'enhedens chef eller forummets sekretariat'],
    [
      'its author or the leader of its unit or the secretariat of the body',
      'forfatteren, enhedens chef eller forummets sekretariat',
    ],
    ['staff of a unit or a secretariat', 'medarbejdere i en enhed eller et sekretariat'],
    ['nobody', null],
    ['the chair or somebody new', null],
  ])('%s is in Danish %s', (liftedBy, words) => expect(lifterInWords(liftedBy)).toBe(words));

  it('follows the rule where it is known', () => {
    expect(ruleInWords('agenda-sent', 'nobody')).toBe('Dagsordenen er udsendt.');
    expect(ruleInWords('agenda-sent', 'the chair')).toMatch(/^Dagsordenen er udsendt\. .*formanden/);
  });
});

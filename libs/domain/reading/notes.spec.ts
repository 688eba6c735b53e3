import { describe, expect, it } from '@jest/globals';
import { WRITING_PAUSE, fitsNote, noteChange } from './notes.js';

const written = { text: 'Spørg til økonomien', version: 3 };
const removed = { text: '', version: 4 };

describe('whether a note may be written by who read it in a version', () => {
  it.each([
    ['the first, by who saw none', null, 0, true],
    ['the first, by who means to have seen one', null, 1, false],
    ['as it was read', written, 3, true],
    ['by who read it before another device wrote', written, 2, false],
    ['by who saw none, while another device wrote one', written, 0, false],
    ['again after it was removed, by who removed it', removed, 4, true],
    ['again after it was removed, by who saw none', removed, 0, true],
    ['after it was removed, by who still has it open', removed, 3, false],
  ])('%s', (_, present, version, may) => {
    expect(fitsNote(present, version)).toBe(may);
  });
});

const NOW = new Date('2026-03-10T09:00:00Z');
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);

describe('what a change of a note is put on record as', () => {
  it.each([
    ['the first words', null, 'Ja', 'written'],
    ['none at all', null, '', null],
    ['more words at once', { ...written, changedAt: ago(WRITING_PAUSE - 1) }, 'Mere', null],
    ['more words after a pause', { ...written, changedAt: ago(WRITING_PAUSE) }, 'Mere', 'written'],
    ['the same words after a pause', { ...written, changedAt: ago(WRITING_PAUSE) }, written.text, null],
    ['no words any more', { ...written, changedAt: ago(1) }, '', 'removed'],
    ['words again after that', { ...removed, changedAt: ago(1) }, 'Ja', 'written'],
    ['removed once more', { ...removed, changedAt: ago(1) }, '', null],
  ])('%s', (_, present, text, told) => {
    expect(noteChange(present, text, NOW)).toBe(told);
  });
});

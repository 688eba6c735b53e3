import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../text/index.js';
import { compareAttachments, listedAttachments } from './attachment-list.js';
import { leftoversIn } from './placeholders.js';
import { proposalOf } from './proposals.js';
import { readabilityOf } from './readability.js';
import { splitRecommendation } from './recommendations.js';

/** Each of these takes minutes, or hours, where the work grows with the square of the text. */
describe('a text that is as large as a request can be', () => {
  it('has its first 200 placeholders told, of 200,000 brackets or in a row of blanks that is none', () => {
    expect(leftoversIn('['.repeat(200_000))).toHaveLength(200);
    expect(leftoversIn('[xx] '.repeat(200_000)).map(({ index }) => index)).toEqual(
      Array.from({ length: 200 }, (_, i) => i * 5),
    );
    expect(leftoversIn(`${'xx-'.repeat(200_000)}a`)).toEqual([]);
    expect(leftoversIn(`a-${'xx.'.repeat(200_000)}`)).toHaveLength(1);
  });

  it('has its sentences counted where it is nothing but stops', () => {
    expect(readabilityOf(`a${'.'.repeat(500_000)}b`)?.sentences).toBe(1);
  });

  it('is taken apart where its lead or its stem never comes to an end', () => {
    const lead = splitRecommendation(fromPlainText('indstilles '.repeat(200_000)));
    expect(lead.sentences).toEqual([]);
    const stem = `Det indstilles ${'at '.repeat(200_000)}. Slut\n• godkende\n• afvise`;
    expect(splitRecommendation(fromPlainText(stem)).sentences).toEqual(['at godkende', 'at afvise']);
  });

  it('proposes a decision where it is nothing but verbs, commas or letters', () => {
    for (const part of ['tager ', ', jf. bilag', ', at', ' og at', 'udvalget', 'rådmanden ']) {
      const recommendation = fromPlainText(`Det indstilles, at ${part.repeat(200_000)}`);
      expect(proposalOf('raadmand', { recommendation })?.outcome).toBe('approved');
    }
  });

  it('lists attachments of many lines, and many attachments, against the files', () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `linje ${i}`);
    const [only, ...more] = listedAttachments([
      { type: 'paragraph', content: [{ text: ['Bilag 1: Kort', ...lines].join('\n') }] },
    ]);
    expect([only?.title.startsWith('Kort linje 0 linje 1 '), more]).toEqual([true, []]);
    const listed = lines.map((title, i) => ({ number: i + 1, title }));
    expect(compareAttachments(listed, lines)).toEqual([]);
  });
});

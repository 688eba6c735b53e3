import { expect, it } from '@jest/globals';
import { saveDecision } from './decisions.js';

const ofLength = (characters: number) => ({
  text: [{ type: 'paragraph', content: [{ text: 'x'.repeat(characters) }] }],
});

it('a decision is at most 30,000 characters long, since all of it is read for follow-ups', () => {
  expect(saveDecision.safeParse(ofLength(30_000)).success).toBe(true);
  const refused = saveDecision.safeParse(ofLength(30_001));
  expect(refused.error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [['text'], 'must be at most 30,000 characters'],
  ]);
});

import type { FollowUpReading, ReadingContext } from './reading.js';

const FOLLOWS_UP = /^([A-ZÆØÅ]\S*(?:\s+og\s+\S+)?)\s+følger\s+op\b/;

/**
 * Reads the follow-ups out of decision text (PRODUCT.md, "Reading a follow-up in Danish minutes"), in reading order.
 * Never throws; a text without follow-ups gives an empty list.
 */
export function readFollowUps(text: string, context: ReadingContext): FollowUpReading[] {
  if (context.meetingDate === '') return [];
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=[A-ZÆØÅ])/);
  return sentences.flatMap((sentence, i) => {
    const match = FOLLOWS_UP.exec(sentence);
    if (!match) return [];
    const before = sentences[i - 1];
    return [
      {
        responsible: match[1] ?? null,
        action: before ?? sentence,
        sentence: before === undefined ? sentence : `${before} ${sentence}`,
        raisedBy: null,
        due: { text: null, date: null, kind: 'none' as const },
      },
    ];
  });
}

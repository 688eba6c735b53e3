import { expect, it } from '@jest/globals';
import { BodyRoom } from './body-room.js';

it('is taken by whoever comes until one person, or everybody together, has had enough', () => {
  const room = new BodyRoom({ total: 100, each: 60 });
  expect(room.take('a', 60)).toBe(true);
  expect(room.take('a', 1)).toBe(false);
  expect(room.take('b', 41)).toBe(false);
  expect(room.take('b', 40)).toBe(true);
  expect(room.take('c', 1)).toBe(false);
});

it('is there again once it was given back, and what was refused took nothing', () => {
  const room = new BodyRoom({ total: 100, each: 60 });
  room.take('a', 60);
  room.take('a', 60);
  room.leave('a', 60);
  expect([room.take('a', 60), room.take('b', 40)]).toEqual([true, true]);
});

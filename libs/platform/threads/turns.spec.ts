import { describe, expect, it } from '@jest/globals';
import { TooManyWaiting, Turns } from './turns.js';

/** Turns at two places, and who got theirs so far, in that order. */
function begin(waiting = 4) {
  const turns = new Turns({ places: 2, waiting });
  const got: string[] = [];
  const take = async (what: string): Promise<void> => {
    await turns.take(who(what));
    got.push(what);
  };
  const leave = async (what: string): Promise<void> => {
    turns.leave(who(what));
    await settled();
  };
  return { got, take, leave };
}
const who = (what: string): string => what.slice(0, 1);
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('leave a place to others, however much one person brings', async () => {
    const { got, take } = begin();
    void ['a1', 'a2', 'a3', 'b1'].map(take);
    await settled();
    expect(got).toEqual(['a1', 'b1']);
  });

  it('go from one person to the next, and of one in the order in which they came', async () => {
    const { got, take, leave } = begin();
    void ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map(take);
    for (const done of ['a1', 'b1', 'c1', 'a2', 'b2']) await leave(done);
    expect(got).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('are not waited for without end: what one person brings beside that is refused, and others wait still', async () => {
    const { got, take, leave } = begin(1);
    void ['a1', 'b1', 'a2'].map(take);
    await expect(take('a3')).rejects.toThrow(TooManyWaiting);
    void take('c1');
    for (const done of ['a1', 'c1']) await leave(done);
    expect(got).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('are free again once nobody waits', async () => {
    const { got, take, leave } = begin();
    await take('a1');
    await leave('a1');
    await Promise.all(['b1', 'c1'].map(take));
    expect(got).toEqual(['a1', 'b1', 'c1']);
  });
});

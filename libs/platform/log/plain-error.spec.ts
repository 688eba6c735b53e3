import { describe, expect, it } from '@jest/globals';
import { plainError } from './plain-error.js';

describe('an error in the log', () => {
  it('keeps kind, code and place, and nothing of the query and its values', () => {
    const error = Object.assign(
      new Error(
        'duplicate key value violates unique constraint "x", Key (email)=(karla@fjordby.example) exists',
      ),
      {
        code: '23505',
        parameters: ['Karla Vestermølle'],
        detail: 'Key (email)=(karla@fjordby.example)',
        query: 'x',
      },
    );
    const kept = plainError(error);
    expect(kept).toMatchObject({ type: 'Error', code: '23505' });
    expect(kept.stack).toMatch(/^\s+at /);
    expect(JSON.stringify(kept)).not.toMatch(/karla|Karla/);
  });

  it('leaves out what is quoted, in the message and in its causes', () => {
    const cause = new Error(`invalid input syntax for type uuid: "0101010101"`);
    const kept = plainError(new Error("cannot read 'Karla'", { cause }));
    expect([kept.message, kept.cause?.message]).toEqual([
      'cannot read …',
      'invalid input syntax for type uuid: …',
    ]);
  });

  it('takes what is no error for its kind only', () => {
    expect(plainError('a name')).toEqual({ type: 'string', message: '', stack: '' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { readPreferences } from './preferences.js';

const USUAL = { theme: 'system', density: 'normal', shortcuts: true, textSize: 'medium' };

describe('preferences kept on a device', () => {
  it('come back as they were', () => {
    const kept = { theme: 'dark', density: 'dense', shortcuts: false, textSize: 'large' };
    expect(readPreferences(JSON.stringify(kept))).toEqual(kept);
  });

  it.each([null, '', 'not json', '7', '{"theme":"pink","density":3,"shortcuts":"yes","textSize":9}'])(
    'are as usual when %s is kept',
    (text) => {
      expect(readPreferences(text)).toEqual(USUAL);
    },
  );
});

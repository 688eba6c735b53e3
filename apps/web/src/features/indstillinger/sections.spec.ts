import { describe, expect, it } from '@jest/globals';
import { fromPlainText } from '../../../../../libs/domain/text/index.js';
import { sectionsFromElsewhere, sectionsToWrite } from './sections.js';

const indstilling = {
  template: 'briefing' as const,
  sections: { attachments: [], introduction: [], statement: [], effect: fromPlainText('Flere kommer.') },
};

describe('the sections of an indstilling that is written', () => {
  it('are those it has, in the order of the template', () => {
    expect(sectionsToWrite(indstilling, [])).toEqual(['introduction', 'statement', 'attachments']);
  });

  it('are those too that it had when its page was opened, where the template has them', () => {
    const opened = ['further-process', 'resources', 'statement'];
    expect(sectionsToWrite(indstilling, opened)).toEqual([
      ...['introduction', 'statement', 'further-process', 'attachments'],
    ]);
  });

  it('from elsewhere are those that the template does not have', () => {
    expect(sectionsFromElsewhere(indstilling)).toEqual(['effect']);
  });
});

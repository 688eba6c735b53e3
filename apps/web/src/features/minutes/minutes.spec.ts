import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../../../../../libs/domain/decision/index.js';
import type { RichText } from '../../../../../libs/domain/text/index.js';
import { NOTHING_DECIDED, asProposed, chooseOutcome, chooseTarget, outcomesFor } from './outcomes.js';
import { isFormatted, saysTheSame, textToType, typedText } from '../../lib/typed-text.js';

const targets = {
  bodyName: (id: string | null) => (id === 'b' ? 'Byrådet' : null),
  meetingDate: (id: string | null) => (id === 'm' ? '2026-03-24' : null),
};

describe('choosing an outcome', () => {
  it('writes its usual phrase where nothing is written', () => {
    expect(chooseOutcome(NOTHING_DECIDED, 'approved', targets)).toMatchObject({
      ...{ outcome: 'approved', text: 'Godkendt.' },
    });
  });

  it('writes another phrase over the one it wrote before', () => {
    const before = { ...NOTHING_DECIDED, outcome: 'approved' as const, text: 'Godkendt.\n' };
    expect(chooseOutcome(before, 'nothing', targets).text).toBe('Intet til referatet.');
  });

  it('leaves a text that somebody has written', () => {
    const before = { ...NOTHING_DECIDED, outcome: 'approved' as const, text: 'Godkendt med tak.' };
    expect(chooseOutcome(before, 'nothing', targets)).not.toHaveProperty('text');
  });

  it('lets go of where another outcome sent the point, and names where this one sends it', () => {
    const before = { ...NOTHING_DECIDED, outcome: 'deferred' as const, targetMeetingId: 'm', text: 'Udsat.' };
    const next = chooseOutcome(before, 'referred', targets);
    expect(next).toMatchObject({ targetMeetingId: null, referredBodyId: null });
    const referred = { ...NOTHING_DECIDED, outcome: 'referred' as const, text: 'Oversendes.' };
    expect(chooseTarget(referred, { referredBodyId: 'b' }, targets)).toEqual({
      ...{ referredBodyId: 'b', text: 'Oversendes til Byrådet.' },
    });
  });

  it('writes what is proposed over nothing and over a phrase, and is not offered over words of somebody', () => {
    const text: RichText = [
      {
        type: 'numbered-list',
        items: [{ content: [{ text: 'Godkendes.' }] }, { content: [{ text: 'Drøftes.' }] }],
      },
    ];
    const proposal = { pointType: 'decision' as const, outcome: 'approved' as const, text: [...text] };
    const proposed = { ...NOTHING_DECIDED, outcome: 'approved', text: '1. Godkendes.\n2. Drøftes.' };
    const deferred = {
      outcome: 'deferred' as const,
      text: 'Udsat.',
      targetMeetingId: 'x',
      referredBodyId: null,
    };
    expect(asProposed(NOTHING_DECIDED, proposal, targets)).toEqual(proposed);
    expect(asProposed(deferred, proposal, targets)).toEqual(proposed);
    expect(asProposed({ ...deferred, text: 'Udsat igen.' }, proposal, targets)).toBeNull();
    expect(asProposed({ ...NOTHING_DECIDED, text: proposed.text }, proposal, targets)).toBeNull();
    expect(asProposed(NOTHING_DECIDED, null, targets)).toBeNull();
  });

  it('offers every outcome once, and the chosen one always', () => {
    for (const type of [
      'decision',
      'discussion',
      'information',
      'written-information',
      'standing',
    ] as const) {
      const { all } = outcomesFor(type, null);
      expect([...all].sort()).toEqual(OUTCOMES.map(({ code }) => code).sort());
      expect(outcomesFor(type, 'rejected').usual).toContain('rejected');
    }
  });
});

describe('a text that is typed over', () => {
  const table = {
    type: 'table',
    header: false,
    rows: [[{ content: [{ text: 'a' }] }, { content: [{ text: 'b' }] }]],
  } as const;
  const text: RichText = [
    { type: 'paragraph', content: [{ text: 'Vigtigt', bold: true }] },
    { type: 'numbered-list', items: [{ content: [{ text: 'et' }] }, { content: [{ text: 'to' }] }] },
    table,
    { type: 'paragraph', content: [{ text: 'Til sidst.' }] },
  ];

  it('is the same text when nothing was changed', () => {
    expect(typedText(textToType(text), text)).toEqual(text);
  });

  it('keeps what stands as it was, and is plain where it was changed', () => {
    const typed = typedText(textToType(text).replace('Til sidst.', 'Til allersidst.'), text);
    expect(typed.slice(0, 3)).toEqual(text.slice(0, 3));
    expect(typed[3]).toEqual({ type: 'paragraph', content: [{ text: 'Til allersidst.' }] });
    expect(typedText(textToType(text).replace('Vigtigt', 'Vigtig'), text)[0]).toEqual({
      ...{ type: 'paragraph', content: [{ text: 'Vigtig' }] },
    });
  });

  it('says the same with a blank line at its end', () => {
    expect(saysTheSame('Godkendt.\n\n', 'Godkendt.')).toBe(true);
    expect(saysTheSame('- a\n- b', '• a\n• b')).toBe(true);
    expect(saysTheSame('Godkendt', 'Godkendt.')).toBe(false);
  });

  it('has formatting to lose only where it has any', () => {
    expect(isFormatted(text)).toBe(true);
    expect(isFormatted([table])).toBe(true);
    expect(isFormatted(typedText('Godkendt.\n\n- a\n- b', []))).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Grant, Role } from '../rights/index.js';
import { calendarText, factsFor, nextTryAfter, noticeText, recipientsOf } from './index.js';
import type { NoticeKind, RecipientFacts, RecipientPerson } from './index.js';

const grant = (role: Role, named: Partial<Grant> = {}): Grant => ({
  ...{ role, bodyId: null, unitId: null, pointId: null },
  ...named,
});
const ofBody = (role: Role): Grant => grant(role, { bodyId: 'b' });
const person = (
  name: string,
  grants: readonly Grant[],
  more: Partial<RecipientPerson> = {},
): RecipientPerson => ({
  ...{ id: name, name, address: `${name.toLowerCase()}@example.dk`, active: true, grants },
  ...more,
});
const rule = (people: readonly RecipientPerson[], more: Partial<RecipientFacts> = {}) =>
  recipientsOf({ body: { id: 'b', visibility: 'open' }, people, participants: [], points: ['p'], ...more });
const told = (people: readonly RecipientPerson[], more: Partial<RecipientFacts> = {}): string[] =>
  rule(people, more).recipients.map(
    ({ name, group, seesClosed }) => `${name} ${group}${seesClosed ? ' closed' : ''}`,
  );

describe('who an agenda is sent to', () => {
  it.each<[string, Grant, string[]]>([
    ['the rådmand', ofBody('raadmand'), ['Ida member closed']],
    ['the chair', ofBody('chair'), ['Ida member closed']],
    ['a member', ofBody('member'), ['Ida member closed']],
    ['a reader', ofBody('reader'), ['Ida reader']],
    ['a guest of one of its points', grant('guest', { pointId: 'p' }), ['Ida guest']],
    ['not a guest of a point elsewhere', grant('guest', { pointId: 'q' }), []],
    ['not a member of another body', grant('member', { bodyId: 'c' }), []],
    ['not a reader of another body', grant('reader', { bodyId: 'c' }), []],
    ['not a director', grant('director'), []],
    ['not the secretariat', ofBody('secretariat'), []],
    ['not an administrator', grant('administrator'), []],
    ['not a leader', grant('leader', { unitId: 'u' }), []],
  ])('%s', (_, held, expected) => {
    expect(told([person('Ida', [held])])).toEqual(expected);
  });

  it.each<[string, readonly Grant[], string[]]>([
    ['a director', [grant('director')], ['Ida participant closed']],
    ['the secretariat', [ofBody('secretariat')], ['Ida participant closed']],
    ['staff, who see what is open', [grant('staff', { unitId: 'u' })], ['Ida participant']],
    ['a guest', [grant('guest', { pointId: 'p' })], ['Ida participant']],
    ['a member, who stays one', [ofBody('member')], ['Ida member closed']],
    ['a reader', [ofBody('reader')], ['Ida participant']],
  ])('who is named in the meeting: %s', (_, held, expected) => {
    expect(told([person('Ida', held)], { participants: ['Ida'] })).toEqual(expected);
  });

  it('who is named but may not read it is told of and not sent it', () => {
    const { recipients, findings } = rule([person('Ida', [])], { participants: ['Ida'] });
    expect(recipients).toEqual([]);
    expect(findings).toMatchObject([
      { code: 'participant-without-access', at: 'participants.Ida', personId: 'Ida', name: 'Ida' },
    ]);
  });

  it('a closed body has no readers; its members and guests stay', () => {
    const people = [
      person('Bo', [ofBody('reader')]),
      person('Ida', [ofBody('member')]),
      person('Eva', [grant('guest', { pointId: 'p' })]),
    ];
    const closed = { body: { id: 'b', visibility: 'closed' as const } };
    expect(told(people, closed)).toEqual(['Ida member closed', 'Eva guest']);
    expect(told([person('Bo', [ofBody('reader')])], { ...closed, participants: ['Bo'] })).toEqual([]);
  });

  it('whoever has left is none, and needs no address', () => {
    const { recipients, findings } = rule([
      person('Ida', [ofBody('member')], { active: false, address: null }),
    ]);
    expect([recipients, findings]).toEqual([[], []]);
  });

  it.each([null, '', '  '])('whoever has the address %j is named', (address) => {
    const { recipients, findings } = rule([person('Ida', [ofBody('member')], { address })]);
    expect(recipients).toMatchObject([{ personId: 'Ida', address: null }]);
    expect(findings).toMatchObject([
      { code: 'recipient-without-address', at: 'recipients.Ida', name: 'Ida' },
    ]);
  });

  it('each stands once, by group and in Danish order', () => {
    const people = [
      person('Åse', [ofBody('member')]),
      person('Zenia', [ofBody('member'), ofBody('reader')]),
      person('Bo', [ofBody('reader')]),
      person('Aase', [grant('guest', { pointId: 'p' })]),
    ];
    expect(told(people)).toEqual(['Zenia member closed', 'Åse member closed', 'Bo reader', 'Aase guest']);
  });

  it('says what each is a guest of', () => {
    const [first] = rule(
      [person('Ida', [grant('guest', { pointId: 'q' }), grant('guest', { pointId: 'p' })])],
      {
        points: ['p', 'q', 'r'],
      },
    ).recipients;
    expect(first?.guestOf).toEqual(['p', 'q']);
  });
});

describe('the mail about a meeting', () => {
  const facts = {
    ...{ bodyName: 'Rådmandsmøde', date: '2026-11-24', start: '09:00', end: '09:30' },
    place: 'Jægergården, 3. sal',
  };
  const none = { reason: null, message: null };
  const mail = (kind: NoticeKind, more: Partial<typeof facts> = {}, words: object = {}) =>
    noticeText(kind, { ...facts, ...more }, { ...none, ...words }, 'https://d.example.dk/meetings/1');

  it('says what, when, where, and where to read it', () => {
    expect(mail('first')).toEqual({
      subject: 'Dagsorden: Rådmandsmøde tirsdag den 24. november 2026',
      text: [
        'Dagsordenen er udsendt til mødet: Rådmandsmøde.',
        '',
        'Tid: tirsdag den 24. november 2026 kl.\u00a09.00–9.30',
        'Sted: Jægergården, 3. sal',
        '',
        'Læs dagsordenen (du skal logge ind):',
        'https://d.example.dk/meetings/1',
        '',
      ].join('\n'),
    });
  });

  it.each<[NoticeKind, string, string]>([
    ['correction', 'Rettet dagsorden: ', 'Dagsordenen er rettet og udsendt igen til mødet: Rådmandsmøde.'],
    ['update', 'Ændret møde: ', 'Mødets tid eller sted er ændret: Rådmandsmøde.'],
    ['cancellation', 'Aflyst: ', 'Mødet er aflyst: Rådmandsmøde.'],
    ['dropped', 'Udgår af din kalender: ', 'Du modtager ikke længere dagsordenen til mødet: Rådmandsmøde.'],
  ])('of a %s begins with it', (kind, subject, opening) => {
    expect(mail(kind).subject).toMatch(`${subject}Rådmandsmøde`);
    expect(mail(kind).text.split('\n')[0]).toBe(opening);
  });

  it.each<[NoticeKind, string, string]>([
    ['first', 'Du er inviteret som gæst til et punkt på mødet: Rådmandsmøde.', 'Se mødet'],
    ['correction', 'Dagsordenen er rettet og udsendt igen til mødet: Rådmandsmøde.', 'Se mødet'],
    ['update', 'Mødets tid eller sted er ændret: Rådmandsmøde.', 'Se mødet'],
    ['cancellation', 'Mødet er aflyst: Rådmandsmøde.', 'Mødet fjernes'],
    ['dropped', 'Du er ikke længere gæst på mødet: Rådmandsmøde.', 'Mødet fjernes'],
  ])('tells the guest of one point of a %s, and their own time alone', (kind, opening, closing) => {
    const own = factsFor(facts, { start: '09:10', end: '09:25' });
    const { text } = noticeText(kind, own, none, 'https://d.example.dk/meetings/1');
    expect(text.split('\n')[0]).toBe(opening);
    expect(text).toContain(
      '\n\nDin tid: tirsdag den 24. november 2026 kl.\u00a09.10–9.25\nSted: Jægergården',
    );
    expect(text).toContain(`\n\n${closing}`);
    expect(text).not.toMatch(/9\.00|9\.30|Læs dagsordenen/);
    expect(calendarText(own, 'x')).toEqual({
      ...{ summary: 'Rådmandsmøde (gæst på et punkt)', description: 'Mødet: x' },
    });
    expect(factsFor(facts, null)).toBe(facts);
  });

  it('calls the meeting what it is called in a calendar too, whatever its body is', () => {
    const of = { ...facts, bodyName: 'Børneudvalget' };
    expect(mail('cancellation', of).subject).toBe('Aflyst: Børneudvalgsmøde tirsdag den 24. november 2026');
    expect(mail('cancellation', of).text).toMatch(/^Mødet er aflyst: Børneudvalgsmøde\.\n/);
    expect(calendarText(of, 'x').summary).toBe('Børneudvalgsmøde');
  });

  it('leaves out what is not known', () => {
    expect(noticeText('first', { ...facts, end: null, place: null }, none, 'x').text).toContain(
      'Tid: tirsdag den 24. november 2026 kl.\u00a09.00\n\n',
    );
    expect(noticeText('first', { ...facts, start: null }, none, 'x').text).toContain(
      'Tid: tirsdag den 24. november 2026\n',
    );
  });

  it('carries the reason and the message of the sender', () => {
    const { text } = mail(
      'correction',
      {},
      { reason: 'Punkt 3 er udsat', message: 'Bemærk lokalet.\nVi ses.' },
    );
    expect(text).toContain('\n\nRettet: Punkt 3 er udsat\n\n');
    expect(text).toContain('\n\nBesked fra sekretariatet:\nBemærk lokalet.\nVi ses.\n\n');
  });
});

describe('another try', () => {
  it('waits twice as long each time, and no longer than a quarter of an hour', () => {
    expect([1, 2, 3, 6, 7, 15].map(nextTryAfter)).toEqual([15, 30, 60, 480, 900, 900]);
  });
});

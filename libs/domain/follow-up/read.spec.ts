import { describe, expect, it } from '@jest/globals';
import { readFollowUps } from './index.js';
import type { FollowUpReading } from './index.js';

const context = { meetingDate: '2026-03-10', nextMeetingDate: '2026-03-24' };
const read = (text: string): FollowUpReading[] => readFollowUps(text, context);
const responsibles = (text: string): (string | null)[] => read(text).map(({ responsible }) => responsible);

describe('A follow-up is', () => {
  it.each<[string, string, string | null]>([
    ['a subject and a present', 'Kirsten køber gaver til de frivillige.', 'Kirsten'],
    ['a unit and a present', 'ABC kortlægger behovet for boliger.', 'ABC'],
    ['a role and a present', 'Sekretariatet indhenter tilbud på nye borde.', 'Sekretariatet'],
    ['two who act together', 'Kirsten og ABC samler spørgsmålene i et brev.', 'Kirsten og ABC'],
    ['"vi" and a present', 'Vi laver en plakat.', 'Vi'],
    ['a present of more than one word', 'ABC tager kontakt til naboerne.', 'ABC'],
    ['somebody who comes back to it', 'ABC vender tilbage med et bud.', 'ABC'],
    ['"skal" and an infinitive', 'ABC skal skaffe en vært til festen.', 'ABC'],
    ['"skal" without a subject', 'Skal ifølge kontrakten opsiges inden 1. juli.', null],
    ['"vil" and an infinitive', 'Afdelingen vil gennemgå listen i uge 20.', 'Afdelingen'],
    ['"bliver" and a participle', 'Listen bliver ajourført af Kirsten.', 'Kirsten'],
    ['"må" and a passive', 'Der må findes en løsning.', null],
    ['what was agreed', 'Det blev aftalt, at ABC bestiller bussen.', 'ABC'],
    ['what was decided as an infinitive', 'Rådet besluttede at invitere naboerne.', 'Rådet'],
    ['what there was agreement on', 'Der var enighed om, at der laves en folder.', null],
    ['what stands after "Aftale:"', 'Aftale: Kirsten skriver til avisen.', 'Kirsten'],
    ['an infinitive after a name', 'Kassereren: Hente penge i banken', 'Kassereren'],
    ['holding the thread', 'Kirsten er tovholder på udflugten.', 'Kirsten'],
    ['a passive without anybody', 'Brevet sendes rundt til alle.', null],
    ['a passive after "der"', 'Desuden indkaldes der til et fællesmøde.', null],
    ['a passive with "af"', 'Skabet tømmes af Kirsten og ABC.', 'Kirsten og ABC'],
    ['inverted', 'Det undersøger Kirsten.', 'Kirsten'],
    ['inverted after a time', 'Inden fredag maler Kirsten døren.', 'Kirsten'],
    [
      'in the second clause beside an outcome',
      'Taget til efterretning, og det blev besluttet, at ABC skal veje sækkene.',
      'ABC',
    ],
    ['in the present after a past', 'Udvalget læste klagen og besvarer den.', 'Udvalget'],
    [
      'a wish that the body agrees to',
      'Kirsten ønsker, at der bygges et skur, hvilket rådet var enigt i.',
      null,
    ],
    ['a request put to somebody', 'Alle afdelinger blev opfordret til at melde tal ind.', 'Alle afdelinger'],
    ['a request of the body to somebody', 'Udvalget beder ABC om at beregne prisen.', 'ABC'],
    ['a request made by the body', 'Der ønskes en redegørelse for lejen inden budgetmødet.', null],
    ['a routine begun here', 'Fremover sender sekretariatet en liste efter hvert møde.', 'sekretariatet'],
    ['a theme moved on the aarshjul', 'Temaet om byggeri rykkes til september.', null],
    ['a dropped -r in the present', 'Forvaltningen belyse sagen på næste møde.', 'Forvaltningen'],
    ['after a relative clause', 'Rådet, der kender huset, finder et lokale.', 'Rådet'],
    ['after the topic and a dash', 'Kaffemaskinen – Kirsten indhenter priser.', 'Kirsten'],
    [
      'going on after a coming day',
      'Mødet er rykket til den 4. maj 2026, hvor Kirsten og ABC udvælger forslag.',
      'Kirsten og ABC',
    ],
    ['the answer to a question', 'Hvem henter nøglen? Det gør Kirsten.', 'Kirsten'],
    [
      'what somebody else hands over',
      'Rådet får en oversigt over ventetiden fra jobcentret (Bo).',
      'jobcentret (Bo)',
    ],
    ['an unknown verb after initials', 'ABC hidser gryderne op ved køkkenet.', 'ABC'],
    ['being somewhere with a purpose', 'Redaktionen mødes 14/4 for at vælge billeder.', 'Redaktionen'],
  ])('%s', (_, text, responsible) => {
    expect(responsibles(text)).toEqual([responsible]);
  });
});

describe('A follow-up is not', () => {
  it.each([
    ['a past', 'Direktøren fortalte om turen.'],
    ['a perfect', 'ABC har kontaktet naboerne.'],
    ['a perfect in the passive', 'Brevet er afsendt.'],
    ['a pluperfect', 'Kirsten havde ringet inden mødet.'],
    ['waiting', 'ABC afventer svar fra banken.'],
    ['a promise to somebody', 'Beboerne er lovet nye vinduer.'],
    ["one person's wish", 'Kirsten ønsker flere bænke.'],
    ['a wish in the past', 'Rådmanden efterlyste flere tal.'],
    ['a proposal', 'Kirsten foreslog, at ABC laver en film.'],
    ['an offer', 'Kirsten vil gerne hjælpe i køkkenet.'],
    ['a recommendation', 'Chefgruppen indstiller, at puljen deles.'],
    ['somebody coming back to work', 'Kirsten vender tilbage efter barsel den 1. juni.'],
    ['a job to be filled', 'Der ansættes en ny leder i maj.'],
    ['a programme', 'ABC samler op, og der er kaffe (10 min.)'],
    ['somebody who sits in', 'Under punktet deltager lederen af huset.'],
    ['a heading', 'Opfølgning på temadagen'],
    ['the schedule', 'Der holdes sommerfest den 12. juni.'],
    ['a referral', 'Sagen oversendes til Økonomiudvalget.'],
    ['a deferral', 'Udsat til næste møde.'],
    ['a point moved about', 'Punkt 7 behandles før punkt 5.'],
    ['a correction of the minutes', 'Datoen rettes. Referatet er herefter godkendt.'],
    ['an outcome', 'Indstillingen tiltrådt.'],
    ['a rule that stands', 'Senest otte dage før mødet sender sekretæren dagsordenen.'],
    ['how things are done anyway', 'Sekretariatet sender altid en kvittering.'],
    ['a routine', 'Fraværet opgøres hver måned.'],
    ['a condition', 'Hvis forslaget vedtages, vil ABC købe en bus.'],
    ['a condition without "hvis"', 'Bliver forslaget vedtaget, vil ABC købe en bus.'],
    ['a condition after it', 'Kirsten køber bussen, hvis der er penge.'],
    ['what was once agreed', 'Det blev dengang aftalt, at ABC skulle købe en bus.'],
    ['what others plan', 'Ministeriet vil udsende nye regler.'],
    ['a possibility', 'Rådet kan arbejde videre med ideerne.'],
    ['a vague intention', 'Rådet vil arbejde for bedre vilkår.'],
    ['an effect', 'Ordningen giver de unge bedre muligheder.'],
    ['something decided some day', 'Det vil blive afgjort efter valget.'],
    ['a question', 'Kan ABC købe en bus?'],
    ['an indirect question', 'Det blev drøftet, om ABC skal købe en bus.'],
    ['an announcement', 'Formanden meddelte, at punkt 6 udgår.'],
    ['an admonition', 'Det understreges, at døren skal låses.'],
    ['the purpose of a point', 'Udvalget orienteres om reglerne.'],
    ['an expectation', 'Rådet går ud fra, at ABC køber en bus.'],
    ['an annex', 'Vedlagt er svarene fra sidste møde.'],
    ['a telling in the present', 'ABC oplyser, at lokalet er udlejet.'],
    ['a thing that does something', 'Rapporten belyser ventetiden.'],
    ['denied', 'ABC følger ikke op på sagen.'],
    ['agreed not to be', 'Det blev aftalt ikke at gøre mere ved sagen.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('What belongs together', () => {
  it('makes one follow-up of a sentence and its "X følger op."', () => {
    const [one, ...more] = read('Der blev spurgt til prisen på nye lamper. ABC følger op.');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      responsible: 'ABC',
      action: 'Der blev spurgt til prisen på nye lamper',
      sentence: 'Der blev spurgt til prisen på nye lamper. ABC følger op.',
    });
  });

  it('makes one follow-up of a task and the same hand following it up', () => {
    expect(read('ABC vejer sækkene inden for 14 dage. ABC følger op.')).toEqual([
      {
        responsible: 'ABC',
        action: 'vejer sækkene inden for 14 dage',
        sentence: 'ABC vejer sækkene inden for 14 dage. ABC følger op.',
        raisedBy: null,
        due: { text: 'inden for 14 dage', date: '2026-03-24', kind: 'firm' },
      },
    ]);
  });

  it('takes the last initials for responsible and the first for who raised it', () => {
    const text = 'KLX - Emnet om lys skal på årshjulet. Kunne være den 5. maj. ABC følger op.';
    expect(read(text)).toMatchObject([
      {
        responsible: 'ABC',
        raisedBy: 'KLX',
        due: { text: 'den 5. maj', date: '2026-05-05', kind: 'proposed' },
      },
    ]);
    expect(readFollowUps(text, { meetingDate: null, nextMeetingDate: null })).toMatchObject([
      { responsible: 'ABC', raisedBy: 'KLX', due: { text: 'den 5. maj', date: null, kind: 'proposed' } },
    ]);
  });

  it('does not take a receiver for responsible', () => {
    expect(responsibles('Det blev aftalt, at direktionen skal have et notat. ABC følger op.')).toEqual([
      'ABC',
    ]);
    expect(responsibles('Udvalget skal have et notat inden 1. juni.')).toEqual([null]);
  });

  it('gives the thread to the one who is named its tovholder', () => {
    expect(responsibles('Vi nedsætter en gruppe om haven. Kirsten er tovholder.')).toEqual(['Kirsten']);
  });

  it('finds two follow-ups where two are given something to do', () => {
    expect(responsibles('Kirsten køber maling. Bo lejer en stige.')).toEqual(['Kirsten', 'Bo']);
    expect(responsibles('Kirsten køber maling, og Bo lejer en stige.')).toEqual(['Kirsten', 'Bo']);
  });

  it('keeps paragraphs apart', () => {
    expect(responsibles('Godkendt.\n\nKirsten køber maling.\n\nTaget til efterretning.')).toEqual([
      'Kirsten',
    ]);
  });

  it('says what is to be done in the words of the minutes, without who does it', () => {
    expect(read('Derudover maler Bo døren.')[0]?.action).toBe('Derudover maler Bo døren');
    expect(read('Bo maler døren i uge 14.')[0]?.action).toBe('maler døren i uge 14');
  });

  it('counts a time only where it is the time of the task', () => {
    expect(read('ABC undersøger, om huset kan stå færdigt den 1. juni.')[0]?.due.kind).toBe('none');
    expect(read('Når tallene foreligger, sender ABC dem rundt.')[0]?.due).toEqual({
      text: 'Når tallene foreligger',
      date: null,
      kind: 'event',
    });
  });
});

describe('Text out of PDF', () => {
  it('is read through wrapping, hyphenation and page stamps', () => {
    const text =
      'Lyset i gangen er i stykker. Ejen-\ndomskontoret\nPunkt 3, Bilag 2: Tegning over\nbelysningen\nfølger\nop.';
    expect(responsibles(text)).toEqual(['Ejendomskontoret']);
  });

  it('is read in bullets', () => {
    expect(responsibles('• Kirsten køber maling\n• Bo lejer en stige\n• Godkendt')).toEqual([
      'Kirsten',
      'Bo',
    ]);
  });
});

import { fromPlainText } from '../../libs/domain/text/index.js';
import type { RichText } from '../../libs/domain/text/index.js';
import type {
  AgendaSource,
  AgendaSourcePoint,
  IndstillingSource,
  Letterhead,
  MinutesSource,
  MinutesSourcePoint,
  SourceAttachment,
  SourceDecision,
  SourceMeeting,
} from '../../libs/domain/document/index.js';
import { point } from './agenda.js';

/** Invented documents of the kinds the product makes; nobody in them exists. */

export const text = (plain: string): RichText => fromPlainText(plain);

export const letterhead: Letterhead = {
  unit: 'Kultur og Fællesskab',
  lines: [
    'Sekretariatet',
    'Lerbæk Kommune',
    '',
    'SEK Møder og Ledelse',
    'Bytorvet,',
    'Møllestien 12 A',
    '9999 Lerbæk',
  ],
  phones: ['12 34 56 00', '12 34 56 78'],
  emails: ['abko@lerbaek.example', 'dafo@lerbaek.example'],
  caseNumber: 'EMN-2031-000123',
  caseworkers: ['Abelone Korsgaard', 'Dagfinn Foged'],
};

export const meeting: SourceMeeting = {
  title: null,
  extraordinary: false,
  date: '2031-03-12',
  start: '18:15',
  end: '19:45',
  place: 'Rådhuset, lokale 301',
  caseNumber: 'EMN-2031-000123',
  chair: null,
  minuteTaker: null,
  participants: [],
  regrets: [],
};

export function attachments(...titles: string[]): SourceAttachment[] {
  return titles.map((title, position) => ({ title, position, visibility: 'open' }));
}

export function agendaPoint(
  id: string,
  position: number,
  facts: Partial<AgendaSourcePoint> = {},
): AgendaSourcePoint {
  return {
    ...point(id, position),
    purpose: [],
    attending: null,
    guests: [],
    method: null,
    responsible: null,
    lateReason: null,
    proposedDecision: [],
    attachments: [],
    ...facts,
  };
}

export const withTable: RichText = [
  ...text('Udvalget orienteres om de seneste nøgletal. Tallene viser, at:'),
  {
    type: 'bullet-list',
    items: [
      {
        content: [
          { text: 'flere børn er begyndt på musikskolen, og at ' },
          { text: 'ventelisten', bold: true },
          { text: ' er blevet kortere,' },
        ],
      },
      { content: [{ text: 'bibliotekerne har fået flere besøg i weekenderne.' }] },
    ],
  },
  {
    type: 'table',
    header: true,
    rows: [
      [{ content: [{ text: 'Område' }] }, { content: [{ text: '2029' }] }, { content: [{ text: '2030' }] }],
      [
        { content: [{ text: 'Musikskolen' }] },
        { content: [{ text: '1.204' }] },
        { content: [{ text: '1.377' }] },
      ],
      [
        { content: [{ text: 'Bibliotekerne' }] },
        { content: [{ text: '86.400' }] },
        { content: [{ text: '91.250' }] },
      ],
    ],
  },
  { type: 'heading', level: 2, content: [{ text: 'Hvad der sker nu' }] },
  {
    type: 'numbered-list',
    items: [
      { content: [{ text: 'Tallene sendes i høring.' }] },
      {
        content: [
          { text: 'Sagen forelægges byrådet, se ' },
          { text: 'høringssiden', link: 'https://lerbaek.example/hoering?a=1&b=2' },
          { text: '.' },
        ],
      },
    ],
  },
];

const LONG_TITLE =
  'Byrådshenvist sag: Plan for udbygning af musikskolens lokaler og fællesfaciliteter i de nordlige og østlige bydele 2031–2040';

/** A committee agenda in the full form, with sub-points, closed points, a late and a withdrawn point. */
export const udvalgAgenda: AgendaSource = {
  letterhead,
  documentDate: '2031-03-06',
  body: { name: 'Kultur- og Fritidsudvalget', visibility: 'open', policy: 'separate-series', form: 'full' },
  meeting,
  state: 'sent',
  version: 2,
  points: [
    agendaPoint('a', 1, {
      title: 'Godkendelse af dagsorden',
      minutes: 3,
      frozenNumber: '1',
      purpose: text('Dagsordenen for mødet i Kultur- og Fritidsudvalget godkendes.'),
      responsible: 'Abelone Korsgaard',
      attachments: attachments('Dagsorden til mødet i Kultur- og Fritidsudvalget den 12. marts 2031'),
    }),
    agendaPoint('b', 2, {
      title: LONG_TITLE,
      minutes: 20,
      frozenNumber: '2',
      purpose: text(
        'Byrådet henviste på sit møde den 26. februar 2031 sagen til yderligere behandling i udvalget.\n\nUdvalget skal tage stilling til rækkefølgen af de fire etaper og til, hvordan brugerne inddrages undervejs.',
      ),
      attending: 'afdelingsleder Ebbe Fuglsang og projektleder Gudrun Holt',
      method: 'Drøftelse, hvorefter der skal konkluderes på sagen',
      responsible: 'Ingolf Juelsgaard',
      attachments: [
        ...attachments(
          'Indstilling',
          'Bilag 1: Udfoldet tidsplan for etaperne',
          'Svar på spørgsmål fra byrådets behandling',
        ),
        { title: 'Ejendomsvurdering KLAUSUL', position: 0, visibility: 'closed' },
      ],
    }),
    agendaPoint('c', 3, {
      title: 'Nøgletal for kultur og fritid',
      minutes: 15,
      frozenNumber: '3',
      purpose: withTable,
      method: 'Mundtlig orientering',
      responsible: 'Ingolf Juelsgaard',
    }),
    agendaPoint('d', 4, { title: 'Orienteringspunkter', frozenNumber: '4' }),
    agendaPoint('d1', 1, {
      parentId: 'd',
      title: 'Eventuel orientering',
      minutes: 5,
      frozenNumber: '4A',
      purpose: text('.'),
      method: 'Mundtlig orientering',
    }),
    agendaPoint('d2', 2, {
      parentId: 'd',
      title: 'Skriftlig opfølgning på seneste møde',
      type: 'written-information',
      frozenNumber: '4B',
      purpose: text(
        'Såfremt der er spørgsmål til den skriftlige redegørelse, kan disse stilles under dette punkt.',
      ),
      attachments: attachments('Opfølgende notat'),
    }),
    agendaPoint('e', 5, {
      title: 'Besøg på Lerbæk Museum',
      minutes: 10,
      state: 'withdrawn',
      frozenNumber: '5',
    }),
    agendaPoint('f', 6, {
      title: 'Ny formand for brugerrådet',
      minutes: 5,
      lateReason: 'Valget blev først holdt efter udsendelsen.',
      responsible: 'Dagfinn Foged',
    }),
    agendaPoint('x', 7, {
      title: 'Køb af ejendommen HEMMELIGHOLM',
      minutes: 10,
      visibility: 'closed',
      frozenNumber: '1',
      purpose: text('FORTIETFORMÅL for udvalget.'),
      responsible: 'Ingolf Juelsgaard',
      attachments: attachments('Købsaftale SKJULTBILAG'),
    }),
  ],
};

export function decision(plain: string, facts: Partial<SourceDecision> = {}): SourceDecision {
  return {
    outcome: null,
    target: { meetingDate: null, bodyName: null },
    text: text(plain),
    votes: null,
    dissents: [],
    absent: [],
    disqualified: [],
    prevented: [],
    ...facts,
  };
}

export function minutesPoint(
  id: string,
  position: number,
  facts: Partial<MinutesSourcePoint> = {},
): MinutesSourcePoint {
  return { ...point(id, position), lateReason: null, decision: null, ...facts };
}

const raadmandsmoede = {
  name: 'Rådmandsmøde',
  visibility: 'open',
  policy: 'separate-series',
  form: 'short',
} as const;

/** The minutes of a rådmandsmøde in the short form. */
export const raadmandMinutes: MinutesSource = {
  letterhead: null,
  documentDate: '2031-03-13',
  body: raadmandsmoede,
  meeting: {
    ...meeting,
    date: '2031-03-11',
    start: '09:00',
    end: '10:00',
    place: 'Mødelokale 2',
    caseNumber: null,
    chair: 'Kaja Lind',
    minuteTaker: 'Dagfinn Foged',
    participants: ['Kaja Lind', 'Ingolf Juelsgaard', 'Abelone Korsgaard'],
    regrets: ['Mogens Nygaard'],
  },
  state: 'approved',
  points: [
    minutesPoint('a', 1, { title: 'Dagsorden', decision: decision('Godkendt.') }),
    minutesPoint('b', 2, { title: 'Referat', decision: decision('.', { outcome: 'approved' }) }),
    minutesPoint('c', 3, {
      title: 'Mål for kulturområdet i budget 2032',
      minutes: 10,
      decision: decision(
        'Indstillingen blev godkendt.\n\nRådmanden efterspurgte flere tilbud til unge. MUS undersøger mulighederne.',
        {
          votes: { for: 4, against: 1, blank: 1 },
          dissents: [
            { kind: 'minority-opinion', by: 'Mogens Nygaard', text: text('Målene er ikke ambitiøse nok.') },
          ],
          disqualified: ['Kaja Lind'],
        },
      ),
    }),
    minutesPoint('d', 4, { title: 'Orientering fra magistraten', minutes: 5, decision: decision('.') }),
    minutesPoint('e', 5, {
      title: 'Bordet rundt',
      minutes: 5,
      decision: decision('Mødekredsen orienterede om aktuelle sager og opgaver.'),
    }),
    minutesPoint('x', 6, {
      title: 'Ansættelse af HEMMELIGCHEF',
      minutes: 10,
      visibility: 'closed',
      decision: decision('FORTIETBESLUTNING blev truffet.'),
    }),
  ],
  followUps: [
    {
      pointId: 'c',
      responsible: 'MUS',
      action: 'undersøger mulighederne for flere tilbud til unge.',
      due: { kind: 'firm', text: 'den 2. april', date: '2031-04-02' },
      state: 'confirmed',
    },
    {
      pointId: 'e',
      responsible: null,
      action: 'Oversigten over sommerens arrangementer udsendes.',
      due: { kind: 'none', text: null, date: null },
      state: 'issued',
    },
    {
      pointId: 'x',
      responsible: 'SEK',
      action: 'SKJULTOPGAVE sættes i gang',
      due: { kind: 'none', text: null, date: null },
      state: 'issued',
    },
    {
      pointId: 'c',
      responsible: 'SEK',
      action: 'FORESLÅETOPGAVE',
      due: { kind: 'none', text: null, date: null },
      state: 'suggested',
    },
  ],
  additions: [
    {
      date: '2031-03-20',
      by: 'Abelone Korsgaard',
      text: text('Under punkt 3 rettes "tilbud" til "fritidstilbud".'),
      pointId: 'c',
      visibility: 'open',
    },
    {
      date: '2031-03-21',
      by: 'Abelone Korsgaard',
      text: text('FORTIETRETTELSE'),
      pointId: 'x',
      visibility: 'closed',
    },
  ],
};

const FILLER =
  'Forvaltningen har i løbet af vinteren gennemgået tilbuddene sammen med foreningerne, og erfaringerne viser, at de fleste deltagere bliver længere, når tilbuddene ligger tæt på skolen og har faste voksne. ';

/** An indstilling of two pages. */
export const indstilling: IndstillingSource = {
  letterhead: null,
  title: 'Mål for kulturområdet i budget 2032',
  visibility: 'open',
  isDraft: false,
  bodyName: 'Rådmandsmøde',
  meetingDate: '2031-03-11',
  minutes: 10,
  caseNumber: null,
  unit: 'Plan og Økonomi',
  month: '[Februar 2031]',
  author: { name: 'Gudrun Holt', phone: '12 34 56 90', email: 'guho@lerbaek.example' },
  sections: [
    { key: 'introduction', heading: 'Indledning', text: text(FILLER.repeat(2)) },
    {
      key: 'recommendation',
      heading: 'Indstilling',
      text: [
        ...text('Det indstilles,'),
        {
          type: 'numbered-list',
          items: [
            { content: [{ text: 'at rådmanden godkender de tre mål for kulturområdet, og' }] },
            { content: [{ text: 'at målene forelægges udvalget i april 2031.' }] },
          ],
        },
      ],
    },
    {
      key: 'statement',
      heading: 'Sagsfremstilling',
      text: [
        ...text(FILLER.repeat(5)),
        { type: 'heading', level: 1, content: [{ text: 'Forslag til ny formulering' }] },
        ...text(FILLER.repeat(4)),
        ...withTable.slice(0, 3),
        ...text(FILLER.repeat(5)),
      ],
    },
    { key: 'resources', heading: 'Ressourcer', text: text('-') },
    {
      key: 'communication',
      heading: 'Kommunikation',
      text: text('Målene indgår i byrådets budgetredegørelse.'),
    },
    { key: 'further-process', heading: 'Videre proces', text: text(FILLER) },
    { key: 'coordinated-with', heading: 'Koordineret med', text: text('-') },
    { key: 'attachments', heading: 'Bilag', text: [] },
  ],
  attachments: attachments('Bilag 1: Nuværende og nye mål', 'Sammenhæng mellem mål og rammer', 'Målhierarki'),
};

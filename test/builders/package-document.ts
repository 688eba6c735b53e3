import type { PackageDocument, PackagePoint } from '../../libs/domain/imports/package-document.js';

/** A point of an imported package with nothing but a number; the tests say what matters to them. */
export function packagePoint(number: string, facts: Partial<PackagePoint> = {}): PackagePoint {
  return {
    number,
    title: `Punkt ${number}`,
    durationMinutes: null,
    timeFrom: null,
    timeTo: null,
    purpose: null,
    method: null,
    responsible: null,
    attending: null,
    attachments: [],
    visibility: 'open',
    decision: null,
    ...facts,
  };
}

/** An imported agenda of an invented committee without points. */
export function packageDocument(facts: Partial<PackageDocument>): PackageDocument {
  return {
    kind: 'agenda',
    lines: { from: 1, to: 2 },
    documentDate: '2031-03-06',
    letterhead: { unit: null, lines: [], phones: [], emails: [], caseworkers: [] },
    meeting: {
      body: 'Kulturudvalget',
      date: '2031-03-12',
      start: '18:15',
      end: '19:45',
      place: 'Lokale 301',
      caseNumber: null,
      participants: [],
    },
    points: [],
    indstilling: null,
    followUps: [],
    warnings: [],
    ...facts,
  };
}

import type { BodyView, ChangeBody } from '../../../../../../libs/contracts/organisation.js';
import { LANDING_RULES, USUAL_LANDING } from '../../../../../../libs/domain/agenda/index.js';
import { printClock, readClockTime } from '../../../../../../libs/domain/calendar/index.js';
import { TEMPLATE_KEYS } from '../../../../../../libs/domain/indstilling/sections.js';
import type { TemplateKey } from '../../../../../../libs/domain/indstilling/sections.js';
import { STEP_KINDS } from '../../../../../../libs/domain/indstilling/steps.js';
import { DEADLINE_KINDS } from '../../../../../../libs/domain/meeting/deadlines.js';
import type { DeadlineKind } from '../../../../../../libs/domain/meeting/deadlines.js';
import { textOrNull } from '../../../lib/form.js';
import type { Faults, Fields } from '../../../lib/form.js';
import { da } from '../../../texts/da.js';
import { templates } from '../../../texts/templates.js';

const text = da.admin.bodies;

export const KINDS = ['raadmandsmoede', 'udvalg', 'raad', 'direktion', 'magistrat', 'byraad'] as const;

export const BODY_LABELS = {
  name: text.name,
  kind: text.kind,
  visibility: text.visibility,
  secretariatId: text.secretariat,
  numbering: text.numbering,
  agendaForm: text.form,
  steps: text.steps,
  templates: templates.offered,
  firstTemplate: templates.proposed,
  start: text.start,
  end: text.end,
  landing: templates.landing,
  place: text.place,
  caseNumber: text.caseNumber,
  indstillingerDays: `${text.deadline.indstillinger}, ${text.daysBefore}`,
  indstillingerTime: `${text.deadline.indstillinger}, ${text.clock}`,
  materialDays: `${text.deadline.material}, ${text.daysBefore}`,
  materialTime: `${text.deadline.material}, ${text.clock}`,
  agendaDays: `${text.deadline.agenda}, ${text.daysBefore}`,
  agendaTime: `${text.deadline.agenda}, ${text.clock}`,
} as const;
export type BodyField = keyof typeof BODY_LABELS;

const DEADLINE_FIELDS: Readonly<Record<DeadlineKind, { days: BodyField; time: BodyField }>> = {
  indstillinger: { days: 'indstillingerDays', time: 'indstillingerTime' },
  material: { days: 'materialDays', time: 'materialTime' },
  agenda: { days: 'agendaDays', time: 'agendaTime' },
};

/** The fields that hold a deadline: hverdage before the meeting, and the time of day. */
export function deadlineFields(deadline: DeadlineKind): {
  readonly days: BodyField;
  readonly time: BodyField;
} {
  return DEADLINE_FIELDS[deadline];
}

export function bodyFields(body: BodyView | null): Fields<BodyField> {
  const settings = body?.settings;
  const days = (deadline: DeadlineKind): string =>
    String(settings?.deadlines[deadline]?.workingDaysBefore ?? '');
  const time = (deadline: DeadlineKind): string => clock(settings?.deadlines[deadline]?.time ?? null);
  return {
    name: body?.name ?? '',
    kind: body?.kind ?? 'udvalg',
    visibility: body?.visibility ?? 'open',
    secretariatId: body?.secretariatId ?? '',
    numbering: settings?.numbering ?? 'separate-series',
    agendaForm: settings?.agendaForm ?? 'full',
    steps: (settings?.approvalSteps ?? STEP_KINDS).join('\n'),
    templates: (settings?.templates ?? TEMPLATE_KEYS).join('\n'),
    firstTemplate: settings?.templates[0] ?? TEMPLATE_KEYS[0],
    start: clock(settings?.start ?? '09:00'),
    end: clock(settings?.end ?? null),
    landing: settings?.landing ?? USUAL_LANDING,
    place: settings?.place ?? '',
    caseNumber: settings?.caseNumber ?? '',
    indstillingerDays: days('indstillinger'),
    indstillingerTime: time('indstillinger'),
    materialDays: days('material'),
    materialTime: time('material'),
    agendaDays: days('agenda'),
    agendaTime: time('agenda'),
  };
}

function clock(time: string | null): string {
  return time === null ? '' : printClock(time);
}

export function bodyFaults(fields: Fields<BodyField>): Faults<BodyField> {
  const { fault } = da.admin;
  const faults: Partial<Record<BodyField, string>> = {};
  if (fields.name.trim() === '') faults.name = fault.required(BODY_LABELS.name);
  if (stepsIn(fields).length === 0) faults.steps = fault.steps;
  if (templatesIn(fields).length === 0) faults.templates = templates.noneOffered;
  if (readClockTime(fields.start) === null) faults.start = fault.time(BODY_LABELS.start);
  if (fields.end.trim() !== '' && readClockTime(fields.end) === null)
    faults.end = fault.time(BODY_LABELS.end);
  for (const deadline of DEADLINE_KINDS) {
    const { days, time } = DEADLINE_FIELDS[deadline];
    if (fields[days].trim() === '' && fields[time].trim() === '') continue;
    if (!isWholeUpTo60(fields[days])) faults[days] = fault.whole(BODY_LABELS[days]);
    if (readClockTime(fields[time]) === null) faults[time] = fault.time(BODY_LABELS[time]);
  }
  return faults;
}

function isWholeUpTo60(written: string): boolean {
  return /^\d{1,2}$/.test(written.trim()) && Number(written) <= 60;
}

/** What is sent when the fields have no faults. */
export function bodyRequest(
  fields: Fields<BodyField>,
): ChangeBody & { name: string; kind: BodyView['kind'] } {
  const deadlines: NonNullable<ChangeBody['settings']>['deadlines'] = {};
  for (const deadline of DEADLINE_KINDS) {
    const { days, time } = DEADLINE_FIELDS[deadline];
    const at = readClockTime(fields[time]);
    if (at !== null) deadlines[deadline] = { workingDaysBefore: Number(fields[days]), time: at };
  }
  return {
    name: fields.name.trim(),
    kind: KINDS.find((kind) => kind === fields.kind) ?? 'udvalg',
    visibility: fields.visibility === 'closed' ? 'closed' : 'open',
    secretariatId: textOrNull(fields.secretariatId),
    settings: {
      numbering: fields.numbering === 'one-series' ? 'one-series' : 'separate-series',
      agendaForm: fields.agendaForm === 'short' ? 'short' : 'full',
      approvalSteps: [...stepsIn(fields)],
      templates: [...templatesIn(fields)],
      deadlines,
      start: readClockTime(fields.start) ?? '09:00',
      end: readClockTime(fields.end),
      landing: LANDING_RULES.find((rule) => rule === fields.landing) ?? USUAL_LANDING,
      place: textOrNull(fields.place),
      caseNumber: textOrNull(fields.caseNumber),
    },
  };
}

/** The templates that are chosen, the one that is proposed first; where that is none of them, the first of them is. */
export function templatesIn(
  fields: Pick<Fields<BodyField>, 'templates' | 'firstTemplate'>,
): readonly TemplateKey[] {
  const chosen = fields.templates.split('\n');
  const all = TEMPLATE_KEYS.filter((key) => chosen.includes(key));
  return [
    ...all.filter((key) => key === fields.firstTemplate),
    ...all.filter((key) => key !== fields.firstTemplate),
  ];
}

/** The approval steps that are chosen, in the order they are taken. */
export function stepsIn({ steps }: Pick<Fields<BodyField>, 'steps'>): readonly (typeof STEP_KINDS)[number][] {
  const chosen = steps.split('\n');
  return STEP_KINDS.filter((step) => chosen.includes(step));
}

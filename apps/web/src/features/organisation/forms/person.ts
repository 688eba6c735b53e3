import type { ChangePerson, PersonView } from '../../../../../../libs/contracts/organisation.js';
import { linesOf, textOrNull } from '../../../lib/form.js';
import type { Faults, Fields } from '../../../lib/form.js';
import { da } from '../../../texts/da.js';
import { isEmail } from './unit.js';

const text = da.admin.users;

export const PERSON_LABELS = {
  name: text.name,
  initials: text.initials,
  title: text.jobTitle,
  phone: text.phone,
  email: text.email,
  unitId: text.unit,
  aliases: text.aliases,
  active: text.active,
} as const;
export type PersonField = keyof typeof PERSON_LABELS;

export function personFields(person: PersonView | null): Fields<PersonField> {
  return {
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    title: person?.title ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    unitId: person?.unitId ?? '',
    aliases: person?.aliases.join('\n') ?? '',
    active: (person?.active ?? true) ? 'yes' : '',
  };
}

export function personFaults({ name, email }: Fields<PersonField>): Faults<PersonField> {
  const { fault } = da.admin;
  return {
    ...(name.trim() === '' ? { name: fault.required(PERSON_LABELS.name) } : {}),
    ...(email.trim() === '' || isEmail(email.trim()) ? {} : { email: fault.email }),
  };
}

export function personRequest(fields: Fields<PersonField>): Required<ChangePerson> {
  return {
    name: fields.name.trim(),
    initials: textOrNull(fields.initials),
    title: textOrNull(fields.title),
    phone: textOrNull(fields.phone),
    email: textOrNull(fields.email),
    unitId: textOrNull(fields.unitId),
    aliases: linesOf(fields.aliases),
    active: fields.active === 'yes',
  };
}

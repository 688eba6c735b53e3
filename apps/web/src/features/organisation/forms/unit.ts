import type { ChangeUnit, UnitView } from '../../../../../../libs/contracts/organisation.js';
import { linesOf, textOrNull } from '../../../lib/form.js';
import type { Faults, Fields } from '../../../lib/form.js';
import { da } from '../../../texts/da.js';

const text = da.admin.units;

export const UNIT_LABELS = {
  code: text.code,
  name: text.name,
  aliases: text.aliases,
  department: text.department,
  lines: text.lines,
  phones: text.phones,
  emails: text.emails,
} as const;
export type UnitField = keyof typeof UNIT_LABELS;

export function unitFields(unit: UnitView | null): Fields<UnitField> {
  const letterhead = unit?.letterhead;
  return {
    code: unit?.code ?? '',
    name: unit?.name ?? '',
    aliases: unit?.aliases.join('\n') ?? '',
    department: letterhead?.department ?? '',
    lines: letterhead?.lines.join('\n') ?? '',
    phones: letterhead?.phones.join('\n') ?? '',
    emails: letterhead?.emails.join('\n') ?? '',
  };
}

export function unitFaults({ code, name, emails }: Fields<UnitField>): Faults<UnitField> {
  const { fault } = da.admin;
  return {
    ...(code.trim() === '' ? { code: fault.required(UNIT_LABELS.code) } : {}),
    ...(name.trim() === '' ? { name: fault.required(UNIT_LABELS.name) } : {}),
    ...(linesOf(emails).every(isEmail) ? {} : { emails: fault.email }),
  };
}

export function unitRequest(fields: Fields<UnitField>): Required<ChangeUnit> {
  return {
    code: fields.code.trim(),
    name: fields.name.trim(),
    aliases: linesOf(fields.aliases),
    letterhead: {
      department: textOrNull(fields.department),
      lines: linesOf(fields.lines),
      phones: linesOf(fields.phones),
      emails: linesOf(fields.emails),
    },
  };
}

/** Whether a text looks like an e-mail address; the api has the last word. */
export function isEmail(address: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address);
}

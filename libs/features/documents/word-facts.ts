import type { EntityManager } from 'typeorm';
import { changeIndstilling } from '../../contracts/indstillinger.js';
import type { ChangeIndstilling } from '../../contracts/indstillinger.js';
import type { WordFact, WordFactName } from '../../contracts/word-readings.js';
import { MONTHS, printMonth } from '../../domain/calendar/index.js';
import type { IndstillingPaper, PaperFacts } from '../../domain/document/index.js';
import { PersonRow, UnitRow } from '../organisation/index.js';
import type { IndstillingRow } from '../indstillinger/index.js';

/** A fact of a file beside that of the indstilling, and what is changed where it is taken over; null where it cannot be. */
export interface FactBeside {
  readonly fact: WordFact;
  readonly change: ChangeIndstilling | null;
}

/** What a file says of an indstilling beside its sections, each with what the indstilling says now. */
export async function factsBeside(
  tx: EntityManager,
  row: IndstillingRow,
  { title, facts }: IndstillingPaper,
): Promise<readonly FactBeside[]> {
  const { minutes, caseNumber, month, unit, meeting } = facts;
  const monthNow = row.month === null ? null : printMonth(row.month);
  const inMinutes = (count: number | null): string | null => (count === null ? null : `${count} min.`);
  return [
    ...said('title', title, row.title, { title: title ?? '' }),
    ...said('minutes', inMinutes(minutes), inMinutes(row.minutes), { minutes }),
    ...said('caseNumber', caseNumber, row.caseNumber, { caseNumber }),
    ...said('month', month, monthNow, { month: month === null ? null : monthNamed(month) }),
    ...(unit === null ? [] : await unitBeside(tx, row, unit)),
    ...(await authorBeside(tx, row, facts)),
    ...said('meeting', meeting, null, null),
  ];
}

function said(
  name: WordFactName | 'meeting',
  paper: string | null,
  now: string | null,
  change: ChangeIndstilling | null,
): readonly FactBeside[] {
  if (paper === null) return [];
  const same = now !== null && even(now) === even(paper);
  const given = change === null ? null : (changeIndstilling.safeParse(change).data ?? null);
  const takeable = !same && given !== null;
  return [{ fact: { name, now, paper, same, takeable }, change: takeable ? given : null }];
}

const even = (text: string): string => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('da-DK');

/** A month as the product keeps it: `November 2024` as `2024-11`, other words as they are. */
function monthNamed(text: string): string {
  const [, name = '', year = ''] = /^(\p{L}+)\s+(\d{4})$/u.exec(text) ?? [];
  const at = MONTHS.findIndex((month) => month === name.toLowerCase());
  return at < 0 ? text : `${year}-${String(at + 1).padStart(2, '0')}`;
}

async function unitBeside(
  tx: EntityManager,
  { unitId, unitName }: IndstillingRow,
  paper: string,
): Promise<readonly FactBeside[]> {
  const units = await tx.find(UnitRow);
  const named = units.filter(({ name, code, aliases }) =>
    [name, code, ...aliases].some((one) => even(one) === even(paper)),
  );
  const [unit, ...others] = named;
  const now = units.find(({ id }) => id === unitId)?.name ?? unitName;
  const known = unit !== undefined && others.length === 0 ? unit : null;
  const [found] = said('unit', paper, now, known && { unitId: known.id });
  if (!found) return [];
  const same = found.fact.same || (known !== null && known.id === unitId);
  return [same ? { fact: { ...found.fact, same, takeable: false }, change: null } : found];
}

/**
 * The sagsbehandler of a file: a person the product knows where the address or the name is one person's, else in words. Who
 * is the same person already stays one: their telephone and address are kept with the person.
 */
async function authorBeside(
  tx: EntityManager,
  { authorId, author }: IndstillingRow,
  { name, phone, email }: PaperFacts,
): Promise<readonly FactBeside[]> {
  if (name === null && phone === null && email === null) return [];
  const merged = { name: name ?? author.name, phone: phone ?? author.phone, email: email ?? author.email };
  const person = await personNamed(tx, name, email);
  const isSame =
    authorId !== null && (person?.id === authorId || even(name ?? '') === even(author.name ?? ''));
  const now = inWords(author) || null;
  const paper = isSame ? (now ?? '') : inWords(person ?? merged);
  return said('author', paper, now, { author: person ? { personId: person.id } : merged });
}

const inWords = ({ name, phone, email }: Pick<PaperFacts, 'name' | 'phone' | 'email'>): string =>
  [name, phone, email].filter((one) => one !== null && one !== '').join(', ');

async function personNamed(
  tx: EntityManager,
  name: string | null,
  email: string | null,
): Promise<PersonRow | null> {
  const by = async (column: 'name' | 'email', value: string | null): Promise<PersonRow | null> => {
    if (value === null) return null;
    const found = await tx
      .createQueryBuilder(PersonRow, 'person')
      .where(`lower(person.${column}) = lower(:value)`, { value })
      .take(2)
      .getMany();
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return (await by('email', email)) ?? (await by('name', name));
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyView } from '../../contracts/organisation.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import { BodiesService } from '../organisation/index.js';

type BodyKind = BodyView['kind'];

/** The first that fits decides; the words stand in the names of Danish municipal bodies. */
const KINDS: readonly (readonly [RegExp, BodyKind])[] = [
  [/rådmand/i, 'raadmandsmoede'],
  [/byråd/i, 'byraad'],
  [/magistrat/i, 'magistrat'],
  [/direktion/i, 'direktion'],
  [/udvalg/i, 'udvalg'],
];

/** The kind of body that a name tells of; anything else counts as a råd. */
export function bodyKindOf(name: string): BodyKind {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'raad';
}

/** The id of the body of a name, whatever its capitals; null when there is none. */
export async function bodyNamed(tx: EntityManager, name: string): Promise<string | null> {
  const [known] = await tx.query<{ id: string }[]>('SELECT id FROM body WHERE lower(name) = lower($1)', [
    name,
  ]);
  return known?.id ?? null;
}

/** Finds the bodies that packages name, and makes those that are new. */
@Injectable()
export class KnownBodies {
  constructor(private readonly bodies: BodiesService) {}

  /** The id of the body of a name, whatever its capitals; a new one gets the settings of its kind. */
  async idOf(
    tx: EntityManager,
    context: RequestContext,
    name: string,
    agendaForm: BodyView['settings']['agendaForm'],
  ): Promise<string> {
    const known = await bodyNamed(tx, name);
    if (known !== null) return known;
    const kind = bodyKindOf(name);
    const made = await this.bodies.create(context, {
      ...{ name, kind, secretariatId: null, visibility: 'open', settings: { agendaForm } },
    });
    return made.id;
  }
}

import type { INestApplicationContext } from '@nestjs/common';
import { createPerson } from '../../../libs/contracts/organisation.js';
import { createMembership } from '../../../libs/contracts/rights.js';
import { IdentitiesService, MembershipsService } from '../../../libs/features/identity/index.js';
import { PeopleService } from '../../../libs/features/organisation/index.js';
import { Transactions } from '../../../libs/platform/database/transactions.js';
import { ProblemError } from '../../../libs/platform/http/problem-error.js';
import { internalContext, within } from '../../../libs/platform/http/request-context.js';
import type { RequestContext } from '../../../libs/platform/http/request-context.js';
import {
  EXIT,
  RefusalError,
  UsageError,
  requiredOption,
  takesNoPositionals,
  textOption,
} from '../command.js';
import type { Command } from '../command.js';
import { withServices } from '../operator.js';
import { withDatabase } from '../with-database.js';

/** Whom to let in, and as what. */
interface Admission {
  readonly issuer: string;
  readonly subject: string;
  /** A person who is there already, by id, or a new one, by name. */
  readonly who: { readonly id: string } | { readonly name: string };
  readonly administrator: boolean;
}

export const command: Command = {
  help: `
Usage: dagsorden admit --subject SUBJECT (--person ID | --name NAME) [--issuer ISSUER] [--administrator] [--json]

Lets somebody sign in whom the identity provider knows as SUBJECT: a person who is there, or a new one. ISSUER is that of
OIDC_ISSUER when left out. With --administrator they may give everybody else their roles: this is how the first one of an
installation gets in. With --json it prints {"personId":"..."}.`,
  options: {
    subject: { type: 'string' },
    issuer: { type: 'string' },
    person: { type: 'string' },
    name: { type: 'string' },
    administrator: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (args, around) => {
    takesNoPositionals(args);
    const subject = requiredOption(args, 'subject');
    const [person, name] = [textOption(args, 'person'), textOption(args, 'name')];
    const administrator = args.values.administrator === true;
    const personId = await withDatabase(around, { create: false }, (connected) => {
      const issuer = textOption(args, 'issuer') ?? connected.config.access.provider?.issuer;
      if (issuer === undefined) throw new UsageError('--issuer is missing, and OIDC_ISSUER is not set.');
      const admission = { issuer, subject, who: whoIs(person, name), administrator };
      return withServices(connected, (services) => admit(services, admission).catch(inWords));
    });
    await around.out(args.values.json === true ? `${JSON.stringify({ personId })}\n` : `${personId}\n`);
    return EXIT.fine;
  },
};

function whoIs(id: string | undefined, name: string | undefined): Admission['who'] {
  if (id !== undefined && name === undefined) return { id };
  if (name !== undefined && id === undefined) return { name };
  throw new UsageError('Either --person or --name says who it is.');
}

function admit(services: INestApplicationContext, admission: Admission): Promise<string> {
  const context = internalContext();
  return services.get(Transactions).run(context, async (tx) => {
    const inside = within(context, tx);
    const personId = await personOf(services, inside, admission.who);
    await services.get(IdentitiesService).link(inside, personId, admission);
    if (admission.administrator) {
      const membership = createMembership.parse({ personId, role: 'administrator' });
      await services.get(MembershipsService).create(inside, membership);
    }
    return personId;
  });
}

async function personOf(
  services: INestApplicationContext,
  context: RequestContext,
  who: Admission['who'],
): Promise<string> {
  const people = services.get(PeopleService);
  if ('name' in who) return (await people.create(context, createPerson.parse({ name: who.name }))).id;
  return (await people.get(context, who.id)).id;
}

function inWords(error: unknown): never {
  throw error instanceof ProblemError ? new RefusalError(error.detail) : error;
}

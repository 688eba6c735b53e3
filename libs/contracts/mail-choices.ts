import { z } from 'zod';
import { MAIL_PACES } from '../domain/indstilling/index.js';
import { version } from './common.js';

const choices = {
  /** About indstillinger that come to somebody, or back to them. */
  indstillinger: z.enum(MAIL_PACES),
};

export const changeMailChoices = z.strictObject(choices).partial();
export type ChangeMailChoices = z.infer<typeof changeMailChoices>;

/** How often somebody is sent which mails; nobody else sees it. */
export const mailChoices = z.object({ ...choices, version }).meta({ id: 'MailChoices' });
export type MailChoicesView = z.infer<typeof mailChoices>;

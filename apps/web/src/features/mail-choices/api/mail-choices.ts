import { queryOptions } from '@tanstack/react-query';
import type { MailChoicesView } from '../../../../../../libs/contracts/mail-choices.js';
import { api } from '../../../lib/api/client.js';

/** How often one is sent which mails. */
export function mailChoicesQuery() {
  return queryOptions({
    queryKey: ['mail-choices'],
    queryFn: ({ signal }) => api.get<MailChoicesView>('mail-choices', {}, signal),
  });
}

export function changeMailChoices(
  { version }: Pick<MailChoicesView, 'version'>,
  indstillinger: MailChoicesView['indstillinger'],
): Promise<MailChoicesView> {
  return api.patch<MailChoicesView>('mail-choices', { version, body: { indstillinger } });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailChoicesView } from '../../../../../../libs/contracts/mail-choices.js';
import { MAIL_PACES } from '../../../../../../libs/domain/indstilling/index.js';
import { Choices } from '../../../components/ui/field.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { tellDone } from '../../../lib/undo.js';
import { mailChoices as text } from '../../../texts/mail-choices.js';
import { changeMailChoices, mailChoicesQuery } from '../api/mail-choices.js';

type Pace = MailChoicesView['indstillinger'];

/** How often one is sent mails about indstillinger; it counts at once, and can be taken back. */
export function MailChoices() {
  const query = useQuery(mailChoicesQuery());
  const { choose, chosen, error } = useChoice();
  return (
    <Section title={text.title}>
      <p className="hint">{text.hint}</p>
      <Loaded what={text.these} query={query} rows={3}>
        {(now) => (
          <Choices
            name="indstilling-mails"
            legend={text.legend}
            value={chosen ?? now.indstillinger}
            choices={MAIL_PACES.map((value) => ({ value, text: text.paces[value] }))}
            onChoose={(pace) => choose(now, pace)}
          />
        )}
      </Loaded>
      <Refusal error={error} />
    </Section>
  );
}

function useChoice() {
  const client = useQueryClient();
  const { queryKey } = mailChoicesQuery();
  const save = async (before: MailChoicesView, pace: Pace): Promise<MailChoicesView> => {
    const after = await changeMailChoices(before, pace);
    client.setQueryData(queryKey, after);
    return after;
  };
  const change = useMutation({
    mutationFn: ({ before, pace }: { readonly before: MailChoicesView; readonly pace: Pace }) =>
      save(before, pace),
    onSuccess: (after, { before }) =>
      tellDone({
        text: text.done[after.indstillinger],
        takeBack: async () => {
          await save(after, before.indstillinger);
        },
      }),
    // Another tab may have chosen: what counts now is shown.
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return {
    choose: (before: MailChoicesView, pace: Pace) => change.mutate({ before, pace }),
    chosen: change.isPending ? change.variables.pace : undefined,
    error: change.error,
  };
}

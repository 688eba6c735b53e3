import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpinionView } from '../../../../../../libs/contracts/opinions.js';
import type { OpinionAnswer } from '../../../../../../libs/domain/indstilling/index.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField, TextArea } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { tellDone } from '../../../lib/undo.js';
import { opinions as text } from '../../../texts/opinions.js';
import { answerOpinion } from '../api/opinions.js';

const ANSWERS: readonly OpinionAnswer[] = ['agrees', 'remarks'];

/** The answer of a unit that is asked; remarks are written. */
export function AnswerOpinion({ opinion }: { readonly opinion: OpinionView }) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<OpinionAnswer>('agrees');
  const [written, setWritten] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const words = written.trim();
  const send = useMutation({
    mutationFn: () => answerOpinion(opinion, { answer, text: words === '' ? null : words }),
    onSuccess: () => tellDone({ text: text.sent, takeBack: null }),
    onSettled: () => client.invalidateQueries({ queryKey: ['indstillinger'] }),
  });
  const name = `opinion-text-${opinion.id}`;
  const submit = (): void => {
    const isMissing = answer === 'remarks' && words === '';
    setFault(isMissing ? text.fault.text : null);
    if (isMissing) return document.getElementById(name)?.focus();
    send.mutate();
  };
  return (
    <form
      noValidate
      aria-label={text.answerFor(opinion.unitName)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) submit();
      }}
    >
      <SelectField
        name={`opinion-answer-${opinion.id}`}
        label={text.answer}
        value={answer}
        onChange={({ target }) => setAnswer(target.value === 'remarks' ? 'remarks' : 'agrees')}
      >
        {ANSWERS.map((each) => (
          <option key={each} value={each}>
            {text.state[each]}
          </option>
        ))}
      </SelectField>
      <TextArea
        {...{ name, fault, label: text.text, optional: answer === 'agrees', rows: 4, maxLength: 4000 }}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Refusal error={send.error} />
      <Button type="submit" busy={send.isPending}>
        {text.send}
      </Button>
    </form>
  );
}

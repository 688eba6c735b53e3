import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { ComponentProps, FormEvent } from 'react';
import type { BodyView, UnitView } from '../../../../../libs/contracts/organisation.js';
import { TEMPLATE_KEYS } from '../../../../../libs/domain/indstilling/index.js';
import { Button } from '../../components/ui/button.js';
import { Empty } from '../../components/ui/empty.js';
import { FaultSummary } from '../../components/ui/fault-summary.js';
import { SelectField, TextField } from '../../components/ui/field.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Loading } from '../../components/ui/loading.js';
import { Page } from '../../components/ui/page.js';
import { Refusal } from '../../components/ui/problem-panel.js';
import { createIndstilling } from '../../features/indstillinger/api/indstilling.js';
import { bodiesQuery, unitsQuery } from '../../features/organisation/api/lists.js';
import { indstilling } from '../../texts/indstilling.js';
import { useSession } from '../session/session.js';

const text = indstilling.new;
const BeginWithWord = lazy(() => import('../indstilling/begin-with-word.js'));

/** Begins an indstilling: its title is all that must be written before its page opens. */
export default function NewIndstillingPage() {
  const { abilities, viewAs } = useSession();
  const bodies = useQuery(bodiesQuery);
  const units = useQuery(unitsQuery);
  const [faults, setFaults] = useState(0);
  const mayMake = abilities.createIndstilling === true && viewAs === null;
  return (
    <Page
      title={text.title}
      faults={faults}
      breadcrumb={<Link to="/indstillinger">{indstilling.title}</Link>}
    >
      {mayMake ? (
        <Loaded what={text.title} query={bodies}>
          {(loaded) => (
            <Loaded what={text.title} query={units}>
              {(all) => <NewIndstilling bodies={loaded} units={all} onFaults={setFaults} />}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <Empty>{text.notYours}</Empty>
      )}
    </Page>
  );
}

interface NewProps {
  readonly bodies: readonly BodyView[];
  readonly units: readonly UnitView[];
  /** Tells how many faults the form had when it was tried. */
  readonly onFaults: (count: number) => void;
}

function NewIndstilling({ bodies, units, onFaults }: NewProps) {
  const { person, roles } = useSession();
  const runs = roles.some(({ role }) => role === 'secretariat');
  const own = units.filter(({ id }) => runs || roles.some(({ unitId }) => unitId === id));
  const [fields, setFields] = useState({
    title: '',
    bodyId: (bodies.find(({ kind }) => kind === 'raadmandsmoede') ?? bodies[0])?.id ?? '',
    template: '',
    unitId: (own.find(({ id }) => roles.some(({ unitId }) => unitId === id)) ?? own[0])?.id ?? '',
  });
  const [tries, setTries] = useState(0);
  const offered = bodies.find(({ id }) => id === fields.bodyId)?.settings.templates ?? TEMPLATE_KEYS;
  // What another body offers is no choice here; nothing chosen is what this one proposes.
  const template = offered.find((key) => key === fields.template) ?? offered[0];
  const making = useMaking();
  const fault = fields.title.trim() === '' ? text.fault.title : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    onFaults(fault === null ? 0 : 1);
    if (fault === null && !making.isPending)
      making.mutate({ ...fields, template, title: fields.title.trim(), author: { personId: person.id } });
  };
  const chosen = (name: 'bodyId' | 'template' | 'unitId', label: string) => ({
    ...{ name, label, value: name === 'template' ? template : fields[name] },
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  });
  return (
    <form noValidate onSubmit={submit} className="new-meeting">
      <FaultSummary faults={tries > 0 && fault !== null ? { title: fault } : {}} tries={tries} />
      <TextField
        name="title"
        label={text.labels.title}
        fault={tries > 0 ? fault : null}
        maxLength={300}
        autoFocus
        value={fields.title}
        onChange={({ target }) => setFields({ ...fields, title: target.value })}
      />
      <Few {...chosen('bodyId', text.labels.body)} choices={bodies} />
      <Few
        {...chosen('template', text.labels.template)}
        choices={offered.map((key) => ({ id: key, name: indstilling.templates[key] }))}
      />
      <Few {...chosen('unitId', text.labels.unit)} choices={own} />
      <Refusal error={making.error} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={making.isPending}>
          {text.make}
        </Button>
      </div>
      <Suspense fallback={<Loading />}>
        <BeginWithWord fields={{ ...fields, template, author: { personId: person.id } }} />
      </Suspense>
    </form>
  );
}

type FewProps = Omit<ComponentProps<typeof SelectField>, 'children'> & {
  readonly choices: readonly { readonly id: string; readonly name: string }[];
};

function Few({ choices, ...field }: FewProps) {
  return (
    <SelectField {...field}>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Makes the indstilling and opens its page. */
function useMaking() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: createIndstilling,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['indstillinger'] });
      await navigate({ to: '/indstillinger/$indstillingId', params: { indstillingId: id } });
    },
  });
}

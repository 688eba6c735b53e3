import { useQuery } from '@tanstack/react-query';
import type { PersonView } from '../../../../../../libs/contracts/organisation.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Section } from '../../../components/ui/section.js';
import { standIns as text } from '../../../texts/stand-ins.js';
import { standInsQuery } from '../api/stand-ins.js';
import { MakeStandIn } from './make-stand-in.js';
import { StandInList } from './stand-ins.js';

interface BodyStandInsProps {
  readonly bodyId: string;
  readonly people: readonly PersonView[];
}

/** Who stands in for the rådmand of a body, and as that only; its secretariat says who. */
export function BodyStandIns({ bodyId, people }: BodyStandInsProps) {
  const standIns = useQuery(standInsQuery());
  return (
    <Section title={text.title}>
      <p className="hint">{text.hintBody}</p>
      <Loaded what={text.these} query={standIns} rows={1}>
        {(all) => <StandInList standIns={all.filter((one) => one.bodyId === bodyId)} mayMake={() => true} />}
      </Loaded>
      <MakeStandIn personId={null} {...{ bodyId, people }} />
    </Section>
  );
}

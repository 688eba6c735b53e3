import { useQuery } from '@tanstack/react-query';
import type { Completeness, IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../../components/ui/loaded.js';
import { Section } from '../../../components/ui/section.js';
import { numberInText } from '../../../lib/formats.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { completenessQuery } from '../api/indstilling.js';
import { sectionName } from '../fields.js';
import { headingOf } from '../headings.js';

const words = text.missing;
type Finding = Completeness['findings'][number];

/** What an indstilling lacks before it can be sent on, each with the way to its place, and what may be thought of too. */
export function Missing({ indstilling }: { readonly indstilling: IndstillingView }) {
  const completeness = useQuery(completenessQuery(indstilling));
  const blocking = completeness.data?.findings.filter(({ blocks }) => blocks) ?? [];
  return (
    <Section title={blocking.length === 0 ? words.title : words.count(blocking.length)}>
      <Loaded what={words.title} query={completeness} rows={3}>
        {({ findings, readability }) => (
          <>
            {blocking.length === 0 ? (
              <p>{words.nothing}</p>
            ) : (
              <Findings findings={blocking} indstilling={indstilling} />
            )}
            {findings.length === blocking.length ? null : (
              <>
                <h3>{words.hints}</h3>
                <Findings findings={findings.filter(({ blocks }) => !blocks)} indstilling={indstilling} />
              </>
            )}
            {readability === null ? null : <p className="meta">{easeOf(readability)}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly indstilling: IndstillingView;
}

function Findings({ findings, indstilling }: FindingsProps) {
  return (
    <ul className="gaps">
      {findings.map((finding, i) => (
        <li key={`${i} ${finding.code}`}>
          <FindingText finding={finding} indstilling={indstilling} />
        </li>
      ))}
    </ul>
  );
}

function FindingText({
  finding,
  indstilling,
}: { readonly finding: Finding } & Pick<FindingsProps, 'indstilling'>) {
  const { code, place, excerpt } = finding;
  const hints: Readonly<Partial<Record<string, string>>> = words.hint;
  const said = `${hints[code] ?? code}${excerpt === null ? '' : `: ${excerpt}`}`;
  if (place === null) return said;
  const isFact = place === 'title' || place === 'minutes';
  const name = isFact ? text.fields[place] : headingOf(indstilling, place);
  return (
    <>
      <a
        href={`#${isFact ? place : sectionName(place)}`}
        onClick={(event) => {
          // A field takes the focus, which a link to it does not give everywhere.
          const field = document.getElementById(isFact ? place : sectionName(place));
          if (field === null) return;
          event.preventDefault();
          field.focus();
        }}
      >
        {name}
      </a>
      : {said}
    </>
  );
}

function easeOf({ words: count, lix, pages }: NonNullable<Completeness['readability']>): string {
  return [
    words.words(numberInText(count)),
    pages === 1 ? words.onePage : words.pages(numberInText(pages)),
    words.lix(numberInText(Math.round(lix))),
  ].join(' · ');
}

import { useState } from 'react';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Button } from '../../../components/ui/button.js';
import { SelectField } from '../../../components/ui/field.js';
import { Refusal } from '../../../components/ui/problem-panel.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { Section } from '../../../components/ui/section.js';
import { desk as text } from '../../../texts/indstilling-desk.js';
import { quoted } from '../../../texts/quoted.js';
import { sectionName } from '../fields.js';
import { headingOf } from '../headings.js';
import { sectionsFromElsewhere, sectionsToWrite } from '../sections.js';
import { useRewriting } from '../use-rewriting.js';

interface OtherSectionsProps {
  readonly indstilling: IndstillingView;
  /** Saves what was typed; false where something could not be. */
  readonly saveAll: () => Promise<boolean>;
}

/** The texts that stand in sections of another template: each is moved to the end of a section of this one, or taken out. */
export function OtherSections({ indstilling, saveAll }: OtherSectionsProps) {
  const keys = sectionsFromElsewhere(indstilling);
  if (keys.length === 0) return null;
  return (
    <Section title={text.others}>
      <p className="hint">{text.othersHint}</p>
      {keys.map((key) => (
        <OtherSection key={key} sectionKey={key} {...{ indstilling, saveAll }} />
      ))}
    </Section>
  );
}

function OtherSection(props: OtherSectionsProps & { readonly sectionKey: string }) {
  const { indstilling, saveAll, sectionKey } = props;
  const own = sectionsToWrite(indstilling, []);
  const [chosen, setChosen] = useState('');
  const to = own.find((key) => key === chosen) ?? own[0] ?? '';
  const rewriting = useRewriting(indstilling, saveAll);
  const heading = quoted(headingOf(indstilling, sectionKey));
  const goOnTo = (id: string) => () => focusOn(id, sectionName(sectionKey));
  const move = (): void =>
    rewriting.mutate({
      told: text.moved(heading, quoted(headingOf(indstilling, to))),
      change: ({ sections }) => ({
        sections: { [sectionKey]: [], [to]: [...(sections[to] ?? []), ...(sections[sectionKey] ?? [])] },
      }),
      then: goOnTo(sectionName(to)),
    });
  const empty = (): void =>
    rewriting.mutate({
      told: text.emptied(heading),
      change: () => ({ sections: { [sectionKey]: [] } }),
      then: goOnTo(WRITTEN),
    });
  return (
    <div className="other-section" id={sectionName(sectionKey)} tabIndex={-1}>
      <h3>{headingOf(indstilling, sectionKey)}</h3>
      <RichText blocks={indstilling.sections[sectionKey] ?? []} />
      <Refusal error={rewriting.error} />
      <SelectField
        name={`move.${sectionKey}`}
        label={text.moveTo(heading)}
        value={to}
        onChange={({ target }) => setChosen(target.value)}
      >
        {own.map((key) => (
          <option key={key} value={key}>
            {headingOf(indstilling, key)}
          </option>
        ))}
      </SelectField>
      <div className="dialog-actions">
        <Button aria-label={text.move(heading)} busy={rewriting.isPending} onClick={move}>
          {text.moveShort}
        </Button>
        <Button look="quiet" aria-label={text.empty(heading)} busy={rewriting.isPending} onClick={empty}>
          {text.emptyShort}
        </Button>
      </div>
    </div>
  );
}

/** The id of what holds all sections that one writes in. */
export const WRITTEN = 'written-sections';

/** What was pressed goes with its section: the focus goes on, unless it is elsewhere by now. */
function focusOn(id: string, gone: string): void {
  const { activeElement } = document;
  const isThere = activeElement !== null && activeElement !== document.body;
  if (isThere && document.getElementById(gone)?.contains(activeElement) !== true) return;
  document.getElementById(id)?.focus();
}

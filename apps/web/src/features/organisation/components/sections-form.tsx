import { useQueryClient } from '@tanstack/react-query';
import type { BodyView } from '../../../../../../libs/contracts/organisation.js';
import { isOptional } from '../../../../../../libs/domain/indstilling/body-templates.js';
import { INDSTILLING_TEMPLATES } from '../../../../../../libs/domain/indstilling/sections.js';
import type { TemplateKey } from '../../../../../../libs/domain/indstilling/sections.js';
import { EditForm } from '../../../components/ui/edit-form.js';
import type { FieldGiven } from '../../../components/ui/edit-form.js';
import { Text, Tick } from '../../../components/ui/form-fields.js';
import type { Done } from '../../../lib/undo.js';
import { bodySections as text } from '../../../texts/body-sections.js';
import { indstilling } from '../../../texts/indstilling.js';
import { bodiesQuery } from '../api/lists.js';
import { saveSections } from '../api/save.js';
import {
  SECTION_LABELS,
  headingField,
  sectionFaults,
  sectionFields,
  sectionInWords,
  sectionsOf,
  useField,
  usualHeading,
} from '../forms/sections.js';
import { currentOf } from './current.js';

interface SectionsFormProps {
  readonly body: BodyView;
  readonly onSaved: (body: BodyView, done: Done) => void;
  readonly onFaults: (count: number) => void;
}

/** What a body calls the sections of the templates that it offers, and which of them it does without. */
export function SectionsForm({ body, onSaved, onFaults }: SectionsFormProps) {
  const client = useQueryClient();
  const { sections, templates } = body.settings;
  const saved = (next: BodyView): void =>
    onSaved(next, {
      text: text.saved(body.name),
      takeBack: async () => {
        await saveSections(body.id, next.version, sections);
        await client.invalidateQueries({ queryKey: bodiesQuery.queryKey });
      },
    });
  return (
    <EditForm
      initial={sectionFields(sections)}
      labels={SECTION_LABELS}
      faultsOf={sectionFaults}
      version={body.version}
      save={(fields, version) => saveSections(body.id, version ?? body.version, sectionsOf(fields))}
      onSaved={saved}
      fieldsIn={(current) =>
        currentOf<BodyView, string>(current, ({ settings }) => sectionFields(settings.sections))
      }
      inWords={sectionInWords}
      onFaults={onFaults}
    >
      {(field) => (
        <>
          <p className="hint deadlines-hint">{text.hint}</p>
          <p className="hint deadlines-hint">{text.off}</p>
          {templates.map((template) => (
            <TemplateSections key={template} {...{ template, field }} />
          ))}
        </>
      )}
    </EditForm>
  );
}

interface TemplateSectionsProps {
  readonly template: TemplateKey;
  readonly field: (name: string) => FieldGiven<string>;
}

function TemplateSections({ template, field }: TemplateSectionsProps) {
  return (
    <fieldset className="choices section-names">
      <legend>{indstilling.templates[template]}</legend>
      {INDSTILLING_TEMPLATES[template].sections.map((section) => {
        const usual = usualHeading(section);
        return (
          <div key={section.key} className="deadline">
            <Text {...field(headingField(template, section.key))} label={text.heading(usual)} />
            {isOptional(section) ? (
              <Tick {...field(useField(template, section.key))} label={text.use(usual)} />
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}

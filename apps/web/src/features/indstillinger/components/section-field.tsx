import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { isDeliberateNone } from '../../../../../../libs/domain/indstilling/index.js';
import { Chip } from '../../../components/ui/chip.js';
import { TextArea } from '../../../components/ui/field.js';
import { useAsTyped } from '../../../lib/autosave/use-as-typed.js';
import { isFormatted } from '../../../lib/typed-text.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { isAllSentences, isSameSection, sectionName } from '../fields.js';
import { headingOf } from '../headings.js';
import { sectionOf } from '../sections.js';
import type { IndstillingSaves } from '../use-indstilling-saves.js';

/** The fewest and the most lines that are shown at once. */
const LINES = { least: 3, most: 30 };

interface SectionFieldProps {
  readonly indstilling: IndstillingView;
  readonly sectionKey: string;
  readonly saves: IndstillingSaves;
}

/** One section that saves itself. */
export function SectionField({ indstilling, sectionKey, saves }: SectionFieldProps) {
  const { template, sections } = indstilling;
  const standing = sections[sectionKey] ?? [];
  const name = sectionName(sectionKey);
  const typed = useAsTyped(saves.fields[name] ?? '', (one, other) =>
    isSameSection(template, sectionKey, [one, other], standing),
  );
  const hint = hintOf(template, sectionKey, standing);
  const lines = Math.ceil(typed.value.length / 90) + typed.value.split('\n').length;
  return (
    <TextArea
      name={name}
      label={headingOf(template, sectionKey)}
      {...(hint === undefined ? {} : { hint })}
      className="section-text"
      readOnly={saves.isGoing}
      rows={Math.min(LINES.most, Math.max(LINES.least, lines))}
      value={typed.value}
      onChange={({ target }) => {
        typed.typed(target.value);
        saves.type({ [name]: target.value });
      }}
      onBlur={() => {
        typed.left();
        void saves.leave();
      }}
    />
  );
}

function hintOf(
  template: IndstillingView['template'],
  key: string,
  standing: IndstillingView['sections'][string],
): string | undefined {
  const section = sectionOf(template, key);
  if (isAllSentences(template, key, standing)) return text.recommendationHint;
  const hints = [
    ...(isFormatted(standing) ? [text.formatted] : []),
    ...(section?.mayBeNone === true ? [text.noneHint] : []),
  ];
  return hints.length === 0 ? undefined : hints.join(' ');
}

/** The sections by name with how far each has come, and the way to it. */
export function SectionList({ indstilling, saves }: Omit<SectionFieldProps, 'sectionKey'>) {
  return (
    <ol className="section-list">
      {Object.keys(indstilling.sections).map((key) => {
        const name = sectionName(key);
        const written = (saves.fields[name] ?? '').trim();
        const mark = written === '' ? 'empty' : isDeliberateNone(written) ? 'none' : 'filled';
        return (
          <li key={key}>
            <a
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(name)?.focus();
              }}
            >
              {headingOf(indstilling.template, key)}
            </a>{' '}
            <Chip tone={mark === 'empty' ? 'warn' : 'neutral'}>{text.marks[mark]}</Chip>
          </li>
        );
      })}
    </ol>
  );
}

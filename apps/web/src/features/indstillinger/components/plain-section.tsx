import { useState } from 'react';
import type { IndstillingView } from '../../../../../../libs/contracts/indstillinger.js';
import { Button } from '../../../components/ui/button.js';
import { TextArea } from '../../../components/ui/field.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { useAsTyped } from '../../../lib/autosave/use-as-typed.js';
import { isFormatted } from '../../../lib/typed-text.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { richText } from '../../../texts/rich-text.js';
import { isAllSentences, isSameSection, sectionName, sectionToType, typedSection } from '../fields.js';
import type { IndstillingSaves } from '../use-indstilling-saves.js';

/** The fewest and the most lines that are shown at once. */
const LINES = { least: 3, most: 30 };

export interface SectionFieldProps {
  readonly indstilling: IndstillingView;
  readonly sectionKey: string;
  readonly saves: IndstillingSaves;
}

interface PlainSectionProps extends SectionFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
}

/**
 * A section where fingers write: browsers on tablets do not get along with editors yet. What has formatting is read until its
 * writer says that they write without; the paragraphs that are left alone keep theirs.
 */
export function PlainSection(props: PlainSectionProps) {
  const { indstilling, sectionKey, saves, label } = props;
  const value = saves.fields[sectionName(sectionKey)] ?? [];
  const [isTyped, setIsTyped] = useState(false);
  const isSentences = isAllSentences(indstilling.template, sectionKey, value);
  const isRead = !isTyped && (isSentences ? hasMarks(value) : isFormatted(value));
  if (!isRead) return <TypedSection {...props} />;
  return (
    <div className="field text-field" id={sectionName(sectionKey)} tabIndex={-1}>
      <p className="text-label">{label}</p>
      <RichText blocks={value} />
      <p className="hint">{richText.plain.formatted}</p>
      <div className="dialog-actions">
        <Button onClick={() => setIsTyped(true)}>{richText.plain.write}</Button>
      </div>
    </div>
  );
}

/** Whether the items themselves have formatting, rather than only being a list. */
const hasMarks = (value: Parameters<typeof isFormatted>[0]): boolean =>
  isFormatted(
    value.map((block) =>
      block.type === 'numbered-list' ? { ...block, type: 'bullet-list' as const } : block,
    ),
  );

function TypedSection({ indstilling, sectionKey, saves, label, hint }: PlainSectionProps) {
  const { template, sections } = indstilling;
  const name = sectionName(sectionKey);
  const standing = sections[sectionKey] ?? [];
  const typed = useAsTyped(sectionToType(template, sectionKey, saves.fields[name] ?? []), (one, other) =>
    isSameSection(template, sectionKey, [one, other], standing),
  );
  const lines = Math.ceil(typed.value.length / 90) + typed.value.split('\n').length;
  const hints = [hint, isAllSentences(template, sectionKey, standing) ? text.recommendationHint : undefined];
  const said = hints.filter((one) => one !== undefined).join(' ');
  return (
    <TextArea
      {...{ name, label }}
      {...(said === '' ? {} : { hint: said })}
      className="section-text"
      readOnly={saves.isGoing}
      rows={Math.min(LINES.most, Math.max(LINES.least, lines))}
      value={typed.value}
      onChange={({ target }) => {
        typed.typed(target.value);
        saves.type({ [name]: typedSection(template, sectionKey, target.value, standing) });
      }}
      onBlur={() => {
        typed.left();
        void saves.leave();
      }}
    />
  );
}

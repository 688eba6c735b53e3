import { Suspense, lazy, useMemo, useState } from 'react';
import { isDeliberateNone } from '../../../../../../libs/domain/indstilling/index.js';
import { isBlank, plainText } from '../../../../../../libs/domain/text/index.js';
import { Chip } from '../../../components/ui/chip.js';
import { RichText } from '../../../components/ui/rich-text.js';
import { useMedia } from '../../../lib/use-media.js';
import { indstilling as text } from '../../../texts/indstilling.js';
import { isAllSentences, leadOf, sectionName } from '../fields.js';
import { headingOf } from '../headings.js';
import { AROUND_SENTENCES, sentencesUnder } from '../recommendation-kind.js';
import { sectionOf } from '../sections.js';
import { PlainSection } from './plain-section.js';
import type { SectionFieldProps } from './plain-section.js';

/** Fetched where it is written in with a mouse and keys. */
const RichTextEditor = lazy(() => import('../../../components/ui/rich-text-editor.js'));

/** One section that saves itself. */
export function SectionField(props: SectionFieldProps) {
  const { indstilling, sectionKey, saves } = props;
  const { template } = indstilling;
  // Who comes here before the editor does is in it when it comes.
  const [isWanted, setIsWanted] = useState(false);
  const isTouch = useMedia('(pointer: coarse)');
  const label = headingOf(indstilling, sectionKey);
  const section = sectionOf(template, sectionKey);
  const hint = section?.mayBeNone === true ? text.noneHint : undefined;
  if (isTouch) return <PlainSection {...{ ...props, label, hint }} />;
  return (
    <Suspense
      fallback={
        <div className="field text-field">
          <p className="text-head text-label">{label}</p>
          <div
            id={sectionName(sectionKey)}
            tabIndex={-1}
            className="rich-text-input"
            onFocus={() => setIsWanted(true)}
          >
            <RichText blocks={saves.fields[sectionName(sectionKey)] ?? []} />
          </div>
        </div>
      }
    >
      <WrittenSection {...{ ...props, label, hint, isWanted }} />
    </Suspense>
  );
}

interface WrittenProps extends SectionFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isWanted: boolean;
}

function WrittenSection(props: WrittenProps) {
  const { sectionKey, saves, label, hint, isWanted } = props;
  const { template } = props.indstilling;
  const name = sectionName(sectionKey);
  const value = saves.fields[name] ?? [];
  const isRecommendation = sectionOf(template, sectionKey)?.kind === 'recommendation';
  const lead = leadOf(template);
  const fits = isAllSentences(template, sectionKey, value);
  // Who has written around the sentences goes on in the same text, although it may be sentences alone for a moment.
  const [isList, setIsList] = useState(fits);
  if (isList && !fits) setIsList(false);
  const kind = useMemo(() => (isList ? sentencesUnder(lead) : AROUND_SENTENCES), [isList, lead]);
  const none = isDeliberateNone(plainText(value)) && hint !== undefined ? text.deliberateNone : '';
  return (
    <RichTextEditor
      key={isList ? 'list' : 'whole'}
      {...{ name, label, hint, value }}
      {...(isRecommendation ? { kind } : {})}
      lead={isList && lead !== '' ? lead : undefined}
      isReadOnly={saves.isGoing}
      takesFocus={isWanted}
      onChange={(written) => saves.type({ [name]: written })}
      onLeave={() => void saves.leave()}
      note={none}
    />
  );
}

interface SectionListProps extends Omit<SectionFieldProps, 'sectionKey'> {
  /** In their order. */
  readonly keys: readonly string[];
}

/** The sections by name with how far each has come, and the way to it. */
export function SectionList({ indstilling, saves, keys }: SectionListProps) {
  return (
    <ol className="section-list">
      {keys.map((key) => {
        const name = sectionName(key);
        const written = saves.fields[name] ?? [];
        const mark = isBlank(written) ? 'empty' : isDeliberateNone(plainText(written)) ? 'none' : 'filled';
        return (
          <li key={key}>
            <a
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(name)?.focus();
              }}
            >
              {headingOf(indstilling, key)}
            </a>{' '}
            <Chip tone={mark === 'empty' ? 'warn' : 'neutral'}>{text.marks[mark]}</Chip>
          </li>
        );
      })}
    </ol>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { addDays } from '../../../../../libs/domain/calendar/index.js';
import { SelectField, TextField } from '../../components/ui/field.js';
import { OtherTab } from '../../components/ui/other-tab.js';
import { SaveStatus } from '../../components/ui/save-status.js';
import { Section } from '../../components/ui/section.js';
import { Missing } from '../../features/indstillinger/components/missing.js';
import { OtherSections, WRITTEN } from '../../features/indstillinger/components/other-sections.js';
import { SectionField, SectionList } from '../../features/indstillinger/components/section-field.js';
import { StepBar } from '../../features/indstillinger/components/step-bar.js';
import { UnsavedIndstilling } from '../../features/indstillinger/components/unsaved-indstilling.js';
import type { Fact } from '../../features/indstillinger/fields.js';
import { sectionsToWrite } from '../../features/indstillinger/sections.js';
import { useIndstillingSaves } from '../../features/indstillinger/use-indstilling-saves.js';
import type { IndstillingSaves } from '../../features/indstillinger/use-indstilling-saves.js';
import { meetingsQuery } from '../../features/meetings/api/meetings.js';
import { useAsTyped } from '../../lib/autosave/use-as-typed.js';
import { todayInDenmark, weekdayInText } from '../../lib/formats.js';
import { useStore } from '../../lib/store.js';
import { useMedia } from '../../lib/use-media.js';
import { useTabLock } from '../../lib/use-tab-lock.js';
import { da } from '../../texts/da.js';
import { indstilling as text } from '../../texts/indstilling.js';
import { richText } from '../../texts/rich-text.js';
import { useNames } from '../names/use-names.js';
import { TemplateChoice } from './template-choice.js';

interface DeskProps {
  readonly indstilling: IndstillingView;
  /** What stands beside the text, whoever looks: above what is missing, and below its facts. */
  readonly first: ReactNode;
  readonly beside: ReactNode;
  readonly around: (parts: { readonly status: ReactNode; readonly children: ReactNode }) => ReactNode;
}

/** An indstilling for those who write it: every section saves itself. */
export default function IndstillingDesk(props: DeskProps) {
  const tab = useTabLock(`indstilling.${props.indstilling.id}`);
  if (!tab.isMine) return props.around({ status: null, children: <OtherTab onTakeOver={tab.takeOver} /> });
  return <Writing {...props} />;
}

function Writing({ indstilling, first, beside, around }: DeskProps) {
  const saves = useIndstillingSaves(indstilling);
  const lastSaved = useStore(saves.autosave.lastSaved);
  const restored = useStore(saves.autosave.restored);
  const [opened] = useState(Object.keys(indstilling.sections));
  const keys = sectionsToWrite(indstilling, opened);
  const saveAll = async (): Promise<boolean> => {
    await saves.leave();
    return !saves.autosave.unsaved.get().has(indstilling.id);
  };
  return around({
    status: (
      <SaveStatus
        unsaved={saves.unsaved === undefined ? [] : [saves.unsaved]}
        {...{ restored, lastSaved }}
        words={da.point.save}
      />
    ),
    children: (
      <div className="meeting">
        <div>
          <UnsavedIndstilling {...{ indstilling, saves }} />
          <StepBar {...{ indstilling, saveAll }} />
          <Section title={text.text}>
            <SectionList {...{ indstilling, saves, keys }} />
            <TextHint />
            <Line name="title" saves={saves} maxLength={300} />
            <div id={WRITTEN} tabIndex={-1}>
              {keys.map((key) => (
                <SectionField
                  key={`${indstilling.template} ${key}`}
                  sectionKey={key}
                  {...{ indstilling, saves }}
                />
              ))}
            </div>
          </Section>
          <OtherSections {...{ indstilling, saveAll }} />
        </div>
        <div>
          {first}
          <Missing indstilling={indstilling} />
          <Facts {...{ indstilling, saves, saveAll }} />
          {beside}
        </div>
      </div>
    ),
  });
}

function TextHint() {
  const isTouch = useMedia('(pointer: coarse)');
  return <p className="hint">{isTouch ? text.plainHint : `${text.textHint} ${richText.keys}`}</p>;
}

interface LineProps {
  readonly name: Fact;
  readonly saves: IndstillingSaves;
  readonly hint?: string;
  readonly maxLength?: number;
}

/** One fact that saves itself. */
function Line({ name, saves, ...more }: LineProps) {
  const typed = useAsTyped(saves.fields[name], (one, other) => one.trim() === other.trim());
  return (
    <TextField
      {...{ name, label: text.fields[name], fault: saves.faults[name] ?? null, ...more }}
      readOnly={saves.isGoing}
      value={typed.value}
      onChange={({ target }) => {
        typed.typed(target.value);
        const patch: Partial<Record<Fact, string>> = { [name]: target.value };
        saves.type(patch);
      }}
      onBlur={() => {
        typed.left();
        void saves.leave();
      }}
    />
  );
}

/** How far ahead a meeting can be wished for, in days. */
const AHEAD = 400;

function Facts({
  indstilling,
  saves,
  saveAll,
}: Pick<DeskProps, 'indstilling'> & {
  readonly saves: IndstillingSaves;
  readonly saveAll: () => Promise<boolean>;
}) {
  const { bodyId } = indstilling;
  const today = todayInDenmark();
  const { data: meetings = [] } = useQuery(meetingsQuery({ bodyId, from: today, to: addDays(today, AHEAD) }));
  const open = meetings.filter(
    ({ id, state }) => ['planned', 'drafting'].includes(state) || id === indstilling.wantedMeetingId,
  );
  const wanted = saves.fields.wantedMeetingId;
  const { meeting } = useNames();
  return (
    <Section title={text.facts}>
      <TemplateChoice {...{ indstilling, saveAll }} isGoing={saves.isGoing} />
      <SelectField
        name="wantedMeetingId"
        label={text.fields.wantedMeetingId}
        value={wanted}
        disabled={saves.isGoing}
        onChange={({ target }) => {
          saves.type({ wantedMeetingId: target.value });
          void saves.leave();
        }}
      >
        <option value="">{text.noMeeting}</option>
        {wanted === '' || open.some(({ id }) => id === wanted) ? null : (
          // It may have been held since: it is wanted still, until another is.
          <option value={wanted}>{meeting(wanted) ?? text.anotherMeeting}</option>
        )}
        {open.map(({ id, bodyName, date }) => (
          <option key={id} value={id}>
            {bodyName} {weekdayInText(date)}
          </option>
        ))}
      </SelectField>
      <Line name="minutes" saves={saves} />
      <Line name="caseNumber" saves={saves} maxLength={60} />
      <Line name="month" saves={saves} hint={text.monthHint} maxLength={40} />
    </Section>
  );
}

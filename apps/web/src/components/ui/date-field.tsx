import type { CalendarDate } from '@internationalized/date';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  I18nProvider,
  Label,
  Text,
} from 'react-aria-components';

interface DateFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  readonly autoFocus?: boolean;
}

/** A date typed straight through, day first: 19022027. Fetched with the dialogs, never with a page. */
export function DateField({ label, hint, value, onChange, autoFocus }: DateFieldProps) {
  return (
    <I18nProvider locale="da-DK">
      <AriaDateField className="field" value={value} onChange={onChange} autoFocus={autoFocus}>
        <Label>{label}</Label>
        {hint === undefined ? null : (
          <Text slot="description" className="hint">
            {hint}
          </Text>
        )}
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
      </AriaDateField>
    </I18nProvider>
  );
}

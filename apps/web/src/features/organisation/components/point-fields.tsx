import type { FieldGiven } from '../../../components/ui/edit-form.js';
import { Select, Text } from '../../../components/ui/form-fields.js';
import { da } from '../../../texts/da.js';
import { POINT_TYPES } from '../forms/template.js';

/** The fields that a point of a template has, whatever the template. */
export function TypeField(field: FieldGiven<string>) {
  return (
    <Select {...field}>
      {POINT_TYPES.map((type) => (
        <option key={type} value={type}>
          {da.meetings.pointType[type]}
        </option>
      ))}
    </Select>
  );
}

export function MinutesField(field: FieldGiven<string>) {
  return <Text {...field} inputMode="numeric" />;
}

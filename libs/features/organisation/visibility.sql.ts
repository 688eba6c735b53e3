/**
 * The rule `strictest` of the domain as a condition: whether one of some visibilities (SQL expressions; null: there is
 * no such thing) is closed. Never null itself, so that lists may ask for its opposite.
 */
export function anyClosed(...visibilities: readonly string[]): string {
  return `('closed' IN (${visibilities.map((one) => `coalesce(${one}, 'open')`).join(', ')}))`;
}

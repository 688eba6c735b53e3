/** A text with a large first letter, the rest as it was. */
export function upperFirst(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('da-DK')}${text.slice(1)}`;
}

/** A text with a small first letter, the rest as it was. */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** A name or text as others gave it, in Danish quotation marks: `”Budget”`. */
export const quoted = (text: string): string => `”${text}”`;

/** Said of a section of an indstilling that nobody has written. */
export const emptySection = 'Ikke udfyldt';

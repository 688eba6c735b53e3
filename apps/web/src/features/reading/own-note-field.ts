/** The id of the field that one's note to a point is written in. */
export const OWN_NOTE = 'own-note';

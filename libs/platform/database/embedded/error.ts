/** The embedded database cannot be used as it is asked to; the message says why and what can be done. */
export class EmbeddedPostgresError extends Error {}

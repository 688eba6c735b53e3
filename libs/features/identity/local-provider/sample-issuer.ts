/**
 * The issuer that marks somebody as a sample person. It is no address, so no provider can ever speak for it; the local
 * provider gives those who carry it identities of its own.
 */
export const SAMPLE_ISSUER = 'urn:dagsorden:sample-people';

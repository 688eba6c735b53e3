import { lowerFirst } from './first-letter.js';

const BODY_NOUN = /^(.*(?:udvalg|råd|direktion|magistrat|bestyrelse))(?:et|en|n)?$/i;

/**
 * What a meeting of a body is called: `Rådmandsmøde` stays, `Social- og Beskæftigelsesudvalget` gives
 * `Social- og Beskæftigelsesudvalgsmøde`, any other name gives `Møde i ...`. An extraordinary one is an `Ekstraordinært
 * rådmandsmøde`; a name with more capitals than its first is left as it is: `Ekstraordinært møde i MSB-direktionen`.
 */
export function meetingName(bodyName: string, extraordinary = false): string {
  const name = bodyName.trim();
  const noun = BODY_NOUN.exec(name)?.[1];
  const usual = noun !== undefined ? `${noun}smøde` : null;
  const called = /møde$/i.test(name) ? name : (usual ?? `Møde i ${name}`);
  if (!extraordinary) return called;
  return /\p{Lu}/u.test(name.slice(1)) ? extraordinaryOf(name) : `Ekstraordinært ${lowerFirst(called)}`;
}

/** Of a name that cannot begin with a small letter. */
function extraordinaryOf(name: string): string {
  return /møde$/i.test(name) ? `Ekstraordinært ${name}` : `Ekstraordinært møde i ${name}`;
}

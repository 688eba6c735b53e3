import { DOCUMENT_FAULTS } from '../../../../../libs/domain/document/document-faults.js';
import type { DocumentFault } from '../../../../../libs/domain/document/document-faults.js';
import { da } from '../../texts/da.js';

/** Why a document could not be made, in Danish. */
export function faultInWords(reason: string | null): string {
  // The keys of a record are of its key type; TypeScript does not say so of Object.keys.
  const faults = Object.keys(DOCUMENT_FAULTS) as DocumentFault[];
  return da.documents.faults[faults.find((fault) => DOCUMENT_FAULTS[fault] === reason) ?? 'other'];
}

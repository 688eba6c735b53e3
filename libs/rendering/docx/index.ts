import {
  agendaModel,
  agendaSourceFromPackage,
  indstillingModel,
  indstillingSourceFromPackage,
  minutesModel,
  minutesSourceFromPackage,
} from '../../domain/document/index.js';
import type { DocumentKind, DocumentModel } from '../../domain/document/index.js';
import type { Audience } from '../../domain/agenda/index.js';
import type { PackageDocument } from '../../domain/imports/package-document.js';
import { allowed } from '../../domain/outcome.js';
import type { Outcome } from '../../domain/outcome.js';
import { renderDocument } from './render.js';

export { TEMPLATE_VERSION, renderDocument } from './render.js';

/**
 * The DOCX bytes of an imported package document for an audience. Refusals: `no-indstilling`, `not-for-this-audience`,
 * and those of the timetable.
 */
export function renderPackageDocument(
  kind: DocumentKind,
  document: PackageDocument,
  audience: Audience,
): Outcome<Uint8Array> {
  const model = packageModel(kind, document, audience);
  return model.ok ? allowed(renderDocument(model.value)) : model;
}

function packageModel(
  kind: DocumentKind,
  document: PackageDocument,
  audience: Audience,
): Outcome<DocumentModel> {
  switch (kind) {
    case 'agenda':
      return agendaModel(agendaSourceFromPackage(document), audience);
    case 'minutes':
      return minutesModel(minutesSourceFromPackage(document), audience);
    case 'indstilling': {
      const source = indstillingSourceFromPackage(document);
      return source.ok ? indstillingModel(source.value, audience) : source;
    }
  }
}

export { AttachmentsModule } from './attachments.module.js';
export { AttachmentRow } from './attachment.entity.js';
export { loadOwner } from './attachment.owners.js';
export type { Owner, OwnerRef } from './attachment.owners.js';
export { findSeenAttachment } from './attachment.access.js';
export { AttachmentsService } from './attachments.service.js';

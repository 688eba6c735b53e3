import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { newId } from '../ids/new-id.js';
import { syncFolder } from '../storage/local-file-store.js';
import { mailContent } from './mail-content.js';
import { MailNotNowError, Mailer } from './mailer.js';
import type { OutgoingMail } from './mailer.js';

/** The mailbox of the embedded default: each mail a file of its own, so that one tried twice is there once. */
export class FolderMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    const content = mailContent(this.from, mail);
    const bytes = await new MailComposer(content).compile().build();
    const temporary = join(this.folder, `.${newId()}.part`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const file = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, join(this.folder, `${mail.messageId.replace(/[^\w.@-]/g, '_')}.eml`));
      await syncFolder(this.folder);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw new MailNotNowError('server-away');
    }
  }
}

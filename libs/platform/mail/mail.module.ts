import { Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { FolderMailer } from './folder-mailer.js';
import { LOCAL_MAIL, MAIL_CONFIG } from './mail.config.js';
import type { MailConfig } from './mail.config.js';
import { Mailer } from './mailer.js';
import { MailDelivery } from './owed-mail.js';
import { SmtpMailer } from './smtp-mailer.js';

/** Lets go of the mail server when the process stops. */
@Injectable()
class MailerClosing implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  onApplicationShutdown(): void {
    if (this.mailer instanceof SmtpMailer) this.mailer.close();
  }
}

/** The mailer of a process: for the worker, since nobody else sends mails. */
@Module({})
export class MailModule {
  static forRoot({ dataDir, mail = LOCAL_MAIL }: { dataDir: string; mail?: MailConfig }): DynamicModule {
    const { smtpUrl, from } = mail;
    const useFactory = (): Mailer =>
      smtpUrl === null ? new FolderMailer(join(dataDir, 'mail'), from) : new SmtpMailer(smtpUrl, from);
    return {
      module: MailModule,
      global: true,
      providers: [
        { provide: MAIL_CONFIG, useValue: mail },
        { provide: Mailer, useFactory },
        MailerClosing,
        MailDelivery,
      ],
      exports: [MAIL_CONFIG, Mailer, MailDelivery],
    };
  }
}

/** Sends mails that are due, one after the other, and says of each what became of it. */
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Road } from '../run-operation.ts';
import { callAsSystem } from './call-as-system.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. A secret. */
  readonly smtpUrl: string;
  /** The address that mails come from: `Shortlist <shortlist@example.com>`. */
  readonly from: string;
}

export interface MailRun {
  readonly road: Road;
  readonly workspaceId: string;
  readonly settings: MailSettings;
  /** Where links lead. */
  readonly origin: () => string;
  readonly log: Logger;
}

/** Gathers what people did not read, then sends all that is due. A mail that fails waits longer each time, and hinders no other. */
export async function sendMail({ road, workspaceId, settings, origin, log }: MailRun): Promise<void> {
  await callAsSystem(road, workspaceId, 'mail.gather', { origin: origin() });
  const transport = createTransport(settings.smtpUrl);
  try {
    for (;;) {
      const { items } = await callAsSystem(road, workspaceId, 'mail.take', {});
      if (items.length === 0) return;
      for (const mail of items) {
        const error = await transport
          .sendMail({
            // Sent twice after a crash in between, it is the same message to whoever receives it.
            messageId: `<${mail.id}@shortlist>`,
            from: settings.from,
            to: { name: '', address: mail.address },
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            headers: {
              'Auto-Submitted': 'auto-generated',
              ...(mail.unsubscribe !== null && {
                'List-Unsubscribe': `<${mail.unsubscribe}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
            },
            disableFileAccess: true,
            disableUrlAccess: true,
          })
          .then(
            () => null,
            (thrown: unknown) => reasonOf(thrown),
          );
        if (error !== null) log.warn({ mail: mail.id, attempt: mail.attempts, error }, 'a mail could not be sent');
        await callAsSystem(road, workspaceId, 'mail.settle', { mailId: mail.id, error });
      }
    }
  } finally {
    transport.close();
  }
}

/** What the mail server said, without the address of the server's user or anything that could be a password. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'it could not be sent';
  const parts = [('code' in thrown && thrown.code) || '', ('responseCode' in thrown && thrown.responseCode) || ''];
  return (
    parts
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join(' ')
      .trim() || 'it could not be sent'
  );
}

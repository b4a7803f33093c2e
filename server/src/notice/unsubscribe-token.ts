import { randomBytes } from 'node:crypto';

/** Names a member in the link that ends mails. It opens nothing else, so it is kept as it is: every mail has it again. */
export function newUnsubscribeToken(): string {
  return randomBytes(24).toString('base64url');
}

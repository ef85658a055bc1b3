/** Which email addresses a post may have. */
import { isPublicHost } from "./web-address.ts";

/** The maximum number of characters of an email address (RFC 5321, section 4.5.3.1.3). */
export const maxMailLength = 254;

/**
 * What https://html.spec.whatwg.org/#valid-e-mail-address allows before the @, without the characters with
 * a meaning in a `mailto:` link (RFC 6068): `a?bcc=b` would write to b as well.
 */
const localPart = /^[a-zA-Z0-9.!$'*+^_{|}~-]{1,64}$/;

/** Whether a text is a single email address at a host on the public internet. */
export function isMailAddress(text: string): boolean {
  if (text.length > maxMailLength) return false;
  const at = text.lastIndexOf("@");
  return localPart.test(text.slice(0, Math.max(at, 0))) && isPublicHost(text.slice(at + 1));
}

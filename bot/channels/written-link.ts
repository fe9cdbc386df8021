import type { Link } from "../../conversations/engine/message.ts";

/**
 * A link in words, for a text without buttons: what stands behind its label. Of `tel:` and `mailto:` that is the number
 * or the address alone, which messengers make tappable themselves; a label that says it already is not followed by it.
 */
export function writtenLink({ label, url }: Link): string {
  const [, contact] = /^(?:tel|mailto):(.+)$/.exec(url) ?? [];
  const address = contact === undefined ? url : decoded(contact);
  return contact !== undefined && label.includes(address) ? label : `${label}: ${address}`;
}

/** As people write it; what somebody typed into a record may hold a % that stands for nothing. */
function decoded(contact: string): string {
  try {
    return decodeURI(contact);
  } catch {
    return contact;
  }
}

/**
 * What Telegram makes of a link in a button or in a text.
 *
 * @returns the address as Telegram keeps it, or why it is none
 */
export function checkedLink(link: string): { url: string } | { wrong: string } {
  const special = /^(tg|ton|tonsite):(?:\/\/)?/i.exec(link);
  if (special?.[1]) return checkedSpecial(special[1].toLowerCase(), link.slice(special[0].length));
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https")
    return { wrong: "Unsupported URL protocol" };
  const written = scheme === undefined ? `http://${link}` : link;
  const host = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(written)?.[1] ?? "";
  if (host === "") return { wrong: "URL host is empty" };
  if (/[\s<>"]/.test(host) || !URL.canParse(written)) return { wrong: "Disallowed character in URL host" };
  // No localhost, no bare name: Telegram wants a dot, so a button of a test without one would be refused as well.
  if (!host.includes(".") && !host.startsWith("[")) return { wrong: "Wrong HTTP URL" };
  return { url: new URL(written).href };
}

/** The user that a tg://user?id= link mentions. */
export function mentionedUser(link: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?(?:.*&)?id=(\d+)/i.exec(link)?.[1];
  return id === undefined ? undefined : Number(id);
}

function checkedSpecial(scheme: string, rest: string): { url: string } | { wrong: string } {
  const host = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  if (host === "") return { wrong: "URL host is empty" };
  if (!/^[\w.-]+$/.test(host)) return { wrong: "Unallowed characters in URL host" };
  return { url: `${scheme}://${rest}` };
}

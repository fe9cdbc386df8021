/**
 * `Content-Disposition` (RFC 6266): the name in ASCII for the old, and as it is for everybody else.
 * @param how `inline` for what the university itself has made or drawn; what somebody sent is an `attachment`, so that no
 *   browser opens it as a page of ours
 */
export function dispositionOf(how: "inline" | "attachment", name: string): string {
  const ascii = name.replaceAll(/[^\w. -]/g, "_");
  if (ascii === name) return `${how}; filename="${name}"`;
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

import type { FastifyRequest } from "fastify";

/**
 * Tells whether a request that changes something came from a page of ours. By Sec-Fetch-Site where the browser sends it
 * (it does over HTTPS), by Origin otherwise; a request with neither comes from no browser, and has no cookie to abuse.
 * The rule is that of Go's http.CrossOriginProtection.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const ours = `${protocol}//${request.host}`;
  return URL.canParse(ours) && new URL(ours).host === host;
}

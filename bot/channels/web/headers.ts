/**
 * What every answer under /chat carries. Scripts and styles come from us alone and no text may become markup (Trusted
 * Types); nobody frames the chat; nothing stays in a shared phone's cache unless a route says so.
 */
export const safeHeaders = {
  "content-security-policy": [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "private, no-store",
} as const;

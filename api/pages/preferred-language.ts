import type { Language } from "../contract/shared.ts";

/**
 * The language of ours that a browser asks for first, by its `Accept-Language` (RFC 9110, 12.5.4).
 * @returns undefined where it asks for none of them
 */
export function preferredLanguage(accepted: string | undefined): Language | undefined {
  const asked = (accepted ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice("q=".length);
    return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  return asked
    .toSorted((one, other) => other.weight - one.weight)
    .flatMap(({ tag, weight }) => (weight > 0 ? (languageOf(tag) ?? []) : []))[0];
}

function languageOf(tag: string): Language | undefined {
  if (/^ur-latn\b/.test(tag)) return "ur-Latn";
  if (/^ur\b/.test(tag)) return "ur";
  return /^en\b/.test(tag) ? "en" : undefined;
}

import { Problem } from "../contract/problems.ts";

/**
 * Refuses text that PostgreSQL cannot keep: with a NUL in it, or with half of a character (a lone surrogate), both of
 * which JSON can say.
 * @param parts what a handler gets, by name, validated: unbounded input would be walked without end
 * @throws {Problem} `validation-failed`
 */
export function refuseUnwritable(parts: Record<string, unknown>): void {
  for (const [path, part] of Object.entries(parts))
    if (!isWritable(part))
      throw new Problem("validation-failed", { errors: [{ path, message: "holds text that is none" }] });
}

function isWritable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (!(value instanceof Object)) return true;
  return Object.entries(value).every(([name, part]) => isWritable(name) && isWritable(part));
}

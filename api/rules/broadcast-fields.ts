import { fieldsIn, unknownFieldsIn } from "../contract/broadcast-fields.ts";
import { broadcastFields } from "../contract/broadcasts.ts";
import { Problem } from "../contract/problems.ts";

type Texts = readonly { body: string }[];

/**
 * Refuses texts with a field that nobody could fill in.
 * @throws {Problem} `unknown-field` or `field-without-value`, about the fields
 */
export function requireFields(
  texts: Texts,
  values: { course?: string | undefined; date?: string | undefined },
  segment: { courses?: readonly string[] | undefined },
): void {
  const used = fieldsIn(texts);
  const named = (fields: readonly string[]) => ({ about: fields.map((field) => `{${field}}`) });
  const unknown = unknownFieldsIn(texts);
  if (unknown.length > 0) throw new Problem("unknown-field", named(unknown));
  const given = {
    name: true,
    course: (values.course ?? segment.courses) !== undefined,
    date: values.date !== undefined,
  };
  const empty = broadcastFields.filter((field) => used.includes(field) && !given[field]);
  if (empty.length > 0) throw new Problem("field-without-value", named(empty));
}

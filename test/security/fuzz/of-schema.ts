import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";

/** The parts of JSON Schema that zod writes. */
type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
};

/** Values of the form that a zod schema takes (`input`) or gives (`output`), as far as JSON Schema can say it. */
export function ofSchema(schema: z.ZodType, io: "input" | "output"): Arbitrary<unknown> {
  // What a schema asks for besides (that two differ, say) is chance's to find; what no form fits is not what it says.
  return arbitraryOf(z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Schema);
}

function arbitraryOf(schema: Schema): Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map(arbitraryOf));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => arbitraryOf({ ...schema, type })));
  if (schema.allOf?.[0]) return arbitraryOf(schema.allOf[0]);
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(arbitraryOf));
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, Math.max(5, schema.minItems ?? 0)),
      });
    case "string":
      return stringOf(schema);
    case "integer":
      return fc.integer({
        min: schema.minimum ?? -1_000,
        max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1),
      });
    case "number":
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf({ properties = {}, required = [], additionalProperties, propertyNames }: Schema) {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, arbitraryOf(of)]));
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== "object" || Object.keys(properties).length > 0) return known;
  return fc.dictionary(
    propertyNames?.enum ? fc.constantFrom(...propertyNames.enum.map(String)) : fc.string({ maxLength: 12 }),
    arbitraryOf(additionalProperties),
    { maxKeys: 4 },
  );
}

function stringOf({ format, pattern, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time")
    return fc
      .date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (format === "date")
    return fc
      .date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
  if (format === "uri")
    return fc.constantFrom("https://lms.university.example/x", "https://a.example/?q=<b>");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, Math.max(40, minLength)), unit: "grapheme" });
}

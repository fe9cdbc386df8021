import { z } from "zod";
import * as schemas from "../contract/schemas.ts";

/** Examples for schemas of the contract whose pattern alone explains little. */
const examples: Partial<Record<keyof typeof schemas, unknown>> = {
  RegistrationNumber: "22P-123456",
  SemesterId: "2026-spring",
  Instant: "2026-11-23T09:00:00Z",
  Reference: "SR-2026-000007",
  BroadcastReference: "BC-2026-000003",
  ChatAddress: { channel: "telegram", chat: "42" },
};

/**
 * The contract's objects by the names that they are exported under, which generators call their types; what is simpler
 * stands where it is used, as in parameters.
 */
export const namedSchemas = z.registry<{ id?: string; examples?: unknown[] }>();
for (const [name, schema] of Object.entries<unknown>(schemas)) {
  if (!(schema instanceof z.ZodType)) continue;
  const example = Object.entries(examples).find(([of]) => of === name);
  namedSchemas.add(schema, {
    ...(schema instanceof z.ZodObject && { id: name }),
    ...(example && { examples: [example[1]] }),
  });
}

/** A description's own forms, by name. */
export function schemasOf(document: { components?: object }): Record<string, unknown> {
  const { components = {} } = document;
  return "schemas" in components ? (components.schemas as Record<string, unknown>) : {};
}

/** Takes out the schemas that nothing refers to: each comes in two forms, as it comes in and as it goes out. */
export function withoutUnused<D extends { components?: object }>(document: D): D {
  const told = JSON.stringify(document);
  const used = Object.entries(schemasOf(document)).filter(([name]) =>
    told.includes(`"#/components/schemas/${name}"`),
  );
  if (used.length === Object.keys(schemasOf(document)).length) return document;
  return withoutUnused({
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(used) },
  });
}

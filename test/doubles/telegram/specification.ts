import { readFileSync } from "node:fs";
import { z } from "zod";

const field = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  description: z.string(),
});
const type = z.object({
  name: z.string(),
  fields: z.array(field).optional(),
  subtypes: z.array(z.string()).optional(),
});
const method = z.object({
  name: z.string(),
  returns: z.array(z.string()),
  fields: z.array(field).optional(),
});
const specification = z.object({
  version: z.string(),
  methods: z.record(z.string(), method),
  types: z.record(z.string(), type),
});

export type SpecifiedField = z.infer<typeof field>;
export type SpecifiedMethod = z.infer<typeof method>;

/** The Bot API, field by field, as bot-api.json describes it. */
export const botApi = specification.parse(
  JSON.parse(readFileSync(new URL("./bot-api.json", import.meta.url), "utf8")),
);

const byLowerCase = new Map(Object.values(botApi.methods).map((one) => [one.name.toLowerCase(), one]));

/** Finds a method as Telegram does, whatever the case of its letters. */
export function specifiedMethod(name: string): SpecifiedMethod | undefined {
  return byLowerCase.get(name.toLowerCase());
}

/** The one value that a discriminating field may have, which the specification gives only in its prose. */
export function onlyValue(one: SpecifiedField): string | undefined {
  if (!["type", "source", "status"].includes(one.name)) return undefined;
  return /(?:must be|always) [“"]?(\w+)[”"]?$/.exec(one.description)?.[1];
}

/** The values that the prose lists in quotes, such as the emoji of a reaction. */
export function listedValues(typeName: string, fieldName: string): string[] {
  const described = botApi.types[typeName]?.fields?.find((one) => one.name === fieldName)?.description ?? "";
  return [...described.matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? "");
}

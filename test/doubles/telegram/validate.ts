import { badRequest } from "./refusal.ts";
import type { Upload } from "./request.ts";
import { botApi, onlyValue, type SpecifiedField, type SpecifiedMethod } from "./specification.ts";

type Json = Record<string, unknown>;

/** A value that does not fit, in Telegram's words, and how deep it was found: the deeper, the nearer the fit. */
interface Misfit {
  reason: string;
  depth: number;
  /** Of several kinds told apart by a field such as `type`, this is not the one. */
  isOtherKind?: true;
}

const spoken: Record<string, string> = {
  InlineKeyboardButton: "inline keyboard button",
  KeyboardButton: "keyboard button",
};

/**
 * Checks the arguments of a call against the specification, types within types included.
 *
 * Telegram itself passes over a field that it does not know and takes "1" for 1; here both are refused, because in
 * a test they are mistakes.
 *
 * @throws Refusal 400 that names the field
 */
export function checkArguments(
  method: SpecifiedMethod,
  given: Json,
  uploads: ReadonlyMap<string, Upload>,
): void {
  const fields = method.fields ?? [];
  for (const name of Object.keys(given)) {
    if (!fields.some((one) => one.name === name))
      throw badRequest(`Unknown parameter "${name}" in ${method.name}`);
  }
  for (const one of fields) {
    const value = given[one.name];
    if (value === undefined) {
      if (one.required) throw missing(one.name);
      continue;
    }
    const misfit = anyMisfit(one.types, value, uploads, 1);
    if (misfit === undefined) continue;
    throw badRequest(
      misfit.depth === 1
        ? `Parameter "${one.name}" must be of type ${one.types.join(" or ")}`
        : misfit.reason,
    );
  }
}

/**
 * Checks what the double is about to say (an answer, an update) against the specification, so that no test is
 * built on an answer that Telegram would not give.
 *
 * @throws Error that names the field: a fault of the double
 */
export function checkSaid(types: readonly string[], value: unknown): void {
  const misfit = anyMisfit(types, value, new Map(), 1);
  if (misfit) throw new Error(`The double said something that is no ${types.join(" or ")}: ${misfit.reason}`);
}

function missing(name: string) {
  if (name === "text") return badRequest("Message text is empty");
  if (name === "chat_id") return badRequest("chat_id is empty");
  return badRequest(`Parameter "${name}" is required`);
}

function anyMisfit(
  types: readonly string[],
  value: unknown,
  uploads: ReadonlyMap<string, Upload>,
  depth: number,
) {
  let nearest: Misfit | undefined;
  for (const type of types) {
    const misfit = misfitOf(type, value, uploads, depth);
    if (misfit === undefined) return undefined;
    if (nearest === undefined || misfit.depth > nearest.depth) nearest = misfit;
  }
  return nearest;
}

function misfitOf(
  type: string,
  value: unknown,
  uploads: ReadonlyMap<string, Upload>,
  depth: number,
): Misfit | undefined {
  const isNot = { reason: `must be of type ${type}`, depth };
  if (type.startsWith("Array of "))
    return Array.isArray(value) ? itemMisfit(type, value, uploads, depth) : isNot;
  switch (type) {
    case "Integer":
      return Number.isSafeInteger(value) ? undefined : isNot;
    case "Float":
      return typeof value === "number" && Number.isFinite(value) ? undefined : isNot;
    case "Boolean":
      return typeof value === "boolean" ? undefined : isNot;
    case "String":
      return typeof value === "string" ? undefined : isNot;
    case "InputFile":
      return typeof value === "string" && isUpload(value, uploads) ? undefined : isNot;
    default:
      return objectMisfit(type, value, uploads, depth);
  }
}

function isUpload(value: string, uploads: ReadonlyMap<string, Upload>): boolean {
  return value.startsWith("attach://") && uploads.has(value.slice("attach://".length));
}

function itemMisfit(type: string, values: unknown[], uploads: ReadonlyMap<string, Upload>, depth: number) {
  const item = type.slice("Array of ".length);
  for (const value of values) {
    const misfit = misfitOf(item, value, uploads, depth + 1);
    if (misfit?.depth === depth + 1 && !misfit.reason.startsWith("Can't parse"))
      return { reason: `Can't parse ${spoken[item] ?? item}: ${misfit.reason}`, depth: depth + 1 };
    if (misfit) return misfit;
  }
  return undefined;
}

function objectMisfit(type: string, value: unknown, uploads: ReadonlyMap<string, Upload>, depth: number) {
  const specified = botApi.types[type];
  if (specified === undefined) throw new Error(`bot-api.json has no type ${type}`);
  if (specified.subtypes) {
    const misfit = anyMisfit(specified.subtypes, value, uploads, depth);
    if (!misfit?.isOtherKind) return misfit;
    return { reason: `Can't parse ${type}: Unsupported type specified`, depth: misfit.depth };
  }
  // A bare string is a button too: "For simple text buttons, String can be used instead".
  if (type === "KeyboardButton" && typeof value === "string") return undefined;
  if (!isObject(value)) return { reason: `must be of type ${type}`, depth };
  return fieldMisfit(type, specified.fields ?? [], value, uploads, depth + 1);
}

function fieldMisfit(
  type: string,
  fields: readonly SpecifiedField[],
  value: Json,
  uploads: ReadonlyMap<string, Upload>,
  depth: number,
): Misfit | undefined {
  const wrong = (reason: string, at: number) => ({
    reason: `Can't parse ${spoken[type] ?? type}: ${reason}`,
    depth: at,
  });
  for (const one of fields) {
    const only = onlyValue(one);
    if (only !== undefined && typeof value[one.name] === "string" && value[one.name] !== only)
      return { ...wrong(`Field "${one.name}" must be "${only}"`, depth - 0.5), isOtherKind: true };
  }
  // What a union is told by: the kind whose required fields are there is the kind that was meant.
  for (const one of fields) {
    if (one.required && value[one.name] === undefined) return wrong(`Can't find field "${one.name}"`, depth);
  }
  for (const name of Object.keys(value)) {
    if (!fields.some((one) => one.name === name)) return wrong(`Unknown field "${name}"`, depth + 1);
  }
  for (const one of fields) {
    if (value[one.name] === undefined) continue;
    const misfit = anyMisfit(one.types, value[one.name], uploads, depth + 1);
    if (misfit === undefined) continue;
    if (misfit.reason.startsWith("Can't parse")) return misfit;
    return wrong(`Field "${one.name}" must be of type ${one.types.join(" or ")}`, depth + 1);
  }
  return undefined;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

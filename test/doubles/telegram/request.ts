import type { IncomingMessage } from "node:http";
import { readMultipart } from "./multipart.ts";
import { badRequest, Refusal } from "./refusal.ts";
import type { SpecifiedField, SpecifiedMethod } from "./specification.ts";
import { isObject } from "./validate.ts";

/** A file that came with a request. */
export interface Upload {
  readonly fileName: string;
  readonly mimeType: string | undefined;
  readonly bytes: Buffer;
}

/** What a request asks for, before it is checked. */
export interface Arguments {
  readonly values: Record<string, unknown>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Telegram's limit for an upload by multipart/form-data. */
const uploadLimit = 50 * 1024 * 1024;

/**
 * Reads the arguments of a call from the query string and the body, in any of the four forms that Telegram takes.
 *
 * @throws Refusal 400 for a body that cannot be read, 413 for one that is too large
 */
export async function readArguments(
  request: IncomingMessage,
  query: URLSearchParams,
  method: SpecifiedMethod,
): Promise<Arguments> {
  const body = await readBody(request);
  const type = request.headers["content-type"] ?? "";
  const fromQuery = typed(Object.fromEntries(query), method);
  if (body.length === 0) return { values: fromQuery, uploads: new Map() };
  if (/^application\/json\b/i.test(type)) {
    return { values: { ...fromQuery, ...readJson(body) }, uploads: new Map() };
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const form = Object.fromEntries(new URLSearchParams(body.toString("utf8")));
    return { values: { ...fromQuery, ...typed(form, method) }, uploads: new Map() };
  }
  const boundary = /^multipart\/form-data\b.*;\s*boundary="?([^";]+)/i.exec(type)?.[1];
  if (boundary === undefined) throw badRequest(`Unsupported content type "${type}"`);
  const { texts, uploads } = readMultipart(body, boundary);
  // A file may stand directly under the name of the field, or be pointed to by attach://.
  const direct = method.fields?.filter((one) => uploads.has(one.name)) ?? [];
  const attached = Object.fromEntries(direct.map((one) => [one.name, `attach://${one.name}`]));
  return { values: { ...fromQuery, ...typed(texts, method), ...attached }, uploads };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // The rest is read and dropped: a client that is still writing would see a reset instead of the answer.
    if (size <= uploadLimit + 1024 * 1024) chunks.push(chunk);
  }
  if (size > uploadLimit + 1024 * 1024) throw new Refusal(413, "Request Entity Too Large");
  return Buffer.concat(chunks);
}

function readJson(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw Object.assign(badRequest("Can't parse JSON object"), { cause });
  }
  if (!isObject(value)) throw badRequest("Object expected");
  // Telegram takes null for "not given".
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

/** Outside JSON everything is text: gives each value the type that its field has, or leaves it for the check to refuse. */
function typed(texts: Record<string, string>, method: SpecifiedMethod): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const field = method.fields?.find((one) => one.name === name);
      return [name, field ? typedValue(text, field) : text];
    }),
  );
}

function typedValue(text: string, field: SpecifiedField): unknown {
  if (field.types.includes("Integer") && /^-?\d+$/.test(text)) return Number(text);
  if (field.types.includes("Float") && text.trim() !== "" && Number.isFinite(Number(text)))
    return Number(text);
  if (field.types.includes("Boolean") && /^(true|false)$/i.test(text)) return /^true$/i.test(text);
  if (field.types.some((type) => type === "String" || type === "InputFile")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // not JSON, so not the object that the field wants: the check names the field
  }
}

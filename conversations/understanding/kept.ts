import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { Learnt } from "./learn.ts";

const here = new URL("./", import.meta.url);
/** Where what was learnt is kept: beside the packages, where it may always be thrown away. */
const keptHere = new URL("../../node_modules/.cache/rabta/", import.meta.url);

const Kept = z.strictObject({
  known: z.map(z.string(), z.string()),
  familiar: z.map(z.string(), z.number()),
  spelt: z.array(z.string()),
  leaning: z.map(z.string(), z.number()),
  weights: z.strictObject({
    labels: z.array(z.string()),
    rows: z.instanceof(Map<number, number>),
    rarity: z.instanceof(Float32Array),
    strangest: z.number(),
    steps: z.instanceof(Int8Array),
    step: z.instanceof(Float32Array),
  }),
});

/**
 * What was learnt before from the same files by the same code, or else what is learnt now, and kept for the next start.
 * A folder that cannot be written to keeps nothing, and a file that is not what was kept is learnt anew.
 * @param learn what learns, if it must
 * @param folder where it is kept
 * @param from the folder of phrases and code; whatever changes there is learnt anew
 * @throws whatever `learn` does
 */
export function keptOr(learn: () => Learnt, folder = keptHere, from = here): Learnt {
  const origin = originOf(from);
  const file = new URL("learnt.v8", folder);
  const kept = readKept(file, origin);
  if (kept) return kept;
  const learnt = learn();
  const bytes = serialize(learnt);
  try {
    mkdirSync(folder, { recursive: true });
    // Whoever reads meanwhile finds the file before, whole, or this one.
    const half = new URL(`learnt.v8.${process.pid}`, folder);
    writeFileSync(half, Buffer.concat([markOf(origin, bytes), bytes]));
    renameSync(half, file);
  } catch {
    // It is learnt again at the next start.
  }
  return learnt;
}

function readKept(file: URL, origin: Buffer): Learnt | undefined {
  try {
    const whole = readFileSync(file);
    const bytes = whole.subarray(markBytes);
    if (!markOf(origin, bytes).equals(whole.subarray(0, markBytes))) return undefined;
    return Kept.parse(deserialize(bytes));
  } catch {
    return undefined;
  }
}

const markBytes = 32;

/** What a kept file begins with: it is whole, and of this origin. */
const markOf = (origin: Buffer, bytes: Buffer): Buffer =>
  createHash("sha256").update(origin).update(bytes).digest();

/** A hash of everything that is learnt from and by: phrases, synonyms, and the code of this folder. */
function originOf(folder: URL): Buffer {
  const hash = createHash("sha256").update(process.version);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(?:ts|json)$/.test(name)) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest();
}

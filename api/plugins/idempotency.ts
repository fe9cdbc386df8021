import { createHash } from "node:crypto";
import { z } from "zod";
import { isProblemCode, Problem, type ProblemCode } from "../contract/problems.ts";
import type { Transaction, University } from "../university.ts";
import { beginAnew } from "./begin-anew.ts";

/** One call of a write, as repetitions are recognised. */
export type Call = {
  operation: string;
  /** Who calls; another caller's key is another key. */
  scope: string;
  /** The `Idempotency-Key` header. */
  key: string;
  /** Params and body, validated. */
  input: unknown;
};

/**
 * Does a write once. It runs in a transaction that also keeps its answer; whoever calls again with the same key gets
 * that answer, and whoever calls at the same time waits for it. A {@link Problem} that the write *returns* is an answer
 * too: what was written with it stays, and it is repeated. One that it *throws* undoes everything and is not kept. A
 * write may be begun anew, so it does nothing that a transaction does not take back.
 */
export type Once<T> = (write: (tx: Transaction) => Promise<T | Problem>) => Promise<T>;

/** Another call with the same key was first, and has been answered. */
class AnsweredAlready extends Error {
  override readonly name = "AnsweredAlready";
}

const Kept = z.union([
  z.object({
    problem: z.custom<ProblemCode>(isProblemCode),
    details: z.object({
      detail: z.string().exactOptional(),
      retryAfter: z.number().exactOptional(),
      about: z.array(z.string()).exactOptional(),
    }),
  }),
  z.object({ answer: z.unknown() }),
]);
type Kept = z.infer<typeof Kept>;

const column = "idempotency_keys.response_sealed";

type Memory = Pick<University, "database" | "cipher" | "now">;

/**
 * Answers a write that must happen once.
 * @param refusal why this caller gets no new answer, if so
 * @param answer makes the answer; its writes go through `once`
 * @returns the answer, made now or kept from before
 * @throws {Problem} the refusal, the problem that is the answer, or `idempotency-key-reused`
 */
export async function answerOnce<T>(
  memory: Memory,
  call: Call,
  refusal: Problem | undefined,
  answer: (once: Once<T>) => Promise<T>,
): Promise<unknown> {
  const line = lineOf(memory, call);
  const before = await recall(memory, line);
  if (before) return before.answer;
  if (refusal) throw refusal;
  try {
    return await answer((write) => perform(memory, line, write));
  } catch (error) {
    if (!(error instanceof Problem || error instanceof AnsweredAlready)) throw error;
    // Another call with this key may have changed what made this one fail.
    const meanwhile = await recall(memory, line);
    if (meanwhile) return meanwhile.answer;
    throw error;
  }
}

type Line = { key: string; route: string; fingerprint: string };

function lineOf({ cipher }: Memory, { operation, scope, key, input }: Call): Line {
  return {
    // A messenger's ids are in the key; the table needs only to recognise it.
    key: createHash("sha256")
      .update(JSON.stringify([scope, operation, key]))
      .digest("base64url"),
    route: operation,
    // With a key of its own, because bodies hold passwords.
    fingerprint: cipher.blindIndex("idempotency_keys.fingerprint", JSON.stringify(input)),
  };
}

async function recall({ database, cipher }: Memory, line: Line): Promise<{ answer?: unknown } | undefined> {
  const known = await database.client.idempotencyKey.findUnique({ where: { key: line.key } });
  if (known?.responseSealed == null) return undefined;
  if (known.fingerprint !== line.fingerprint) throw new Problem("idempotency-key-reused");
  const kept = Kept.parse(JSON.parse(cipher.open(column, known.responseSealed)));
  if ("problem" in kept) throw new Problem(kept.problem, kept.details);
  return kept;
}

async function perform<T>(
  { database, cipher, now }: Memory,
  line: Line,
  write: (tx: Transaction) => Promise<T | Problem>,
): Promise<T> {
  const transaction = () =>
    database.client.$transaction(async (tx) => {
      // Waits for a call with this key that is still at work, and then finds its line.
      const mine = await tx.idempotencyKey.createMany({
        data: [{ ...line, createdAt: now() }],
        skipDuplicates: true,
      });
      if (mine.count === 0) throw new AnsweredAlready();
      const answer = await write(tx);
      const isProblem = answer instanceof Problem;
      const kept: Kept = isProblem ? { problem: answer.code, details: answer.details } : { answer };
      await tx.idempotencyKey.update({
        where: { key: line.key },
        data: {
          status: isProblem ? answer.status : 200,
          responseSealed: cipher.seal(column, JSON.stringify(kept)),
        },
      });
      return answer;
    });
  const answer = await beginAnew(transaction);
  if (answer instanceof Problem) throw answer;
  return answer;
}

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testUniversity } from "../university.ts";

/** So many of each kind, in turn, so that what else this machine does falls on both alike. */
const pairs = 40;
const known = "22P-123456";
const unknown = "22P-999999";

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeAll(async () => {
  university = await testUniversity();
});
afterAll(() => university.close());

/**
 * How often an answer of the one kind took longer than one of the other (the area under the ROC curve; Mann and
 * Whitney's U over the number of pairs): 0.5 where nobody can tell them apart, 1 or 0 where everybody can.
 */
function tellApart(ones: readonly number[], others: readonly number[]): number {
  const above = ones.flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return above.reduce<number>((sum, each) => sum + each, 0) / above.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const chat = () => ({ channel: "web", chat: randomUUID() });
const api = () => university.api.for({ idempotencyKey: randomUUID() });

/** Nobody is locked out for what was tried before. */
const forgive = async () => {
  await university.database.client.lockout.deleteMany();
  await university.database.client.loginChallenge.deleteMany();
};

const attempts: [string, (who: string) => Promise<unknown>, [string, string]][] = [
  [
    "a wrong password",
    (registrationNumber) =>
      expect(
        api().login({ body: { ...chat(), registrationNumber, password: "wrong" } }),
      ).rejects.toMatchObject({
        code: "wrong-credentials",
      }),
    [known, unknown],
  ],
  [
    "a wrong password of staff's",
    (email) =>
      expect(api().staffLogin({ body: { ...chat(), email, password: "wrong" } })).rejects.toMatchObject({
        code: "wrong-staff-credentials",
      }),
    ["desk@rabta.example", "nobody@rabta.example"],
  ],
  [
    "a code for a forgotten password",
    (registrationNumber) =>
      api().requestLoginCode({ body: { ...chat(), registrationNumber, by: "email", language: "en" } }),
    [known, unknown],
  ],
];

test.each(attempts)(
  "how long %s takes does not tell whether there is such an account",
  async (_, attempt, who) => {
    const took: [number[], number[]] = [[], []];
    for (let pair = -2; pair < pairs; pair++)
      for (const kind of pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        await forgive();
        const ms = await timed(() => attempt(who[kind]));
        // The first ones warm up.
        if (pair >= 0) took[kind].push(ms);
      }
    // By chance alone one of 40 pairs is beyond these in one of 100,000 runs.
    expect(tellApart(...took)).toBeGreaterThan(0.2);
    expect(tellApart(...took)).toBeLessThan(0.8);
  },
);

test("an answer that takes a twentieth longer is told apart", () => {
  const noisy = (mean: number) => Array.from({ length: pairs }, (_, at) => mean + (at % 5) / 10);
  expect(tellApart(noisy(42), noisy(40))).toBeGreaterThan(0.8);
});

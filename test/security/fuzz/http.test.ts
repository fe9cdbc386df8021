import fc, { type Arbitrary } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, type Operation } from "../../../api/contract/index.ts";
import type { Route } from "../../../api/contract/route.ts";
import { serviceKey } from "../../university.ts";
import { expectedAnswers } from "../expected-answers.ts";
import { furnished, missing, staffPlaces } from "../facts.ts";
import { damaged, nastyText, nastyTexts } from "./nasty.ts";
import { ofSchema } from "./of-schema.ts";
import { fuzzing } from "./settings.ts";

/** What is in one student's record and nobody else may read, written into it before. */
const canary = "Canary Of Ayesha";
const settings = fuzzing(800);

type Shot = {
  operation: Operation;
  who: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
};

describe("the HTTP contract under generated requests", () => {
  let university: Awaited<ReturnType<typeof furnished>>;
  const errors: string[] = [];
  beforeAll(async () => {
    university = await furnished({
      log: (line) => {
        if (JSON.parse(line).level >= 50) errors.push(line);
      },
    });
    const { client } = university.database;
    await client.student.update({
      where: { registrationNumber: "22P-123456" },
      data: { name: canary, fatherName: canary },
    });
  });
  afterAll(() => university.close());

  const who = [
    "nobody",
    "service",
    "student",
    "another student",
    "stranger",
    ...staffPlaces,
    "vouched",
    "chatless",
  ];

  /** What each brings; a new login every now and then, because some calls end it and each has its pace. */
  async function headersOf(name: string): Promise<Record<string, string>> {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    if (name === "nobody") return {};
    if (name === "service") return bearer(serviceKey);
    if (name === "stranger") return bearer("x".repeat(43));
    if (name === "student") return bearer((await university.studentToken("22P-123456")).token);
    if (name === "another student") return bearer((await university.studentToken("23B-654321")).token);
    if (name === "chatless") return { ...bearer(serviceKey), "rabta-staff-chat": "telegram:\u00ff:" };
    if (name === "vouched")
      return { ...bearer(serviceKey), "rabta-staff-chat": (await university.staffToken("supervisor")).chat };
    const place = staffPlaces.find((one) => one === name);
    return place ? bearer((await university.staffToken(place)).token) : {};
  }

  test("no answer is our fault, none is slow to end, and none shows one student's record to another", async () => {
    const callers = new Map<string, Record<string, string>>();
    const answered: Record<string, number> = {};
    // All that there are: one would hide the others.
    const faults: object[] = [];
    let shots = 0;
    await fc.assert(
      fc.asyncProperty(shot(university.facts, who), async (one) => {
        if (shots++ % 100 === 0) callers.clear();
        const credentials = callers.get(one.who) ?? (await headersOf(one.who));
        callers.set(one.who, credentials);
        const answer = await university.app.inject({
          method: one.method as "GET",
          url: one.path,
          headers: { ...one.headers, ...credentials },
          remoteAddress: `192.0.${shots % 250}.${shots % 199}`,
          ...(one.body !== undefined && { payload: one.body }),
        });
        const { statusCode, headers } = answer;
        answered[statusCode] = (answered[statusCode] ?? 0) + 1;
        const logged = errors.splice(0);
        if (statusCode >= 500 || logged.length > 0) faults.push({ ...one, statusCode, logged });
        expect(headers["x-content-type-options"]).toBe("nosniff");
        if (statusCode >= 400 && one.method !== "HEAD") {
          expect(headers["content-type"]).toContain("application/problem+json");
          expect(answer.json()).toMatchObject({ status: statusCode, code: expect.any(String) });
        }
        // Students are told of themselves alone; staff elsewhere and broadcasts' writers of no request's student.
        if (/^(?:nobody|stranger|another student)$|of another/.test(one.who))
          expect(answer.body).not.toContain(canary);
      }),
      settings,
    );
    console.log(`HTTP: ${shots} requests answered`, answered);
    expect(faults).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(answered)).toEqual(expect.arrayContaining(["200", "400", "401", "404"]));
  }, 14_400_000);
});

/** A request to an operation: as it should be, of any form that its schema takes, or damaged. */
function shot(
  facts: Parameters<NonNullable<(typeof expectedAnswers)["request"]["call"]>>[0],
  who: string[],
): Arbitrary<Shot> {
  const operations = Object.keys(contract) as Operation[];
  const bodies = new Map(
    operations.flatMap((operation) => {
      const { body }: Route = contract[operation];
      return body ? [[operation, ofSchema(body, "input")] as const] : [];
    }),
  );
  const ids = [...Object.values(facts), ...Object.values(missing()), "2026-spring", "2026-autumn", "416"];

  return fc.constantFrom(...operations).chain((operation) => {
    const route: Route = contract[operation];
    const right = expectedAnswers[operation].call?.(facts) ?? {};
    const formed: Arbitrary<unknown> = fc.oneof(
      fc.constant(right.body),
      bodies.get(operation) ?? fc.constant(right.body),
    );
    const body = fc.oneof(
      { weight: 4, arbitrary: formed },
      { weight: 4, arbitrary: formed.chain(damaged) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: nastyText },
    );
    return fc
      .record({
        params: fc.array(part, { minLength: 3, maxLength: 3 }),
        keepParams: fc.nat(3).map((one) => one > 0),
        query: fc.oneof(
          { weight: 3, arbitrary: fc.constant(right.query) },
          { weight: 2, arbitrary: queryOf(route) },
          { weight: 1, arbitrary: fc.dictionary(nastyText, nastyText, { maxKeys: 3 }).map(encoded) },
        ),
        body,
        cut: fc.option(fc.nat(80), { freq: 12, nil: undefined }),
        method: fc.oneof(
          { weight: 12, arbitrary: fc.constant(route.method as string) },
          {
            weight: 1,
            arbitrary: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"),
          },
        ),
        type: fc.oneof(
          {
            weight: 12,
            arbitrary: fc.constant(route.accepts ? "application/octet-stream" : "application/json"),
          },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              ...[
                "text/plain",
                "application/xml",
                "application/json; charset=utf-16",
                "multipart/form-data",
                "*/*",
                "",
                "a",
              ],
            ),
          },
        ),
        key: fc.oneof(
          { weight: 6, arbitrary: fc.uuid() },
          { weight: 1, arbitrary: fc.constantFrom("again", "a".repeat(255), "a".repeat(256), "") },
        ),
        caller: fc.oneof(
          { weight: 3, arbitrary: fc.constant(mostly[route.caller]) },
          { weight: 1, arbitrary: fc.constantFrom(...who) },
        ),
        bytes: fc.uint8Array({ maxLength: 300 }),
      })
      .map(({ params, keepParams, query, body: given, cut, method, type, key, caller, bytes }): Shot => {
        let at = 0;
        const place = route.path.replace(/:(\w+)/g, (_, name: string) =>
          encodeURIComponent((keepParams && right.params?.[name]) || (params[at++] ?? "").toWellFormed()),
        );
        const text = JSON.stringify(unhurried(given));
        const written = cut === undefined ? text : text?.slice(0, cut);
        return {
          ...{ operation, who: caller, method },
          path: query ? `${place}?${query}` : place,
          headers: {
            ...(type !== "" && { "content-type": type }),
            ...(key !== "" && { "idempotency-key": key }),
          },
          body: route.accepts
            ? right.bytes && cut === undefined
              ? right.bytes
              : Buffer.from(bytes)
            : written,
        };
      });
  });
}

const mostly = { anyone: "nobody", service: "service", student: "student", staff: "agent" };

/** Whoever waits for something to come waits in no test. */
const unhurried = (body: unknown): unknown =>
  body instanceof Object && !Array.isArray(body) && "wait" in body ? { ...body, wait: 0 } : body;

const encoded = (query: Record<string, string>): string =>
  Object.entries(query)
    .map((pair) => pair.map((half) => encodeURIComponent(half.toWellFormed())).join("="))
    .join("&");

function queryOf({ query }: Route): Arbitrary<string> {
  const names = Object.keys(query?.shape ?? { limit: 0 });
  return fc
    .dictionary(
      fc.constantFrom(...names),
      fc.oneof(nastyText, fc.constantFrom("en", "1", "100", "-1", ...nastyTexts)),
      {
        maxKeys: 3,
      },
    )
    .map(encoded);
}

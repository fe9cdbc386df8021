import fc from "fast-check";
import type { z } from "zod";
import { type Api, createApi, type Transport } from "../../../api/contract/client.ts";
import { contract } from "../../../api/contract/index.ts";
import { problems } from "../../../api/contract/problems.ts";
import type { Route } from "../../../api/contract/route.ts";
import { chance } from "../../../prisma/seed/chance.ts";
import { ofSchema } from "./of-schema.ts";

/** So many answers of each operation are made beforehand. */
const prepared = 40;

/**
 * An API made of the contract alone, for as many turns as one likes: it refuses what does not have the form, as the real
 * one does, and otherwise answers anything that the contract allows: any answer, or any of the operation's problems.
 * @param seed decides what is answered, in which order
 */
export function pretendedApi(seed: number): Api {
  const routes = Object.values<Route>(contract).map((route, at) => ({
    route,
    path: new RegExp(`^${route.path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]*?)")}$`),
    answers: route.response ? answersOf(route.response, seed + at) : [],
  }));
  const random = chance(seed);

  const send: Transport = async ({ method, path, body }) => {
    const url = new URL(path, "http://api.invalid");
    const found = routes.find((one) => one.route.method === method && one.path.test(url.pathname));
    if (!found) throw new Error(`the contract has no ${method} ${url.pathname}`);
    const { route, answers } = found;
    const refuse = (code: keyof typeof problems) =>
      json(problems[code].status, {
        code,
        ...(random() < 0.5 && { about: ["SR-2026-000007"], retryAfter: 61 }),
      });
    const params = decoded(found.path.exec(url.pathname)?.groups ?? {});
    if (route.params && !route.params.safeParse(params).success) return refuse("validation-failed");
    if (route.query && !route.query.safeParse(Object.fromEntries(url.searchParams)).success)
      return refuse("validation-failed");
    if (route.body && !route.body.safeParse(JSON.parse(String(body ?? "null"))).success)
      return refuse("validation-failed");
    const refused =
      random() < 0.15 ? route.problems[Math.floor(random() * route.problems.length)] : undefined;
    if (refused) return refuse(refused);
    if (route.caller === "student" && random() < 0.01) return refuse("login-expired");
    if (!route.response) return { status: 200, body: new Uint8Array(8) };
    return json(200, answers[Math.floor(random() * answers.length)]);
  };
  return createApi(send, "the service key");
}

/** What JSON Schema cannot say (that two times differ) an answer keeps to all the same. */
const answersOf = (response: z.ZodType, seed: number): unknown[] =>
  fc.sample(
    ofSchema(response, "output").filter((answer) => response.safeParse(answer).success),
    { numRuns: prepared, seed },
  );

const json = (status: number, body: unknown) => ({
  status,
  body: new TextEncoder().encode(JSON.stringify(body)),
});

const decoded = (groups: Record<string, string>) =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));

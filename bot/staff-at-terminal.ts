import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { z } from "zod";
import { type Api, ApiUnreachable } from "../api/contract/client.ts";
import { loadEnvFile, UsageError } from "../api/contract/command-line.ts";
import { Problem } from "../api/contract/problems.ts";
import { Language } from "../api/contract/shared.ts";
import { plain } from "../conversations/engine/markup.ts";
import { problemSentence } from "../conversations/engine/refusal.ts";
import { type Translate, translate } from "../conversations/words/words.ts";
import { cookie } from "./desk/page-caller.ts";
import { reachUniversity } from "./university.ts";

const Refused = z.object({ title: z.string().catch("") });

/** Prints what a person reads. */
export const say = (markup: string): void => console.log(plain(markup).replaceAll(/[\u2068\u2069]/g, ""));

/** The desk's language. */
export function wordsAtTerminal(): Translate {
  loadEnvFile();
  return translate(Language.catch("en").parse(process.env.DESK_LANGUAGE));
}

/** Runs a command, and says in one sentence why it failed. */
export async function atTerminal(t: Translate, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof Problem) console.error(plain(problemSentence(t, error)));
    else if (error instanceof ApiUnreachable)
      console.error("The program does not answer; is it running, and is API_URL its address?");
    else if (error instanceof Error) console.error(error.message);
    process.exitCode = 1;
  }
}

/** Does something as a member of staff, whose login ends with it. */
export async function asStaff(perform: (as: () => Api) => Promise<void>): Promise<void> {
  const { PORT = "3000", API_URL = `http://127.0.0.1:${PORT}`, API_KEY = "" } = process.env;
  const addresses = API_URL.split(",").map((address) => address.trim());
  if (!addresses.every((address) => URL.canParse(address)))
    throw new UsageError("API_URL is not a web address; one looks like http://127.0.0.1:3000.");
  const university = reachUniversity(() => addresses, API_KEY);
  try {
    const login = await logIn(university.api, API_KEY === "" ? addresses[0] : undefined);
    const as = () => university.api.for({ token: login, idempotencyKey: randomUUID() });
    try {
      await perform(as);
    } finally {
      await as().staffLogout();
    }
  } finally {
    await university.close();
  }
}

/**
 * @param page where to log in as at the desk's page, which needs no key of the program's
 * @returns the token of this command's own login, which ends with it
 */
async function logIn(api: Api, page: string | undefined): Promise<string> {
  const { STAFF_EMAIL, STAFF_PASSWORD } = process.env;
  const email = STAFF_EMAIL ?? (await ask("E-mail: "));
  const password = STAFF_PASSWORD ?? (await ask("Password: ", true));
  if (page !== undefined) return logInAtDesk(page, { email, password });
  const body = { channel: "command-line", chat: randomUUID(), email, password };
  return (await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body })).token;
}

async function logInAtDesk(page: string, body: { email: string; password: string }): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(new URL("/desk/login", page), {
    ...{ method: "POST", headers, body: JSON.stringify(body) },
  }).catch((cause: unknown) => {
    throw new ApiUnreachable("the desk did not answer", { cause });
  });
  const token = new RegExp(`${cookie}=([^;]+)`).exec(answer.headers.get("set-cookie") ?? "")?.[1];
  if (token !== undefined) return token;
  const { title } = Refused.parse(await answer.json());
  throw new UsageError(title === "" ? "The desk's page let nobody in; is API_URL its address?" : title);
}

async function ask(question: string, hidden = false): Promise<string> {
  if (!process.stdin.isTTY)
    throw new UsageError("Who are you? Set STAFF_EMAIL and STAFF_PASSWORD where there is no terminal.");
  process.stderr.write(question);
  const lines = createInterface({
    input: process.stdin,
    ...(hidden ? {} : { output: process.stderr }),
    terminal: true,
  });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
}

import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { createLog, withoutPersonal } from "../../bot/log.ts";
import { fingerprint } from "../../conversations/engine/fingerprint.ts";

function logging() {
  const lines: string[] = [];
  const log = createLog({ LOG_LEVEL: "info", API_KEY: "a key for tests" }, () => ({ trace: "t1" }), {
    write: (line) => void lines.push(line),
  });
  return { log, lines };
}

test.each([
  ["a CNIC", "of 35202-1234567-1"],
  ["a registration number", "22P-123456 logged in"],
  ["a mobile number", "to +923001234567"],
  ["one as people write it", "to 0300 1234567"],
  ["a chat of WhatsApp", "923001234567@c.us is gone"],
  ["an address", "ayesha@students.rabta.example"],
  ["a bot's token", "https://api.telegram.org/bot123456789:AAEx4mpleTokenFromBotFather_0123456/getMe"],
])("%s does not stand in a log", (_what, text) => {
  expect(withoutPersonal(text)).toContain("[personal]");
  expect(withoutPersonal(text)).not.toMatch(/\d{6}|students|AAEx/);
});

test("what is needed to find a fault stands there", () => {
  for (const line of [
    '{"level":50,"time":1795572347376,"update":"telegram:412345678","delivery":"018f0000-0000-7000-8000-000000000001"}',
    '{"route":"/v1/me/grades","status":200,"ms":12.3,"reqId":"1f0e9303-1234-4567-8901-030012345678"}',
    "connect ECONNREFUSED 127.0.0.1:6379",
    "SR-2026-000123 at 2026-11-25T02:40:36.833Z",
  ])
    expect(withoutPersonal(line)).toBe(line);
});

test("a chat has the same name in every line, and it is not its own", () => {
  const { log, lines } = logging();
  log.warn({ chat: "923001234567" }, "one");
  log.warn({ chat: "923001234567", chats: ["923001234567", "5"] }, "two");
  const [one, two] = lines.map((line) => JSON.parse(line));
  expect(one.chat).toMatch(/^[\w-]{8}$/);
  expect(two).toMatchObject({
    chat: one.chat,
    chats: [one.chat, expect.not.stringContaining("5x")],
    trace: "t1",
  });
  expect(lines.join()).not.toContain("3001234567");
});

test("an update has the same name in every line, and no number in it", () => {
  const { log, lines } = logging();
  const ids = ["wa:false_923001234567@c.us_3EB0C767D097B7C9", "wa:wamid.HBgMOTIzMDAxMjM0NTY3FQIAEhgUM0E5"];
  for (const update of [...ids, ...ids]) log.error({ update }, "a turn went wrong");
  const names = lines.map((line) => JSON.parse(line).update);
  expect(names).toEqual([...ids, ...ids].map(fingerprint));
});

test("of a failure its message, code and stack are told, not what a library hangs on it", () => {
  const { log, lines } = logging();
  const cause = Object.assign(new DatabaseError("duplicate key", 1, "error"), {
    ...{
      code: "23505",
      detail: "Key (name)=(Ayesha Siddiqa) already exists.",
      payload: { text: "my secret" },
    },
  });
  log.error({ cause }, "it failed");
  log.error({ err: new Error("outer", { cause }) }, "it failed again");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ cause: { message: "duplicate key", code: "23505" } });
  expect(lines[1]).toContain("duplicate key");
  expect(lines.join()).not.toMatch(/Ayesha|my secret/);
});

test.each(["a", "1", "a@", "a@b.", "a.b+", "123456:", "0300 "])(
  "a line of %j without end is gone over once",
  (part) => {
    const line = part.repeat(500_000);
    expect(withoutPersonal(line).length).toBeLessThanOrEqual(line.length * 2);
  },
);

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { z } from "zod";

const Line = z.strictObject({
  text: z.string(),
  intent: z.string(),
  score: z.number().min(0).max(1),
  entities: z.array(z.strictObject({ entity: z.string(), value: z.string(), start: z.int(), end: z.int() })),
  language: z.enum(["en", "ur", "ur-Latn"]),
});

const command = () => spawn(process.execPath, ["conversations/understanding/command.ts"]);

/** What the command makes of its input. */
async function told(input: string | Uint8Array) {
  const running = command();
  const read = Promise.all([text(running.stdout), text(running.stderr), once(running, "close")]);
  running.stdin.end(input);
  const [out, err, [code]] = await read;
  expect({ err, code }).toEqual({ err: "", code: 0 });
  return out === ""
    ? []
    : out
        .trimEnd()
        .split("\n")
        .map((line) => Line.parse(JSON.parse(line)));
}

test("one object a line, whatever the line is, also for the last one without an end", async () => {
  const long = `show my result ${"please ".repeat(200_000)}`;
  const lines = await told(
    Buffer.concat([
      Buffer.from("mera 8601 ka result dikhao\r\n\n"),
      Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
      Buffer.from(`${long}\nمیرا رزلٹ دکھائیں`),
    ]),
  );
  expect(lines.map(({ intent, language }) => [intent, language])).toEqual([
    ["grades", "ur-Latn"],
    ["none", "en"],
    ["none", "en"],
    ["grades", "en"],
    ["grades", "ur"],
  ]);
  expect(lines[0]?.entities).toEqual([{ entity: "course-code", value: "8601", start: 5, end: 9 }]);
  expect(lines[3]?.text).toBe(long);
});

test("a line ends where a file's lines end, and nowhere else; a mark of the byte order is no letter", async () => {
  const lines = await told("\ufeffmera result\u2028kab aayega\r\nmy grades\rplease");
  expect(lines.map((line) => line.text)).toEqual(["mera result\u2028kab aayega", "my grades\rplease"]);
});

test("nothing in, nothing out", async () => {
  expect(await told("")).toEqual([]);
});

test("whoever stops reading ends it", async () => {
  const running = command();
  const ended = once(running, "close");
  running.stdin.on("error", () => {});
  running.stdout.once("data", () => running.stdout.destroy());
  running.stdin.end("show my result\n".repeat(50_000));
  expect((await ended)[0]).toBe(0);
});

import { expect, test } from "vitest";
import { stepByStep } from "../../bot/channels/step-by-step.ts";

test("what has gone out does not go again when the next call has to, and each waits for the one before it", async () => {
  const message = { kind: "text", text: "in two calls" } as const;
  const inOrder = stepByStep<string>();
  const made: string[] = [];
  let fails = true;
  const send = () =>
    inOrder(
      "a",
      message,
      async () => ["one", "two"],
      async (call) => {
        await new Promise(setImmediate);
        made.push(call);
        if (call === "two" && fails) throw new Error("slow down");
        return call;
      },
    );
  await expect(send()).rejects.toThrow("slow down");
  fails = false;
  expect(await send()).toBe("two");
  expect(made).toEqual(["one", "two", "two"]);
});

test("what is sent to several chats goes to each of them whole, whichever of them had to wait", async () => {
  const message = { kind: "text", text: "the same for all" } as const;
  const inOrder = stepByStep<string>();
  const sent: string[] = [];
  const full = new Set(["a"]);
  const send = (chat: string) =>
    inOrder(
      chat,
      message,
      () => ["one", "two"],
      async (call) => {
        if (call === "two" && full.has(chat)) throw new Error("slow down");
        sent.push(`${chat}:${call}`);
        return `${chat}:${call}`;
      },
    );
  await expect(send("a")).rejects.toThrow("slow down");
  expect(await send("b")).toBe("b:two");
  full.clear();
  expect(await send("a")).toBe("a:two");
  expect(await send("a")).toBe("a:two");
  expect(sent.filter((one) => one.startsWith("b"))).toEqual(["b:one", "b:two"]);
  expect(sent.filter((one) => one === "a:two")).toHaveLength(2);
});

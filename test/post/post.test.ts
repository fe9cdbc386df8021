import { describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { codeLetter } from "../../api/post/code-letter.ts";
import { openPost, type PostOptions } from "../../api/post/post.ts";
import { mailServer } from "../doubles/mail-server.ts";
import { smsGatewayOfATest } from "../doubles/sms-gateway.ts";

const letter = { to: "+923001234567", subject: "Your code", text: "The code is 123456" };
const mail = { ...letter, to: "ayesha@students.example" };

function office(options: Partial<PostOptions>) {
  const logged: [level: string, details: Record<string, unknown>, message: string][] = [];
  const level = (name: string) => (details: object, message: string) =>
    void logged.push([name, details as Record<string, unknown>, message]);
  const log = { info: level("info"), warn: level("warn"), error: level("error") };
  const closing = new AbortController();
  const post = openPost({
    ...{ from: "Rabta Open University", log: log as never, pauses: [0, 0] },
    closing: closing.signal,
    ...options,
  });
  return { post, logged, closing };
}

describe("a text message", () => {
  test("is posted to the gateway as JSON, with its credentials", async () => {
    const gateway = await smsGatewayOfATest("rabta:s%3Acret".replace("%3A", ":"));
    const { post } = office({ smsUrl: gateway.url });
    post.send("phone", letter);
    expect(await gateway.next()).toEqual({ to: letter.to, text: letter.text });
  });

  test("is written into the address where the gateway wants it there", async () => {
    const gateway = await smsGatewayOfATest();
    const { post } = office({ smsUrl: `${gateway.url}?to={to}&text={text}` });
    post.send("phone", { ...letter, text: "کوڈ & 123456" });
    expect(await gateway.next()).toEqual({ to: letter.to, text: "کوڈ & 123456" });
  });

  test.each([[503], [429], ["hang up"]] as const)("is sent again after %s", async (fault) => {
    const gateway = await smsGatewayOfATest();
    gateway.fail(fault, fault);
    const { post, logged } = office({ smsUrl: gateway.url });
    post.send("phone", letter);
    await post.idle();
    expect(gateway.taken).toHaveLength(1);
    expect(logged.map(([level]) => level)).toEqual(["warn", "warn"]);
  });

  test("is given up once the gateway will never take it, and the operator is told, not the code", async () => {
    const gateway = await smsGatewayOfATest();
    const { post, logged } = office({ smsUrl: gateway.url });
    post.send("phone", { ...letter, to: "0300" });
    await post.idle();
    expect(logged.map(([level]) => level)).toEqual(["error"]);
    expect(JSON.stringify(logged)).not.toContain("123456");
  });

  test("is given up after the last try", async () => {
    const gateway = await smsGatewayOfATest();
    gateway.fail(500, 500, 500, 500);
    const { post, logged } = office({ smsUrl: gateway.url });
    post.send("phone", letter);
    await post.idle();
    expect(logged.map(([level]) => level)).toEqual(["warn", "warn", "error"]);
  });

  test("keeps no server from closing", async () => {
    const gateway = await smsGatewayOfATest();
    gateway.fail(500, 500);
    const { post, closing } = office({ smsUrl: gateway.url, pauses: [3_600_000] });
    post.send("phone", letter);
    closing.abort();
    await post.idle();
    expect(gateway.taken.length).toBeLessThanOrEqual(1);
  });
});

describe("an e-mail", () => {
  test("is sent from the university's address", async () => {
    const server = await mailServer();
    const { post, logged } = office({ smtpUrl: server.url() });
    post.send("email", mail);
    await post.idle();
    expect(logged).toEqual([]);
    expect(server.taken).toMatchObject([{ from: "campus@rabta.example", to: ["ayesha@students.example"] }]);
    expect(server.taken[0]?.source).toContain("From: Rabta Open University <campus@rabta.example>");
    expect(server.taken[0]?.source).toContain("The code is 123456");
  });

  test("is sent again when the server says later, and not when it says never", async () => {
    const server = await mailServer();
    server.refuse(451);
    const { post, logged } = office({ smtpUrl: server.url() });
    post.send("email", mail);
    await post.idle();
    expect(server.taken).toHaveLength(1);
    post.send("email", { ...mail, to: "somebody@elsewhere.invalid" });
    await post.idle();
    expect(server.taken).toHaveLength(1);
    expect(logged.map(([level]) => level)).toEqual(["warn", "error"]);
  });
});

test("without a server or a gateway it is written to the log, which says so", async () => {
  const { post, logged } = office({});
  post.send("phone", letter);
  post.send("email", mail);
  await post.idle();
  expect(logged).toMatchObject([
    ["info", { to: letter.to, text: letter.text }, expect.stringContaining("SMS_URL")],
    ["info", { to: mail.to, text: mail.text }, expect.stringContaining("SMTP_URL")],
  ]);
});

test.each(languages)("a code in %s fits into few text messages and says what to do", (language) => {
  const { text, subject } = codeLetter("+923001234567", "048213", language, "Rabta Open University");
  expect(text).toContain("048213");
  expect(text).toContain("10");
  expect(text.length).toBeLessThan(200);
  expect(subject).not.toBe("");
});

import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { openHouse } from "../../conversations/house.ts";
import { pdf } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { dialogue, setup } from "../dialogue.ts";
import { smsGateway } from "../doubles/sms-gateway.ts";
import { serviceKey, testUniversity } from "../university.ts";

test("no line of the API's log, however much it says, holds a secret or a person", async () => {
  const lines: string[] = [];
  const gateway = await smsGateway();
  onTestFinished(() => gateway.close().then(() => {}));
  const university = await testUniversity({
    ...{ engine: "pglite", now: demoNow, log: (line) => void lines.push(line) },
    more: { smsUrl: gateway.url, publicUrl: "https://campus.example" },
  });
  const { app, api, database } = university;
  const once = () => ({ idempotencyKey: randomUUID() });
  const secrets: string[] = [serviceKey, "demo-pass-1", "demo-desk-1", "rabta:secret", "cmFidGE6c2VjcmV0"];

  // A whole life in a chat: a login that fails and one that does not, the record, requests, a forgotten password.
  const person = dialogue({ house: openHouse(api, { ...setup, sharesContact: () => true }) });
  for (const words of ["hello", "English", "login", "22P-123456", "not-my-pass-9", "demo-pass-1", "profile"])
    await person.says(words);
  secrets.push("not-my-pass-9", (await person.session()).student!.token);
  const student = await university.logIn("22P-123456");
  await student().uploadFile({ query: { name: "cnic-of-ayesha.pdf" }, bytes: pdf() });
  await database.client.serviceRequest.updateMany({ data: { state: "closed" } });
  const cnic = { type: "cnic-correction", cnic: "35202-7654321-9" } as const;
  await student()
    .fileRequest({ body: { fields: cnic, message: "My phone is 0345 7654321" } })
    .catch(() => {});
  await student().fileRequest({ body: { fields: { type: "mobile-change", phone: "0345 7654321" } } });
  secrets.push("7654321", "cnic-of-ayesha");

  // Codes: one that arrives, and one that the gateway loses, which the operator is told.
  const forgot = {
    channel: "web",
    chat: "forgotten",
    registrationNumber: "22P-123456",
    language: "en",
  } as const;
  gateway.fail(500, "hang up", 400);
  await api.for(once()).requestLoginCode({ body: { ...forgot, by: "phone" } });
  await api.for(once()).requestLoginCode({ body: { ...forgot, chat: "again", by: "phone" } });
  const code = /\d{6}/.exec((await gateway.next()).text)?.[0] ?? "";
  const address = { channel: "web", chat: "again" };
  await api
    .for(once())
    .checkLoginCode({ body: { ...address, code: "000000" } })
    .catch(() => {});
  await api
    .for(once())
    .checkLoginCode({ body: { ...address, code } })
    .catch(() => {});
  await api
    .for(once())
    .setPassword({ body: { ...address, password: "a-new-pass-77" } })
    .catch(() => {});
  secrets.push(`"${code}"`, `is ${code}`, "a-new-pass-77");

  // Links and the desk.
  const { url } = await api
    .for(once())
    .createLoginLink({ body: { channel: "web", chat: "c", language: "en" } });
  const { pathname } = new URL(url);
  await app.inject({ url: pathname });
  const form = "registrationNumber=22P-123456&password=from-the-page-5";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  await app.inject({ method: "POST", url: pathname, headers, payload: form });
  secrets.push(pathname.split("/")[2] ?? "", "from-the-page-5");
  const staff = { channel: "web", chat: "d", email: "desk@rabta.example", password: "demo-desk-1" };
  const { token } = await api.for(once()).staffLogin({ body: staff });
  const link = await api.for({ token, ...once() }).linkCode({ body: {} });
  await api
    .for({ token, ...once() })
    .revealRequest({ params: { reference: "SR-2026-000005" } })
    .catch(() => {});
  secrets.push(token, link.code);

  // What is refused, and what breaks: the database is gone.
  await app.inject({ url: `/v1/me?token=${token}`, headers: { authorization: `Bearer ${token}` } });
  await app.inject({ method: "POST", url: "/v1/auth/login", payload: `{"password":"broken-json-3` });
  secrets.push("broken-json-3");
  await database.close();
  for (const caller of [serviceKey, token])
    await app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${caller}` } });
  const late = { channel: "web", chat: "e", registrationNumber: "22P-123456", password: "too-late-pass-4" };
  await api
    .for(once())
    .login({ body: late })
    .catch(() => {});
  secrets.push("too-late-pass-4", "35202-1234567-1", "3001234567", "ayesha@", "desk@rabta", "Ayesha");
  await app.close();

  const log = lines.join("");
  expect(lines.length).toBeGreaterThan(20);
  expect(log).toContain('"level":50');
  expect(secrets.filter((one) => log.includes(one))).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryStorage, type Storage } from "../../api/files/storage.ts";
import { forgetFiles } from "../../api/jobs/forget-files.ts";
import { refusal } from "../api/campus.ts";
import { demoCipher, demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";
import { pdf, photo } from "./papers.ts";

const hour = 60 * 60_000;
const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;

describe.each(engines)("documents, on %s", (engine) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let storage: Storage;
  let keys: Set<string>;
  beforeAll(async () => {
    const memory = memoryStorage();
    keys = new Set();
    storage = {
      ...memory,
      put: (key, bytes) => memory.put(key, bytes).then(() => void keys.add(key)),
      delete: (key) => memory.delete(key).then(() => void keys.delete(key)),
    };
    university = await testUniversity({ engine, now: demoNow, more: { storage } });
  });
  afterAll(() => university.close());

  const as = (who: "22P-123456" | "23B-654321" = "23B-654321") => university.logIn(who);
  const upload = async (me: Awaited<ReturnType<typeof as>>, name = "cnic.jpg", key?: string) =>
    me(key).uploadFile({ query: { name }, bytes: name.endsWith(".pdf") ? pdf() : await photo() });
  const name = { type: "name-correction" as const, name: "Bilal Ahmad" };
  const general = (files: string[]) => ({
    body: { fields: { type: "general" as const }, message: "See the paper.", files },
  });

  test("are uploaded, attached, and shown by name; what is kept is sealed", async () => {
    const me = await as();
    const [scan, paper] = [await upload(me), await upload(me, "../letter.pdf")];
    expect([scan.name, scan.type, paper.name, paper.type]).toEqual([
      "cnic.jpg",
      "image/jpeg",
      "letter.pdf",
      "application/pdf",
    ]);
    const files = [scan.id, paper.id];
    const { reference } = await me().fileRequest({ body: { fields: name, files } });
    expect((await me().request({ params: { reference } })).files).toEqual([scan, paper]);
    const row = await university.database.client.storedFile.findUniqueOrThrow({ where: { id: paper.id } });
    const kept = await storage.get(row.storageKey);
    expect(kept.toString("latin1")).not.toContain("%PDF");
    expect(demoCipher.openBytes(row.storageKey, kept).equals(pdf())).toBe(true);
    expect(() => demoCipher.openBytes("another", kept)).toThrow();
    await me().withdrawRequest({ params: { reference } });
  });

  test("come with a later message, or alone", async () => {
    const me = await as();
    const { reference } = await me().fileRequest(general([]));
    const [one, other] = [await upload(me), await upload(me, "other.pdf")];
    await me().addToRequest({ params: { reference }, body: { message: "Here it is.", files: [one.id] } });
    await me().addToRequest({ params: { reference }, body: { files: [other.id] } });
    const { messages } = await me().request({ params: { reference } });
    expect(messages.map(({ body, files }) => [body, files.map((file) => file.name)])).toEqual([
      ["See the paper.", []],
      ["Here it is.", ["cnic.jpg"]],
      ["", ["other.pdf"]],
    ]);
    const nothing = me().addToRequest({ params: { reference }, body: { files: [] } });
    expect(await refusal(nothing)).toBe("validation-failed");
  });

  test("are needed where the university says so", async () => {
    const me = await as();
    expect(
      (await me().requestTypes()).types.filter((one) => one.needsDocument).map(({ type }) => type),
    ).toEqual(["name-correction", "cnic-correction"]);
    expect(await refusal(me().fileRequest({ body: { fields: name } }))).toBe("document-required");
    const { client } = university.database;
    await client.setting.create({ data: { key: "requests-with-document", value: ["general"] } });
    expect(await refusal(me().fileRequest(general([])))).toBe("document-required");
    const { reference } = await me().fileRequest({ body: { fields: name } });
    await me().withdrawRequest({ params: { reference } });
    await client.setting.delete({ where: { key: "requests-with-document" } });
  });

  test("are used once, by their owner, five at a time", async () => {
    const [me, other] = [await as(), await as("22P-123456")];
    const { id } = await upload(me);
    expect(await refusal(other().fileRequest(general([id])))).toBe("file-gone");
    await me().fileRequest(general([id, id]));
    expect(await refusal(me().fileRequest(general([id])))).toBe("file-gone");
    expect(await refusal(me().fileRequest(general([crypto.randomUUID()])))).toBe("file-gone");
    const six = Array.from({ length: 6 }, () => crypto.randomUUID());
    expect(await refusal(me().fileRequest(general(six)))).toBe("validation-failed");
  });

  test("are attached by one of two who try at once", async () => {
    const me = await as();
    const { id } = await upload(me);
    const tried = await Promise.all([1, 2, 3].map(() => refusal(me().fileRequest(general([id])))));
    expect(tried.toSorted()).toEqual(["done", "file-gone", "file-gone"]);
  });

  test("repeated with the same key are one; with other bytes the key is refused", async () => {
    const me = await as();
    const key = crypto.randomUUID();
    const before = keys.size;
    const first = await upload(me, "cnic.jpg", key);
    expect(await upload(me, "cnic.jpg", key)).toEqual(first);
    expect(keys.size).toBe(before + 1);
    expect(await refusal(me(key).uploadFile({ query: { name: "cnic.jpg" }, bytes: pdf() }))).toBe(
      "idempotency-key-reused",
    );
  });

  test.each([
    ["more than 10 MB", () => Buffer.alloc(10 * 1024 * 1024 + 1), "payload-too-large"],
    ["nothing", () => Buffer.alloc(0), "unsupported-media-type"],
    ["a text", () => Buffer.from("hello"), "unsupported-media-type"],
    ["half a PDF", () => pdf().subarray(0, 60), "file-unreadable"],
  ])("that are %s are refused, and nothing is kept", async (_, bytes, code) => {
    const me = await as();
    const before = keys.size;
    expect(await refusal(me().uploadFile({ query: { name: "x" }, bytes: bytes() }))).toBe(code);
    expect(keys.size).toBe(before);
  });

  test("are not taken as JSON, and JSON is not taken as bytes", async () => {
    const { token } = await university.api.for({ idempotencyKey: crypto.randomUUID() }).login({
      body: { channel: "web", chat: "x", registrationNumber: "23B-654321", password: "demo-pass-2" },
    });
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": crypto.randomUUID() };
    const post = (url: string, type: string) =>
      university.app.inject({
        method: "POST",
        url,
        headers: { ...headers, "content-type": type },
        payload: "{}",
      });
    expect((await post("/v1/me/files", "application/json")).statusCode).toBe(415);
    expect((await post("/v1/me/requests", "application/octet-stream")).statusCode).toBe(415);
  });

  test("that were never attached are forgotten after a day, attached ones are not", async () => {
    const me = await as();
    const [left, used] = [await upload(me), await upload(me)];
    await me().fileRequest(general([used.id]));
    const run = (after: number, batch?: number) => {
      const now = () => new Date(demoNow.getTime() + after);
      return forgetFiles({ database: university.database, storage, now }, batch);
    };
    expect(await run(23 * hour)).toBe(0);
    expect(await run(25 * hour, 1)).toBeGreaterThan(0);
    const there = await university.database.client.storedFile.findMany({
      select: { id: true, storageKey: true },
    });
    expect(there.map(({ id }) => id)).toContain(used.id);
    expect(there.map(({ id }) => id)).not.toContain(left.id);
    expect([...keys].toSorted()).toEqual(there.map(({ storageKey }) => storageKey).toSorted());
    expect(await refusal(me().fileRequest(general([left.id])))).toBe("file-gone");
  });

  test("waiting to be attached are twenty at most", async () => {
    const me = await as("22P-123456");
    const bytes = pdf();
    for (let count = 0; count < 20; count++) await me().uploadFile({ query: { name: "x.pdf" }, bytes });
    const before = keys.size;
    expect(await refusal(me().uploadFile({ query: { name: "x.pdf" }, bytes }))).toBe("too-many-requests");
    expect(keys.size).toBe(before);
  });
});

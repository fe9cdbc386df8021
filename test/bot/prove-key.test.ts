import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { examineApi } from "../../bot/doctor/examine-address.ts";
import { createHttp } from "../../bot/http.ts";
import { addressOf } from "../../bot/listen.ts";
import { proveKey } from "../../bot/prove-key.ts";
import { freePort } from "../free-port.ts";
import { serviceKey, testUniversity } from "../university.ts";

let university: Awaited<ReturnType<typeof testUniversity>>;
let address: string;
beforeAll(async () => {
  university = await testUniversity();
  await university.app.listen({ port: 0 });
  address = addressOf(university.app);
});
afterAll(() => university.close());

test("a process with another key than one of the API's says so in a sentence that names the variable and the address", async () => {
  const said = Promise.withResolvers<string>();
  const log = { error: (_details: object, message: string) => said.resolve(message) };
  const other = await testUniversity({ engine: "pglite", more: { serviceKey: "another-key" } });
  onTestFinished(() => other.close());
  await other.app.listen({ port: 0 });
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const proving = proveKey([nobody, address, addressOf(other.app)], "another-key", log);
  onTestFinished(() => proving.stop());
  expect(await said.promise).toMatch(new RegExp(`^API_KEY is not the key of the API at ${address}: .*\\.$`));
});

test("the doctor tells whether the API has the same key", async () => {
  const [, , same] = await examineApi(address, serviceKey);
  expect(same).toMatchObject({ isRight: true, says: expect.stringContaining("same API_KEY") });
  const [, , other] = await examineApi(address, "another-key");
  expect(other).toMatchObject({ isRight: false, says: expect.stringMatching(/^API_KEY is not/) });
});

test("the doctor tells an API from another process of Rabta's", async () => {
  const bot = createHttp(university.app.log, new Map());
  onTestFinished(() => bot.close());
  await bot.listen({ port: 0 });
  const found = await examineApi(addressOf(bot), serviceKey);
  expect(found.at(-1)).toMatchObject({
    isRight: false,
    says: expect.stringContaining("without the role api"),
  });
});

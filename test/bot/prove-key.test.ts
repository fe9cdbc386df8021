import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { examineApi } from "../../bot/doctor/examine-address.ts";
import { createHttp } from "../../bot/http.ts";
import { addressOf } from "../../bot/listen.ts";
import { proveKey } from "../../bot/prove-key.ts";
import { injected } from "../api/campus.ts";
import { serviceKey, testUniversity } from "../university.ts";

let university: Awaited<ReturnType<typeof testUniversity>>;
let address: string;
beforeAll(async () => {
  university = await testUniversity();
  await university.app.listen({ port: 0 });
  address = addressOf(university.app);
});
afterAll(() => university.close());

test("a process with another key says so in one sentence, which names the variable and the address", async () => {
  const said = Promise.withResolvers<string>();
  const log = { error: (_details: object, message: string) => said.resolve(message) };
  const proving = proveKey(createApi(injected(university.app), "another-key"), [address], log);
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

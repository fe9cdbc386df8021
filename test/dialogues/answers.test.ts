import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { understand } from "../../conversations/understanding/understand.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

vi.mock(import("../../conversations/understanding/understand.ts"), async (original) => {
  const real = await original();
  return { ...real, understand: vi.fn(real.understand) };
});

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeAll(async () => {
  university = await testUniversity({ engine: "pglite" });
});
afterAll(() => university.close());

// Guessing at a sentence costs several times what the rest of a turn does, and a password is nothing to be guessed at.
test.each(languages)("from the login to the marks no answer is guessed at, in %s", async (language) => {
  vi.mocked(understand).mockClear();
  const { t, says, taps } = await loggedIn(university, language, "22P-123456");
  await says(t("exams-grades"));
  await says("1");
  await taps(t("way-menu"));
  const guessed = vi.mocked(understand).mock.calls.map(([sentence]) => sentence);
  // Before there is a language, what is said instead of one may be a wish.
  expect(guessed.filter((sentence) => sentence !== "hello")).toEqual([]);
});

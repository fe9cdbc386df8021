import { describe, expect, onTestFinished, test } from "vitest";
import { readToken, verifyUrl } from "../../api/verification/token.ts";
import { demoCipher as cipher, demoNow } from "../database.ts";
import { decodeQrCode } from "../documents/reading.ts";
import { testUniversity } from "../university.ts";

const publicUrl = "https://campus.example";

async function logIn() {
  const university = await testUniversity({ now: demoNow, more: { publicUrl } });
  onTestFinished(() => university.close());
  const mine = (await university.logIn("22P-123456"))();
  const visit = async (pdf: Uint8Array, query = "") => {
    const url = decodeQrCode(Buffer.from(pdf)) ?? "";
    expect(url).toMatch(/^https:\/\/campus\.example\/verify\/[\w-]+\.[\w-]{16}$/);
    const { statusCode, body } = await university.app.inject(new URL(url).pathname + query);
    return { url, statusCode, body };
  };
  return { university, client: university.database.client, mine, visit };
}

describe("the code of a document leads whoever scans it to what the document must say", () => {
  test("a roll number slip, until it is taken back", async () => {
    const { mine, visit, client } = await logIn();
    const { examinations } = await mine.dateSheet();
    const [{ id, slip } = { id: "", slip: null }] = examinations;
    const pdf = await mine.rollNumberSlip({ params: { id } });
    const { statusCode, body } = await visit(pdf);
    expect(statusCode).toBe(200);
    for (const word of ["Ayesha Siddiqa", "22P-123456", slip?.rollNumber ?? "", "Spring 2026"])
      expect(body).toContain(word);
    for (const secret of ["35202", "Aslam", "Gulberg", "0300", "ayesha@"]) expect(body).not.toContain(secret);
    expect((await visit(pdf, "?lang=ur")).body).toContain('dir="rtl"');
    await client.rollNumberSlip.deleteMany();
    expect((await visit(pdf)).statusCode).toBe(404);
  });

  test("in the language of whoever scans it", async () => {
    const { university } = await logIn();
    const spoken = async (accepted: string, query = "") => {
      const headers = { "accept-language": accepted };
      const { body } = await university.app.inject({ url: `/verify/nothing${query}`, headers });
      return /<html lang="([^"]+)"/.exec(body)?.[1];
    };
    expect(await spoken("ur-PK,ur;q=0.9,en;q=0.8")).toBe("ur");
    expect(await spoken("de,en-GB;q=0.8,ur;q=0.9")).toBe("ur");
    expect(await spoken("ur-Latn-PK")).toBe("ur-Latn");
    expect(await spoken("fr, ur;q=0")).toBe("en");
    expect(await spoken("ur", "?lang=en")).toBe("en");
  });

  test("a result card, with its average", async () => {
    const { mine, visit } = await logIn();
    const pdf = await mine.resultCard({ params: { semester: "2026-spring" } });
    const { semesters } = await mine.grades();
    const { statusCode, body } = await visit(pdf);
    expect([statusCode, body.includes(semesters[0]?.gradePointAverage?.toFixed(2) ?? "?")]).toEqual([
      200,
      true,
    ]);
    expect(body).toContain("Result card");
  });

  test("an enrolment, until it is withdrawn", async () => {
    const { mine, visit } = await logIn();
    const params = { semester: "2026-autumn" };
    const { reference } = await mine.enrol({ params, body: { courses: ["406"] } });
    const pdf = await mine.enrolmentConfirmation({ params });
    expect((await visit(pdf)).body).toContain(reference);
    await mine.withdraw({ params });
    expect((await visit(pdf)).statusCode).toBe(404);
  });

  test("and a forged one nowhere", async () => {
    const { mine, visit, university } = await logIn();
    const { url } = await visit(await mine.resultCard({ params: { semester: "2026-spring" } }));
    const path = new URL(url).pathname;
    const forged = [
      path.replace("2026-spring", "2025-autumn"),
      `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`,
      path.split(".")[0] ?? "",
      "/verify/x.y",
      `/verify/${"é".repeat(20)}`,
    ];
    for (const one of forged) {
      const { statusCode, body } = await university.app.inject(encodeURI(one));
      expect([one, statusCode]).toEqual([one, 404]);
      expect(body).toContain("not valid");
    }
  });
});

test("a token is read as what it was made of, and by another key not at all", () => {
  const id = crypto.randomUUID();
  for (const document of [
    { kind: "slip" as const, id },
    { kind: "enrolment" as const, id },
    { kind: "result-card" as const, id, semester: "2026-spring" },
  ]) {
    const token = verifyUrl({ cipher, publicUrl }, document)?.split("/verify/")[1] ?? "";
    expect(readToken({ cipher }, token)).toEqual(document);
    expect(readToken({ cipher }, `e${token.slice(1)}x`)).toBeUndefined();
  }
  expect(verifyUrl({ cipher, publicUrl: undefined }, { kind: "slip", id })).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { resultCard } from "../../api/documents/result-card.ts";
import { decodeQrCode, read, squeezed } from "./reading.ts";
import { cardOf, student } from "./samples.ts";

describe("a result card", () => {
  test("says everything, on one page", async () => {
    const card = cardOf(2);
    const { pages, title, author } = await read(await resultCard(card));
    expect(title).toBe("Result card, Spring 2026, 22P-123456");
    expect(author).toBe("Rabta Open University");
    expect(pages).toHaveLength(1);
    const texts = pages[0] ?? [];
    expect(texts).toEqual(expect.arrayContaining(["Rabta Open University", "Result card", "Spring 2026"]));
    expect(texts).toEqual(expect.arrayContaining(Object.values(student)));
    for (const heading of [
      "Code",
      "Course",
      "Credithours",
      "Assignmentmarks",
      "Exammarks",
      "Total",
      "Grade",
    ]) {
      expect(squeezed(texts)).toContain(heading);
    }
    expect(squeezed(texts)).toContain("8601CriticalThinkingandReflectivePractices13827175B3.00");
    expect(texts).toEqual(
      expect.arrayContaining(["3.07", "3.21", "33", "Issued on 15 January 2027", "Page 1 of 1"]),
    );
  });

  test("shows what is awaited as a dash, not as nought", async () => {
    const { pages } = await read(await resultCard({ ...cardOf(2), gradePointAverage: null }));
    expect(squeezed(pages[0] ?? [])).toContain("8602CriticalThinkingandReflectivePractices23—————");
    expect(pages[0]).not.toContain("0.00");
  });

  test("sets the marks of a column with as many decimals", async () => {
    const { courses, ...card } = cardOf(3);
    const totals = [75, 69.95, 65.8];
    const marked = courses.map((course, index) => ({ ...course, total: totals[index] ?? null }));
    const { pages } = await read(await resultCard({ ...card, courses: marked }));
    expect(pages[0]).toEqual(expect.arrayContaining(["75.00", "69.95", "65.80"]));
  });

  test("keeps twelve courses on one page and takes a second for thirty, with the heading on both", async () => {
    expect((await read(await resultCard(cardOf(12)))).pages).toHaveLength(1);
    const { pages } = await read(await resultCard(cardOf(30)));
    expect(pages).toHaveLength(2);
    for (const [index, texts] of pages.entries()) {
      expect(texts).toEqual(
        expect.arrayContaining(["Result card", student.registrationNumber, "Code", `Page ${index + 1} of 2`]),
      );
    }
    const codes = pages.flat().filter((text) => /^86\d\d$/.test(text));
    expect(codes).toEqual(Array.from({ length: 30 }, (_, index) => `${8601 + index}`));
    expect(pages.map((texts) => texts.includes("3.07"))).toEqual([false, true]);
  });

  test("has no code without an address to be verified at", async () => {
    const { verifyUrl: _, ...card } = cardOf(2);
    const pdf = await resultCard(card);
    expect(decodeQrCode(pdf)).toBeUndefined();
    expect(squeezed((await read(pdf)).pages[0] ?? [])).not.toContain("genuine");
  });

  test("is dated where the university is", async () => {
    const { pages } = await read(await resultCard({ ...cardOf(1), timeZone: "UTC" }));
    expect(pages[0]).toContain("Issued on 14 January 2027");
  });
});

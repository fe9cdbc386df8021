import { describe, expect, test } from "vitest";
import { enrolmentConfirmation } from "../../api/documents/enrolment-confirmation.ts";
import { read, squeezed } from "./reading.ts";
import { confirmation, student } from "./samples.ts";

describe("an enrolment confirmation", () => {
  test("says the reference, the courses, their credit hours together and the day", async () => {
    const { pages, title } = await read(await enrolmentConfirmation(confirmation));
    expect(title).toBe("Enrolment confirmation, Autumn 2026, 22P-123456");
    expect(pages).toHaveLength(1);
    const texts = pages[0] ?? [];
    expect(texts).toEqual(
      expect.arrayContaining([...Object.values(student), "Autumn 2026", "EN-2026-000123"]),
    );
    for (const { code, title } of confirmation.courses) {
      expect(squeezed(texts)).toContain(squeezed([code, title, "3"]));
    }
    expect(squeezed(texts)).toContain("Totalcredithours15");
    expect(texts).toContain("2 September 2026");
  });
});

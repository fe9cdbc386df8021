import { describe, expect, test } from "vitest";
import { rollNumberSlip } from "../../api/documents/roll-number-slip.ts";
import { read } from "./reading.ts";
import { slip, student } from "./samples.ts";

describe("a roll number slip", () => {
  test("says who writes what, when and where", async () => {
    const { pages, title } = await read(await rollNumberSlip(slip));
    expect(title).toBe("Roll number slip, Autumn 2026, 22P-123456");
    expect(pages).toHaveLength(1);
    const texts = pages[0] ?? [];
    expect(texts).toEqual(expect.arrayContaining([...Object.values(student), "Photograph", "AB-204817"]));
    expect(texts).toEqual(
      expect.arrayContaining(["Examination centre LHR-07", slip.centre.name, slip.centre.address]),
    );
    expect(texts).toEqual(expect.arrayContaining(["9 November 2026", "Monday", "09:00 – 12:00", "1431"]));
    expect(texts).toEqual(expect.arrayContaining(["Instructions", "1.", "2.", ...slip.instructions]));
  });

  test("takes more pages for more instructions and loses none", async () => {
    const instructions = Array.from({ length: 60 }, (_, index) => `Instruction number ${index + 1}.`);
    const { pages } = await read(await rollNumberSlip({ ...slip, instructions }));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().filter((text) => text.startsWith("Instruction number"))).toEqual(instructions);
  });
});

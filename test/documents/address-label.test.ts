import { describe, expect, test } from "vitest";
import { addressLabel } from "../../api/documents/address-label.ts";
import { read } from "./reading.ts";
import { label } from "./samples.ts";

describe("an address label", () => {
  test("says where it goes, where it comes from and what is inside", async () => {
    const { pages, title } = await read(await addressLabel(label));
    expect(title).toBe("Address label, course 1431, 22P-123456");
    expect(pages).toHaveLength(1);
    expect(pages[0]).toEqual(
      expect.arrayContaining(["To the tutor", "Prof. Rashida Anwar", "From", "Fatima Bibi"]),
    );
    expect(pages[0]).toContain("Registration number 22P-123456");
    expect(pages[0]).toEqual(
      expect.arrayContaining([
        "House 12, Model Town",
        "Lahore 54700",
        "Phone 0300-1234567",
        "Phone 0321-7654321",
      ]),
    );
    expect(pages[0]).toEqual(expect.arrayContaining(["راشدہ انور", "فاطمہ بی بی"]));
    expect(pages[0]).toContain("1431 Basics of Information & Communication Technology");
    expect(pages[0]).toContain("Autumn 2026 · Assignment 2, due on 30 December 2026");
  });

  test("leaves the assignment's number to be written where it serves them all", async () => {
    const { assignment: _, ...any } = label;
    expect((await read(await addressLabel(any))).pages[0]).toContain(
      "Autumn 2026 · Assignment number ________",
    );
  });
});

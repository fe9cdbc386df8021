import { describe, expect, test } from "vitest";
import { type AddressLabel, addressLabel } from "../../api/documents/address-label.ts";
import { enrolmentConfirmation } from "../../api/documents/enrolment-confirmation.ts";
import { type RollNumberSlip, rollNumberSlip } from "../../api/documents/roll-number-slip.ts";
import { decodeQrCode, read, squeezed } from "./reading.ts";
import { cardOf, issued, markedName, student } from "./samples.ts";

const semester = { label: "Autumn 2026" };
const slip: RollNumberSlip = {
  ...issued,
  student,
  examination: semester,
  rollNumber: "AB-204817",
  centre: { code: "LHR-07", name: "Government Graduate College", address: "Jail Road, Lahore 54660" },
  papers: [
    {
      code: "1431",
      title: "Basics of Information & Communication Technology",
      startsAt: new Date("2026-11-09T04:00:00Z"),
      endsAt: new Date("2026-11-09T07:00:00Z"),
    },
  ],
  instructions: ["Bring this slip.", "Be at the centre 30 minutes before the paper begins."],
};
const confirmation = {
  ...issued,
  student,
  semester,
  reference: "EN-2026-000123",
  enrolledAt: new Date("2026-09-02T10:00:00Z"),
  courses: cardOf(5).courses,
};
const { verifyUrl: _, ...unverified } = issued;
const label: AddressLabel = {
  ...unverified,
  semester,
  course: { code: "1431", title: "Basics of Information & Communication Technology" },
  assignment: { number: 2, dueOn: new Date("2026-12-30T12:00:00Z") },
  tutor: {
    name: "Prof. Rashida Anwar",
    nameUrdu: "راشدہ انور",
    address: "House 12, Model Town\nLahore 54700",
    phone: "0300-1234567",
  },
  student: { ...student, address: "مکان نمبر ۱۲، گوجرانوالہ", phone: "0321-7654321" },
};

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

describe("an address label", () => {
  test("says where it goes, where it comes from and what is inside", async () => {
    const { pages, title } = await read(await addressLabel(label));
    expect(title).toBe("Address label, course 1431, 22P-123456");
    expect(pages).toHaveLength(1);
    const text = squeezed(pages[0] ?? []);
    for (const { name, phone } of [label.tutor, label.student])
      expect(text).toContain(squeezed([name, phone ?? ""].slice(0, 1)));
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

describe.each([
  ["roll number slip", (name: string) => rollNumberSlip({ ...slip, student: { ...student, name } })],
  [
    "enrolment confirmation",
    (name: string) => enrolmentConfirmation({ ...confirmation, student: { ...student, name } }),
  ],
  ["address label", (name: string) => addressLabel({ ...label, tutor: { ...label.tutor, name } })],
])("every %s", (kind, make) => {
  test("shows a long name with markup characters whole", async () => {
    expect(squeezed((await read(await make(markedName))).pages.flat())).toContain(squeezed([markedName]));
  });

  test("is small, and the same to the byte when it is issued again", async () => {
    const pdf = await make("Fatima Bibi");
    expect(pdf.length).toBeLessThan(30_000);
    expect((await make("Fatima Bibi")).equals(pdf)).toBe(true);
  });

  test.runIf(kind !== "address label")("carries a code that leads to where it is verified", async () => {
    expect(decodeQrCode(await make("Fatima Bibi"))).toBe(issued.verifyUrl);
  });
});

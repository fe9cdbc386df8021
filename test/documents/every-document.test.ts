import { describe, expect, test } from "vitest";
import { addressLabel } from "../../api/documents/address-label.ts";
import { enrolmentConfirmation } from "../../api/documents/enrolment-confirmation.ts";
import { resultCard } from "../../api/documents/result-card.ts";
import { rollNumberSlip } from "../../api/documents/roll-number-slip.ts";
import { decodeQrCode, read, squeezed } from "./reading.ts";
import { cardOf, confirmation, issued, label, markedName, slip, student } from "./samples.ts";

const verifiable = [
  ["result card", (name: string) => resultCard({ ...cardOf(12), student: { ...student, name } })],
  ["roll number slip", (name: string) => rollNumberSlip({ ...slip, student: { ...student, name } })],
  [
    "enrolment confirmation",
    (name: string) => enrolmentConfirmation({ ...confirmation, student: { ...student, name } }),
  ],
] as const;

describe.each([
  ...verifiable,
  ["address label", (name: string) => addressLabel({ ...label, tutor: { ...label.tutor, name } })] as const,
])("every %s", (_, make) => {
  test("shows a name of 60 characters with markup whole", async () => {
    expect(markedName).toHaveLength(60);
    expect(squeezed((await read(await make(markedName))).pages.flat())).toContain(squeezed([markedName]));
  });

  test("is small, and the same to the byte when it is issued again", async () => {
    const pdf = await make("Fatima Bibi");
    expect(pdf.length).toBeLessThan(30_000);
    expect((await make("Fatima Bibi")).equals(pdf)).toBe(true);
    expect((await make("Fatima Bano")).equals(pdf)).toBe(false);
  });
});

test.each(verifiable)("a %s carries a code that leads to where it is verified", async (_, make) => {
  expect(decodeQrCode(await make("Fatima Bibi"))).toBe(issued.verifyUrl);
});

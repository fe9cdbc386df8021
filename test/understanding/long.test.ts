import { expect, test } from "vitest";
import { credentialsIn, staffCredentialsIn } from "../../conversations/understanding/credentials.ts";
import { masked } from "../../conversations/understanding/masked.ts";
import { partsOf } from "../../conversations/understanding/parts.ts";

test.each([" ", "\n", "a", "? ", "?\u2068", ":", "a@", "a@b.", "8601 ", "22P-123456 "])(
  "a message of %j without end is gone over once",
  (part) => {
    const text = part.repeat(500_000);
    expect(partsOf(`x${text}x`).length).toBeLessThan(3);
    expect(masked(`x${text}`, "Ayesha Siddiqa")).toBeUndefined();
    expect(credentialsIn(`22P-123456 ${text}x demo-pass-1`)).toBeUndefined();
    expect(staffCredentialsIn(`desk@rabta.example ${text}x demo-desk-1`)).toBeUndefined();
  },
);

test("what is written before or between the two, and in how many lines, makes no difference", () => {
  const both = { registrationNumber: "22P-123456", password: "demo-pass-1" };
  const spaces = " \n".repeat(1_000);
  expect(credentialsIn(`22P-123456${spaces}demo-pass-1${spaces}`)).toEqual(both);
  expect(credentialsIn(`${"Assalam o alaikum ".repeat(100)}22P-123456 demo-pass-1`)).toEqual(both);
  expect(staffCredentialsIn(`${spaces}desk@rabta.example${spaces}password: demo-desk-1`)).toEqual({
    email: "desk@rabta.example",
    password: "demo-desk-1",
  });
});

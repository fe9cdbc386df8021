import { describe, expect, test } from "vitest";
import { maskAddress, maskCnic, maskEmail, maskPhone } from "../../api/rules/masking.ts";

describe("what a chat shows of a record", () => {
  test.each([
    ["35202-1234567-1", "35202-*****-1"],
    ["3520212345671", "35202-*****-1"],
    ["1234", "*****"],
    ["", "*****"],
  ])("of the CNIC %s: %s", (cnic, shown) => expect(maskCnic(cnic)).toBe(shown));

  test.each([
    ["0300-1234567", "0300-****567"],
    ["03001234567", "0300-****567"],
    ["+923001234567", "0300-****567"],
    ["0092 300 1234567", "0300-****567"],
    ["12345", "****"],
  ])("of the phone number %s: %s", (phone, shown) => expect(maskPhone(phone)).toBe(shown));

  test.each([
    ["fatima@example.com", "f***@example.com"],
    ["é@example.com", "é***@example.com"],
    ["@example.com", "***"],
    ["nothing", "***"],
  ])("of the e-mail address %s: %s", (email, shown) => expect(maskEmail(email)).toBe(shown));

  test.each([
    ["House 5, Street 2, Lahore", "***, Lahore"],
    ["House 5, Street 2, Lahore 54000", "***, Lahore"],
    ["House 5, Lahore, 54000", "***, Lahore"],
    ["مکان ۵، گلی ۲، لاہور", "***, لاہور"],
    ["House 5", "***"],
    ["", "***"],
  ])("of the address %s: %s", (address, shown) => expect(maskAddress(address)).toBe(shown));
});

import { describe, expect, test } from "vitest";
import { answerIn } from "../../conversations/understanding/answer-in.ts";
import { cityIn } from "../../conversations/understanding/cities.ts";
import { isParentsName, WrittenOwnName } from "../../conversations/understanding/own-name.ts";
import { wordsOf } from "../../conversations/understanding/word-sets.ts";

describe("what stands around a city", () => {
  test.each([
    ["Lahore 54700", "Lahore 54700"],
    ["mera shehar Lahore hai", "Lahore"],
    ["میرا شہر لاہور ہے", "لاہور"],
    ["Lahore hai", "Lahore"],
    ["Shehr Sultan", "Shehr Sultan"],
    ["شہر سلطان", "شہر سلطان"],
  ])("“%s” is %s", (written, city) => {
    expect(answerIn(written, wordsOf("city shehar shehr شہر"), "led")).toBe(city);
  });
});

describe("the city at the end of an address", () => {
  test.each([
    ["Model Town, Lahore", "Model Town", "Lahore"],
    ["House 7, Street 2, Model Town, lahore 54700", "House 7, Street 2, Model Town", "lahore 54700"],
    ["House 7 Model Town\nRawalpindi-46000.", "House 7 Model Town", "Rawalpindi-46000"],
    ["Chak 12, Toba Tek Singh, Pakistan", "Chak 12", "Toba Tek Singh"],
    ["مکان 7، ماڈل ٹاؤن، لاہور", "مکان 7، ماڈل ٹاؤن", "لاہور"],
    ["مکان ۷، گلی ۲، فیصل آباد ۳۸۰۰۰", "مکان ۷، گلی ۲", "فیصل آباد ۳۸۰۰۰"],
  ])("“%s” is %s and %s", (address, before, city) => {
    expect(cityIn(address)).toEqual({ before, city });
  });

  test.each(["House 7, Street 2, Model Town", "House 3, Lahore Road", "Multan", "near Bank, Peshawar Mor"])(
    "“%s” ends with none",
    (address) => expect(cityIn(address)).toBeUndefined(),
  );
});

describe("a name, where a name is asked for", () => {
  test.each([
    ["Bilal Ahmad", "Bilal Ahmad"],
    ["my name is Bilal Ahmad", "Bilal Ahmad"],
    ["My correct name is: Bilal Ahmad.", "Bilal Ahmad"],
    ["mera naam Ayesha Siddiqua hai", "Ayesha Siddiqua"],
    ["mera naam hai Ayesha", "Ayesha"],
    ["sahi naam Ayesha Siddiqua", "Ayesha Siddiqua"],
    ["naam: Ayesha Siddiqua", "Ayesha Siddiqua"],
    ["mera naam ghalat hai sahi naam Ayesha Siddiqua likha jaye", "Ayesha Siddiqua"],
    ["change my name to Muhammad Ali please", "Muhammad Ali"],
    ["Bilal Ahmad hai", "Bilal Ahmad"],
    ["میرا درست نام عائشہ صدیقہ ہے", "عائشہ صدیقہ"],
    ["نام عائشہ صدیقہ لکھیں", "عائشہ صدیقہ"],
    ["Abdul Hai", "Abdul Hai"],
    ["mera naam Abdul Hai hai", "Abdul Hai"],
    ["my name is Naya Khan", "Naya Khan"],
    ["mera naam Afzal Sahi", "Afzal Sahi"],
    ["M. D'Souza-Khan", "M. D'Souza-Khan"],
    ["Walid Khan", "Walid Khan"],
  ])("“%s” is %s", (written, name) => {
    expect(WrittenOwnName.safeParse(written).data).toBe(name);
  });

  test.each([
    ...["", "ok", "haan", "جی ہاں", "notifications", "my name", "my name is wrong", "mera naam sahi karein"],
    ...["date of birth wrong", "mera naam ghalat hai", "نام غلط ہے", "Bilal Ahmad is my name", "Ayesha 2"],
  ])("“%s” is none", (written) => {
    expect(WrittenOwnName.safeParse(written).success).toBe(false);
  });

  test.each([
    ["my father name is wrong", true],
    ["walid ka naam Ahmad Raza hai", true],
    ["والد کا نام غلط ہے", true],
    ["father's name Ahmad Raza", true],
    ["Walid Khan", false],
    ["my name is Bilal Ahmad", false],
  ])("“%s” is about a parent's: %s", (written, isParents) => {
    expect(isParentsName(written)).toBe(isParents);
  });
});

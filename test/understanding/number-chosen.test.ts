import { expect, test } from "vitest";
import { normalise } from "../../conversations/understanding/normalise.ts";
import { namedTogether, numberChosen } from "../../conversations/understanding/number-chosen.ts";

test.each([
  ["2", 2],
  ["۲۔", 2],
  ["2.", 2],
  ["option 2", 2],
  ["آپشن ۲", 2],
  ["no 2", 2],
  ["No. 12", 12],
  ["نمبر 2", 2],
  ["2 wala", 2],
  ["2nd", 2],
  ["the second one", 2],
  ["doosra", 2],
  ["pehla wala", 1],
  ["تیسرا والا", 3],
  ["number one", 1],
  ["aik", 1],
  ["do number", 2],
])("%s chooses by its number", (written, number) => {
  expect(numberChosen(normalise(written))).toBe(number);
});

test.each([
  "405",
  "do",
  "دو",
  "no one",
  "no",
  "number",
  "",
  "tutor 2",
  "2 papers",
  "the second course",
  "first semester",
  "0300 1234567",
])("%s chooses nothing by a number", (written) => {
  expect(numberChosen(normalise(written))).toBeUndefined();
});

test("several are named without what joins them", () => {
  expect(namedTogether(normalise("1, 3 aur ۵"))).toEqual(["1", "3", "5"]);
  expect(namedTogether(normalise("406 اور 407"))).toEqual(["406", "407"]);
});

import { expect, test } from "vitest";
import { putIn } from "../../conversations/understanding/put.ts";

test.each([
  ["add 405 please", "in"],
  ["405 bhi le lein", "in"],
  ["405 chahiye", "in"],
  ["۴۰۵ شامل کر دیں", "in"],
  ["drop 405", "out"],
  ["please remove 405", "out"],
  ["leave 405", "out"],
  ["405 nikal dein", "out"],
  ["405 hata do", "out"],
  ["405 rehne do", "out"],
  ["405 nahi lena", "out"],
  ["I do not want 405", "out"],
  ["don't add 405", "out"],
  ["۴۰۵ نکال دیں", "out"],
  ["۴۰۵ نہیں چاہیے", "out"],
  ["405", undefined],
  ["what about 405", undefined],
  ["405 nahi", undefined],
  ["drop 405 and add 406", undefined],
  ["405 mat nikalna", undefined],
])("“%s” puts it %s", (sentence, where) => {
  expect(putIn(sentence)).toBe(where);
});

import fc, { type Arbitrary } from "fast-check";

/** What people, their keyboards and their enemies write. */
export const nastyTexts = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00\ud800",
  "\u202e\u2066evil\u2069\u200f",
  "\u200b\u200c\u200d\ufeff",
  "😀".repeat(300),
  "👩‍👩‍👧‍👦🇵🇰",
  `${"x".repeat(199)}😀`,
  "x".repeat(10_000),
  "ا".repeat(4_100),
  "a\u0301\u0301\u0301".repeat(500),
  "'; DROP TABLE students; --",
  '" OR 1=1 --',
  "$1 $$ %s %n %x",
  "<b>bold</b><script>alert(1)</script>",
  "</b></i><a href='javascript:alert(1)'>",
  "&lt;&amp;&#0;&unknown;",
  "<b",
  "{ $name } { -term } { LINK() }",
  "{$reference}",
  "*bold* _it_ ~no~ `code` ```block``` [a](b)",
  '=HYPERLINK("http://evil")',
  "+1-1",
  "@SUM(A1)",
  "../../etc/passwd",
  "C:\\x",
  "\r\nSet-Cookie: a=b\r\n\r\n",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "-0",
  "1e999",
  "۱۲۳۴۵۶۷۸۹۰",
  "٢٢P-١٢٣٤٥٦",
  "0".repeat(3_000),
  "1 2 3 4 5 6 7 8 9",
  "a ".repeat(2_000),
  "-".repeat(3_000),
  "((((((((((((((((((((",
  `${"a".repeat(3_000)}!`,
  `22P${" -".repeat(1_500)}123456`,
] as const;

export const nastyText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...nastyTexts), fc.string()).map((two) => two.join("")) },
);

/** Something else than was asked for. */
const nastyValue: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nastyText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, [], {}, [[]], [null], { a: {} }],
      JSON.parse('{"__proto__":{"polluted":1}}'),
      { constructor: { prototype: { polluted: 1 } } },
      { toString: "x", length: -1 },
      Array.from({ length: 300 }, () => "x"),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A value with one of its parts, however deep, changed into something else, left out, or given a part more. */
export function damaged(value: unknown): Arbitrary<unknown> {
  const places = placesOf(value);
  return fc
    .tuple(fc.constantFrom(...places), nastyValue, fc.constantFrom("replace", "remove", "add"), nastyText)
    .map(([place, nasty, how, name]) => changed(value, place, nasty, how, name));
}

function placesOf(value: unknown, at: string[] = []): string[][] {
  if (!(value instanceof Object)) return [at];
  return [at, ...Object.entries(value).flatMap(([name, part]) => placesOf(part, [...at, name]))];
}

function changed(value: unknown, place: string[], nasty: unknown, how: string, name: string): unknown {
  const [next, ...rest] = place;
  if (next === undefined) {
    if (how === "add" && value instanceof Object && !Array.isArray(value)) return { ...value, [name]: nasty };
    return how === "add" && Array.isArray(value) ? [...value, nasty] : nasty;
  }
  if (how === "remove" && rest.length === 0 && value instanceof Object && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== next));
  if (Array.isArray(value))
    return value.map((part, at) => (String(at) === next ? changed(part, rest, nasty, how, name) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [
      key,
      key === next ? changed(part, rest, nasty, how, name) : part,
    ]),
  );
}

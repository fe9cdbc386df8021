import { expect, test } from "vitest";
import { text } from "../../api/documents/drawing.ts";
import { fontFile } from "../../api/documents/fonts.ts";
import { glyphPath } from "../../api/documents/glyph-path.ts";
import { gradeTrend } from "../../api/documents/grade-trend.ts";
import { trendOf } from "../../api/records/trend.ts";

const semesterOf = (year: number, season: "spring" | "autumn" = "spring") => ({
  ...{ id: `${year}-${season}`, season, year },
});
const points = [
  { semester: semesterOf(2025), average: 2.1, overall: 2.1 },
  { semester: semesterOf(2025, "autumn"), average: 3.4, overall: 2.8 },
];

test("the trend is a picture as wide as a phone's screen, the same every time", async () => {
  const picture = Buffer.from(await gradeTrend("Ayesha Siddiqa", "en", points));
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1080, 720]);
  expect(picture.length).toBeLessThan(100_000);
  expect(Buffer.from(await gradeTrend("Ayesha Siddiqa", "en", points)).equals(picture)).toBe(true);
  expect(Buffer.from(await gradeTrend("Ayesha Siddiqa", "en", points.toReversed())).equals(picture)).toBe(
    false,
  );
});

const place = { x: 0, y: 0, size: 30, colour: "#000000" };

test("in Urdu its words are drawn, with shaped letters and a name in either script", async () => {
  const drawn = await Promise.all(
    (["en", "ur", "ur-Latn"] as const).flatMap((language) =>
      ["Ayesha Siddiqa", "عائشہ صدیقہ"].map((name) => gradeTrend(name, language, points)),
    ),
  );
  expect(new Set(drawn.map((picture) => Buffer.from(picture).toString("base64"))).size).toBe(6);
  // Without the letters' own shapes, boxes of one width would stand for both.
  const [one, other] = [text("ببب", place), text("ججج", place)];
  expect(one).not.toContain(glyphPath(fontFile("arabic", "regular"), "\u{1f600}", place.size).path);
  expect(one).not.toBe(other);
});

test("it runs from the oldest semester, counts a course taken again once, and leaves out what is awaited", () => {
  const course = (code: string, gradePoint: number | null) => ({
    ...{
      code,
      title: code,
      titleUrdu: null,
      creditHours: 3,
      assignmentMarks: null,
      examMarks: null,
      total: null,
      grade: null,
    },
    gradePoint,
  });
  const semester = (
    year: number,
    gradePointAverage: number | null,
    courses: ReturnType<typeof course>[],
  ) => ({
    semester: semesterOf(year),
    announcedAt: null,
    creditHours: 3,
    gradePointAverage,
    courses,
  });
  expect(
    trendOf([
      semester(2026, null, [course("404", null)]),
      semester(2025, 3, [course("402", 3)]),
      semester(2024, 0.5, [course("402", 0), course("403", 1)]),
    ]),
  ).toEqual([
    { semester: semesterOf(2024), average: 0.5, overall: 0.5 },
    { semester: semesterOf(2025), average: 3, overall: 2 },
  ]);
});

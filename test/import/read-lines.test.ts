import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openText } from "../../api/import/open-text.ts";
import { type Line, readLines } from "../../api/import/read-lines.ts";
import { dataDirectory } from "../program.ts";

async function linesOf(bytes: Buffer | string): Promise<Line[]> {
  const folder = await dataDirectory();
  onTestFinished(() => folder.remove());
  const file = join(folder.path, "file.csv");
  await writeFile(file, bytes);
  const lines: Line[] = [];
  for await (const line of readLines((await openText(file)).text, "file.csv")) lines.push(line);
  return lines;
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const expected = [
  { line: 1, cells: ["Name", "نام"] },
  { line: 2, cells: ["Ayesha, of Lahore", "عائشہ"] },
];

test.each([
  ["commas", "Name,نام\nName2,x\n".replace("Name2,x", '"Ayesha, of Lahore",عائشہ')],
  ["a mark, semicolons and Windows line ends", "\ufeffName;نام\r\nAyesha, of Lahore;عائشہ\r\n"],
  ["tabs in UTF-16 as Excel writes it", utf16("\ufeffName\tنام\r\nAyesha, of Lahore\tعائشہ\r\n")],
  ["UTF-16 with the bytes the other way", utf16("\ufeffName\tنام\r\nAyesha, of Lahore\tعائشہ").swap16()],
  ["UTF-16 without a mark", utf16("Name\tنام\r\nAyesha, of Lahore\tعائشہ\r\n")],
  ["old line ends", "Name;نام\rAyesha, of Lahore;عائشہ\r"],
])("%s", async (_what, bytes) => expect(await linesOf(bytes)).toEqual(expected));

test("Excel's word about the separator is not a heading, and lines count as an editor counts them", async () => {
  expect(await linesOf('sep=;\r\na;b\r\n\r\n"1\n2";3\r\n4;5\r\n')).toEqual([
    { line: 2, cells: ["a", "b"] },
    { line: 5, cells: ["1\n2", "3"] },
    { line: 6, cells: ["4", "5"] },
  ]);
});

test("a quotation mark inside a cell is itself", async () => {
  expect(await linesOf('a,b\n5" pipe,"say ""hello"""\n')).toContainEqual({
    line: 2,
    cells: ['5" pipe', 'say "hello"'],
  });
});

test.each([
  ['a,b\n405,x\n411,"y\n416,z\n', 3],
  [`a,b\n405,"${"x".repeat(150_000)}"\n411,y\n`, 2],
])(
  "a quotation mark that is not closed ends the reading, and is told with its line: %#",
  async (text, line) => {
    await expect(linesOf(text)).rejects.toThrow(`the record that begins in line ${line} cannot be read`);
  },
);

test("rows with nothing in them, as spreadsheets end with, are none", async () => {
  expect((await linesOf("a,b\n405,x\n,,,\n , \n")).map(({ line }) => line)).toEqual([1, 2]);
});

test("a file of a million lines is never in memory", async () => {
  async function* long() {
    for (let n = 0; n < 1_000_000; n++) yield n === 0 ? "a,b\n" : `${n},x\n`;
  }
  let [count, most] = [0, 0];
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  for await (const _ of readLines(long(), "long.csv")) {
    if (++count % 100_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(1_000_000);
  expect(most).toBeLessThan(150e6);
});

test("what is not text says what to do", async () => {
  await expect(linesOf(Buffer.from([0x4e, 0x61, 0x6d, 0x65, 0x0a, 0xe3, 0xff, 0x28]))).rejects.toThrow(
    "CSV UTF-8",
  );
});

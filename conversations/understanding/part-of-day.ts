import { wordsIn } from "./word-sets.ts";

/** A half or a part of the day. */
export type PartOfDay = {
  /** Which hour of 24 one to twelve is, where this stands with it. */
  hour: (hour: number) => number;
  /** When it is, in minutes after midnight, where no hour stands with it; left out where nobody can tell. */
  usual?: number;
};

const parts = new Map(
  [
    { words: "am", hour: (hour: number) => hour % 12 },
    {
      words: "morning subah subha savere fajr صبح سویرے فجر",
      ...{ hour: (hour: number) => hour % 12, usual: 9 * 60 },
    },
    { words: "pm evening afternoon shaam sham pehar شام پہر", hour: (hour: number) => (hour % 12) + 12 },
    {
      words: "noon dopahar dopehar دوپہر",
      ...{ hour: (hour: number) => (hour < 6 ? hour + 12 : hour), usual: 12 * 60 },
    },
    {
      words: "night midnight raat rat رات",
      hour: (hour: number) => (hour === 12 ? 0 : hour < 7 ? hour : hour + 12),
    },
  ].flatMap(({ words, ...part }) => wordsIn(words).map((word): [string, PartOfDay] => [word, part])),
);

/** The part of the day that a word is called by, in any language. */
export const partOfDay = (word: string): PartOfDay | undefined => parts.get(word);

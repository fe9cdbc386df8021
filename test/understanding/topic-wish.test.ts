import { describe, expect, test } from "vitest";
import { topicWish } from "../../conversations/understanding/topic-wish.ts";

describe("what is to be heard no more, or again", () => {
  test.each([
    ["stop exams", false, "exams"],
    ["stop results", false, "results"],
    ["Stop results please", false, "results"],
    ["unsubscribe from exams", false, "exams"],
    ["no more exam messages", false, "exams"],
    ["no more results", false, "results"],
    ["turn off exam notifications", false, "exams"],
    ["stop exams and results", false, "exams results"],
    ["stop exams, results", false, "exams results"],
    ["dont send me workshop notifications", false, "workshops"],
    ["stop admission notifications", false, "admissions"],
    ["stop request updates", false, "requests"],
    ["results band karo", false, "results"],
    ["imtihan ki ittilaat band karo", false, "exams"],
    ["mujhe result ke msg mat bhejo", false, "results"],
    ["date sheet ki notification band kar dein", false, "exams"],
    ["workshop ki khabar nahi chahiye", false, "workshops"],
    ["tuter ki ittila band kro", false, "tutor"],
    ["نتائج کی اطلاعات بند کریں", false, "results"],
    ["امتحان کے پیغام نہ بھیجیں", false, "exams"],
    ["داخلوں کی خبریں بند کر دیں", false, "admissions"],
    ["start exams", true, "exams"],
    ["start results again", true, "results"],
    ["subscribe to exams", true, "exams"],
    ["imtihan ki ittilaat dobara shuru karo", true, "exams"],
    ["نتائج کی اطلاعات دوبارہ شروع کریں", true, "results"],
  ])("“%s”", (text, on, topics) => {
    const wish = topicWish(text);
    expect(wish && { on: wish.on, topics: wish.topics.join(" ") }).toEqual({ on, topics });
  });

  test.each([
    "stop",
    "band karo",
    "exams",
    "admission band",
    "admission band ho gaye",
    "dakhla band karo",
    "stop my request",
    "meri darkhwast band kar do",
    "exams start",
    "exams start kab honge",
    "result nahi aya",
    "no results",
    "results?",
    "imtihan shuru",
    "stop asking me about exams, I want my brother",
    "داخلہ بند کریں",
  ])("“%s” is about something else", (text) => {
    expect(topicWish(text)).toBeUndefined();
  });
});

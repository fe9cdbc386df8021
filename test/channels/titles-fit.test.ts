import { describe, expect, test } from "vitest";
import { z } from "zod";
import { languages, titleIn } from "../../api/contract/shared.ts";
import { keyboardOf } from "../../bot/channels/telegram/keyboard.ts";
import { renderText } from "../../bot/channels/whatsapp-cloud/render.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { courses } from "../../prisma/seed/courses.ts";

const Row = z.object({ title: z.string(), description: z.string().optional() });
const List = z.object({
  interactive: z.object({
    type: z.literal("list"),
    action: z.object({ sections: z.tuple([z.object({ rows: z.tuple([Row], Row) })]) }),
  }),
});

const catalogue = Object.values(courses).flat();

describe.each(languages)("in %s the title of every course", (language) => {
  const t = translate(language);
  const choices = catalogue
    .flatMap((course) => {
      const { code, creditHours } = course;
      const title = titleIn(language, course);
      return [
        t("tutors-choice", { code, title }),
        t("tutors-choice-awaited", { code, title }),
        `▫️ ${t("enrolment-course", { code, title, creditHours })} ★ ↻`,
      ];
    })
    .map((label, at) => ({ id: String(at), label: plain(label) }));

  test("stands whole on a button of Telegram's", () => {
    const buttons = keyboardOf({ kind: "text", text: "x", choices }).flat();
    expect(buttons.map(({ text }) => text)).toEqual(choices.map(({ label }) => label));
  });

  test("stands whole in a row of WhatsApp's", () => {
    for (const choice of choices) {
      const others = [1, 2, 3].map((at) => ({ id: `other-${at}`, label: "…" }));
      const [payload] = renderText({ kind: "text", text: "x", choices: [choice, ...others] });
      const { title, description = "" } = List.parse(payload).interactive.action.sections[0].rows[0];
      expect(title.length, title).toBeLessThanOrEqual(24);
      expect(description.length, description).toBeLessThanOrEqual(72);
      // What has no room in the title is below it.
      expect([title, ...(description ? [description] : [])].join(" · ")).toBe(choice.label);
    }
  });
});

test.each([
  ["🔐 Forgot password / first login", "🔐 Forgot password…"],
  ["📨 Student Service Request", "📨 Student Service…"],
  ["شناختی کارڈ نمبر کی درستی", "شناختی کارڈ نمبر کی…"],
  ["Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"],
])("%s is cut between words in a row of WhatsApp's, and stands whole below", (label, short) => {
  const choices = [label, "1", "2", "3"].map((one, at) => ({ id: String(at), label: one }));
  const [payload] = renderText({ kind: "text", text: "x", choices });
  const [row] = List.parse(payload).interactive.action.sections[0].rows;
  expect(row).toEqual({ title: short, description: label });
});

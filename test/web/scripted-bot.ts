import type { Channel } from "../../bot/channels/channel.ts";
import { escapeMarkup } from "../../conversations/engine/markup.ts";
import type { Message, TextMessage } from "../../conversations/engine/message.ts";
import type { Content, Update } from "../../conversations/engine/update.ts";

const ways = [
  { id: "t.back", label: "⬅ Back" },
  { id: "t.menu", label: "☰ Menu" },
];

const welcome: TextMessage = {
  kind: "text",
  text: "<b>Rabta</b> · رابطہ\nYour university, in this chat.\n\nWhich language do you prefer?\nآپ کون سی زبان پسند کریں گے؟\nAap kaun si zaban pasand karein ge?",
  choices: [
    { id: "t.english", label: "English" },
    { id: "t.urdu", label: "اردو" },
    { id: "t.roman", label: "Roman Urdu" },
  ],
};

/** A bot that says something of every kind, so that the page can be tried without a university. */
const script: Readonly<Record<string, (update: Update) => Message[]>> = {
  start: () => [welcome],
  menu: () => [welcome],
  english: ({ messageId }) => [
    { kind: "language", language: "en" },
    {
      kind: "text",
      text: "<b>Ayesha Siddiqa</b>\n22P-123456\n\nWhat would you like to see?",
      choices: ["📝 Course Registration", "🎓 Exam & Grades", "👩‍🏫 My Tutors", "👤 My Profile"].map(
        (label, at) => ({ id: `t.${at === 1 ? "grades" : "menu"}`, label }),
      ),
      links: [
        { url: "https://lms.example/", label: "Open the LMS" },
        { url: "tel:+923335001000", label: "📞 +923335001000" },
        { url: "mailto:tutor1@rabta.example", label: "Write to the tutor" },
      ],
      ...(messageId !== undefined && { replaces: messageId }),
    },
  ],
  urdu: () => [
    { kind: "language", language: "ur" },
    {
      kind: "text",
      text: "<b>عائشہ صدیقہ</b>\n\u206822P-123456\u2069\n\nآپ کیا دیکھنا چاہتے ہیں؟",
      choices: [
        { id: "t.menu", label: "📝 کورس رجسٹریشن" },
        { id: "t.grades", label: "🎓 امتحان اور گریڈ" },
        { id: "t.menu", label: "👩‍🏫 میرے ٹیوٹر" },
        { id: "t.menu", label: "👤 میرا پروفائل" },
      ],
    },
  ],
  grades: () => [
    {
      kind: "document",
      source: {
        path: "/v1/card.pdf",
        token: "token-of-a-student",
        name: "result-card-2026-spring.pdf",
        type: "application/pdf",
      },
      caption: "Your <b>result card</b>",
    },
    {
      kind: "text",
      text: "What would you like next?",
      choices: [{ id: "t.menu", label: "Another semester" }],
      ways,
    },
  ],
  login: () => [{ kind: "text", text: "And the <b>password</b>?", expects: "password", ways }],
  logout: () => [
    { kind: "forget" },
    { kind: "text", text: "You are logged out.", choices: [{ id: "t.login", label: "🔑 Log in" }] },
  ],
};

/** What the bot answers. @param isSecret it had asked for a password */
function answer(update: Update, isSecret: boolean): Message[] {
  const { content, messageId } = update;
  const said = script[keyOf(content)];
  if (said) return said(update);
  if (isSecret && messageId !== undefined)
    return [
      { kind: "delete", messageId },
      { kind: "text", text: "You are logged in.", choices: [{ id: "t.menu", label: "Menu" }] },
    ];
  return [{ kind: "text", text: `You said: ${content.kind === "text" ? escapeMarkup(content.text) : "?"}` }];
}

function keyOf(content: Content): string {
  if (content.kind === "choice") return content.id.slice("t.".length);
  if (content.kind === "command") return content.name;
  return content.kind === "text" ? content.text : "";
}

/** Lets the bot answer on a channel. @returns every update that it took, each id once */
export async function letBotAnswer(channel: Channel): Promise<Update[]> {
  const taken: Update[] = [];
  const secret = new Set<string>();
  await channel.start(async (update) => {
    if (taken.some(({ id }) => id === update.id)) return;
    taken.push(update);
    const { chat } = update.address;
    const messages = answer(update, secret.delete(chat));
    if (messages.some((message) => message.kind === "text" && message.expects === "password"))
      secret.add(chat);
    for (const message of messages) await channel.send(chat, message);
  });
  return taken;
}

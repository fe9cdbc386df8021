import type { Language } from "../contract/shared.ts";
import type { Letter } from "./post.ts";

/** What is written with a code; a text message has one page, so it is short. */
const words: Record<Language, { subject: string; text: (code: string, university: string) => string }> = {
  en: {
    subject: "Your code",
    text: (code, university) =>
      `${university}: your code is ${code}. It is good for 10 minutes. Give it to nobody. If you did not ask for it, do nothing.`,
  },
  ur: {
    subject: "آپ کا کوڈ",
    text: (code, university) =>
      `\u2068${university}\u2069: آپ کا کوڈ \u2068${code}\u2069 ہے۔ یہ 10 منٹ تک کارآمد ہے۔ کسی کو نہ بتائیں۔ اگر آپ نے نہیں مانگا تو کچھ نہ کریں۔`,
  },
  "ur-Latn": {
    subject: "Aap ka code",
    text: (code, university) =>
      `${university}: aap ka code ${code} hai. Yeh 10 minute tak kaar-aamad hai. Kisi ko na batayein. Agar aap ne nahin manga to kuch na karein.`,
  },
};

/** A one-time code as it is sent. */
export function codeLetter(to: string, code: string, language: Language, university: string): Letter {
  const { subject, text } = words[language];
  return { to, subject, text: text(code, university) };
}

import type { Language } from "../contract/shared.ts";

/** Every sentence of the API's own pages. */
export type PageWords = {
  title: string;
  asked: (messenger: string) => string;
  notYou: string;
  registrationNumber: string;
  password: string;
  logIn: string;
  wrong: string;
  wait: (minutes: number) => string;
  doneTitle: string;
  done: (messenger: string) => string;
  goneTitle: string;
  gone: string;
  sorryTitle: string;
  sorry: string;
  languages: string;
  webChat: string;
};

export const pageWords: Record<Language, PageWords> = {
  en: {
    title: "Log in",
    asked: (messenger) =>
      `Your chat on ${messenger} asked for this page. When you log in here, that chat is logged in.`,
    notYou: "You did not ask for it yourself just now? Then close this page and type no password.",
    registrationNumber: "Registration number",
    password: "Password",
    logIn: "Log in",
    wrong: "Registration number and password do not belong together. Please check both and try again.",
    wait: (minutes) =>
      `That did not work too many times. Please wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    doneTitle: "You are logged in",
    done: (messenger) => `Close this page and go back to your chat on ${messenger}. It goes on there.`,
    goneTitle: "This link no longer works",
    gone: "A link works once, and for ten minutes. If it was you who used it, go back to your chat. If not, ask there for a new one.",
    sorryTitle: "Please try again in a minute",
    sorry: "The university's system cannot answer just now. Your link is still good.",
    languages: "Language",
    webChat: "the web",
  },
  ur: {
    title: "لاگ اِن",
    asked: (messenger) =>
      `یہ صفحہ ${messenger} پر آپ کی چیٹ نے مانگا ہے۔ یہاں لاگ اِن کرنے سے وہ چیٹ لاگ اِن ہو جائے گی۔`,
    notYou: "کیا یہ ابھی آپ نے خود نہیں مانگا؟ تو یہ صفحہ بند کر دیں اور کوئی پاس ورڈ نہ لکھیں۔",
    registrationNumber: "رجسٹریشن نمبر",
    password: "پاس ورڈ",
    logIn: "لاگ اِن کریں",
    wrong: "رجسٹریشن نمبر اور پاس ورڈ آپس میں نہیں ملتے۔ دونوں دیکھ کر دوبارہ کوشش کریں۔",
    wait: (minutes) =>
      `بہت بار کوشش ناکام ہوئی۔ ${minutes === 1 ? "ایک منٹ" : `${minutes} منٹ`} انتظار کریں، پھر دوبارہ کوشش کریں۔`,
    doneTitle: "آپ لاگ اِن ہو گئے ہیں",
    done: (messenger) => `یہ صفحہ بند کر کے ${messenger} پر اپنی چیٹ میں واپس جائیں۔ بات وہیں آگے بڑھے گی۔`,
    goneTitle: "یہ لنک اب کام نہیں کرتا",
    gone: "لنک صرف ایک بار اور دس منٹ تک کام کرتا ہے۔ اگر یہ آپ ہی نے استعمال کیا تھا تو اپنی چیٹ میں واپس جائیں، ورنہ وہاں سے نیا لنک مانگیں۔",
    sorryTitle: "ایک منٹ بعد دوبارہ کوشش کریں",
    sorry: "یونیورسٹی کا نظام ابھی جواب نہیں دے پا رہا۔ آپ کا لنک ابھی کارآمد ہے۔",
    languages: "زبان",
    webChat: "ویب",
  },
  "ur-Latn": {
    title: "Log in",
    asked: (messenger) =>
      `Yeh page ${messenger} par aap ki chat ne manga hai. Yahan log in karne se woh chat log in ho jaye gi.`,
    notYou: "Kya yeh abhi aap ne khud nahin manga? To yeh page band kar dein aur koi password na likhein.",
    registrationNumber: "Registration number",
    password: "Password",
    logIn: "Log in karein",
    wrong: "Registration number aur password aapas mein nahin milte. Dono dekh kar dobara koshish karein.",
    wait: (minutes) =>
      `Bohat baar koshish nakaam hui. ${minutes === 1 ? "Aik minute" : `${minutes} minute`} intezar karein, phir dobara koshish karein.`,
    doneTitle: "Aap log in ho gaye hain",
    done: (messenger) =>
      `Yeh page band kar ke ${messenger} par apni chat mein wapas jayein. Baat wahin aage barhe gi.`,
    goneTitle: "Yeh link ab kaam nahin karta",
    gone: "Link sirf aik baar aur das minute tak kaam karta hai. Agar yeh aap hi ne istemal kiya tha to apni chat mein wapas jayein, warna wahan se naya link mangein.",
    sorryTitle: "Aik minute baad dobara koshish karein",
    sorry: "University ka system abhi jawab nahin de pa raha. Aap ka link abhi kaar-aamad hai.",
    languages: "Zaban",
    webChat: "web",
  },
};
